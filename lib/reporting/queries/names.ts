import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { accounts } from '@/db/schema/accounts';

const isAccount = (id: string | null): id is string => id !== null && /^[0-9a-f-]{36}$/.test(id);

/** Names of the people behind account ids; the portal itself and sample rows have none. */
export async function readNames(
  reader: Reader,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const asked = [...new Set(ids.filter(isAccount))];
  if (asked.length === 0) return () => null;
  const rows = await reader
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, asked));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
