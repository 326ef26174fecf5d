import 'server-only';
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';

const CHUNK = 1000;

/** Inserts in statements of at most 1,000 rows; a row that is already there stays as it is. */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly PgInsertValue<T>[],
): Promise<number> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx
      .insert(table)
      .values(rows.slice(from, from + CHUNK))
      .onConflictDoNothing();
  }
  return rows.length;
}
