import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

type Part = { readonly off: string; readonly on: string };

export type Bulk = {
  readonly tables: readonly string[];
  readonly trigger: readonly [table: string, name: string];
};

/** Foreign keys and secondary indexes of a table, each with the statements that take it off and put it back. */
async function partsOf(tx: Tx, table: string): Promise<readonly Part[]> {
  return tx.execute<Part>(sql`
    select format('alter table %I drop constraint %I', ${table}::text, conname) as off,
      format('alter table %I add constraint %I %s', ${table}::text, conname, pg_get_constraintdef(oid)) as on
    from pg_constraint where conrelid = ${table}::regclass and contype = 'f'
    union all
    select format('drop index %I', c.relname), pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not i.indisprimary`);
}

async function isEmptyAndOurs(tx: Tx, table: string): Promise<boolean> {
  const [row] = await tx.execute<{ ours: boolean }>(sql`
    select not exists (select from ${sql.identifier(table)})
      and (select pg_has_role(session_user, relowner, 'usage') from pg_class where oid = ${table}::regclass) as ours`);
  return row?.ours === true;
}

/**
 * Fills big empty tables the way PostgreSQL's manual advises: foreign keys and indexes come back once, after the
 * rows, so all rows are checked together; one trigger that works row by row rests meanwhile. In the same
 * transaction, so nobody ever sees the tables without them. Tables that have rows, or that belong to somebody
 * else, are filled row by row; `load` is told which it is.
 */
export async function loadInBulk<T>(
  tx: Tx,
  { tables, trigger: [table, name] }: Bulk,
  load: (bare: boolean) => Promise<T>,
): Promise<T> {
  for (const each of tables) if (!(await isEmptyAndOurs(tx, each))) return load(false);
  // The portal works as a role that owns nothing; until the end of the transaction the owner works.
  await tx.execute(sql`set local role none`);
  await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
  const parts = [
    {
      off: `alter table ${table} disable trigger ${name}`,
      on: `alter table ${table} enable trigger ${name}`,
    },
    ...(await Promise.all(tables.map((each) => partsOf(tx, each)))).flat(),
  ];
  for (const { off } of parts) await tx.execute(sql.raw(off));
  const loaded = await load(true);
  for (const { on } of parts.toReversed()) await tx.execute(sql.raw(on));
  return loaded;
}
