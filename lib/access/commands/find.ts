import 'server-only';
import { and, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { accounts, roleGrants } from '@/db/schema/accounts';
import type { RecordRef } from '@/lib/kernel/audit-trail';
import { DomainError } from '@/lib/kernel/errors';
import type { Role } from '@/lib/policy/table';

export const accountRecord = (id: string): RecordRef => ({ type: 'account', id });

export async function findAccount(reader: Reader, id: string) {
  const [row] = await reader.select().from(accounts).where(eq(accounts.id, id));
  if (row === undefined) throw new DomainError('not_found', 'account');
  return { record: accountRecord(id), subject: {}, row };
}

/** Nobody changes their own rights, not through another account of theirs either. */
export function assertOther(actor: { personId: string }, personId: string): void {
  if (actor.personId === personId) throw new DomainError('duty_conflict', 'account.self');
}

export function inForce(at: Date): SQL | undefined {
  return and(
    isNull(roleGrants.revokedAt),
    lte(roleGrants.validFrom, at),
    or(isNull(roleGrants.validTo), gt(roleGrants.validTo, at)),
  );
}

/** Roles that one person holds now or will hold, over all accounts. */
export async function listRolesOfPerson(reader: Reader, personId: string, at: Date): Promise<Role[]> {
  const rows = await reader
    .selectDistinct({ role: roleGrants.role })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .where(
      and(
        eq(accounts.personId, personId),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, at)),
      ),
    );
  return rows.map(({ role }) => role);
}

/** The portal without an administrator can't be mended from inside: the last one stays. */
export async function assertAnotherAdministrator(reader: Reader, accountId: string, at: Date): Promise<void> {
  await reader.execute(sql`select pg_advisory_xact_lock(hashtext('access.administrators'))`);
  const administrators = await reader
    .selectDistinct({ id: accounts.id })
    .from(accounts)
    .innerJoin(roleGrants, eq(roleGrants.accountId, accounts.id))
    .where(and(eq(roleGrants.role, 'sys_admin'), isNull(accounts.disabledAt), inForce(at)));
  const holds = administrators.some(({ id }) => id === accountId);
  if (holds && administrators.length === 1) throw new DomainError('duty_conflict', 'account.last_admin');
}
