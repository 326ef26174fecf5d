import 'server-only';
import postgres from 'postgres';
import { env } from '@/lib/config/env';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { progressOf } from './progress';

export type Log = (line: string) => void;

export interface Chunked<Chunk extends { readonly name: string }> {
  readonly step: string;
  /** Filled by COPY, so without their foreign keys and secondary indexes meanwhile. */
  readonly tables: readonly string[];
  /** Triggers that work row by row; `load` must hold what they hold. */
  readonly triggers: readonly (readonly [table: string, trigger: string])[];
  readonly chunks: readonly Chunk[];
  /** One chunk in one transaction; answers how many rows it added. Equal chunks must add equal rows. */
  readonly load: (tx: postgres.TransactionSql, chunk: Chunk) => Promise<number>;
  readonly log: Log;
}

/** A connection of the owner's own: no role that may not alter tables, and no limit on a statement's time. */
function ownersConnection(): postgres.Sql {
  return postgres(env().DATABASE_URL, {
    max: 1,
    onnotice: () => {},
    connection: {
      application_name: 'portal-seed',
      TimeZone: 'Asia/Ho_Chi_Minh',
      maintenance_work_mem: '1GB',
      synchronous_commit: 'off',
    },
  });
}

/**
 * Fills big tables the way PostgreSQL's manual advises: constraints and indexes are taken off once and put back
 * after the rows, so that all rows are checked together. A run that was killed leaves its finished chunks and
 * the list of what it took off; the next run goes on from there and ends in the same rows and the same schema.
 */
export async function loadInChunks<Chunk extends { readonly name: string }>(
  given: Chunked<Chunk>,
): Promise<number> {
  const sql = ownersConnection();
  try {
    // A second run waits here, then finds nothing to do.
    await sql`select pg_advisory_lock(hashtext(${`seed ${given.step}`}))`;
    const done = await finished(sql, given.step);
    const left = given.chunks.filter(({ name }) => !done.has(name));
    if (left.length > 0) {
      await takeOff(sql, given);
      for (const table of given.tables) await continueNumbers(sql, table);
      await loadAll(sql, given, left);
    }
    const wasBare = await putBack(sql, given);
    // Also sets the visibility map, which index-only scans need.
    if (wasBare) for (const table of given.tables) await sql`vacuum analyze ${sql(table)}`;
    return [...(await finished(sql, given.step)).values()].reduce((sum, rows) => sum + rows, 0);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function finished(sql: postgres.Sql, step: string): Promise<Map<string, number>> {
  const rows = await sql<{ chunk: string; rows: number }[]>`
    select chunk, rows from seed_chunks where step = ${step}`;
  return new Map(rows.map(({ chunk, rows: count }) => [chunk, count]));
}

async function loadAll<Chunk extends { readonly name: string }>(
  sql: postgres.Sql,
  { step, chunks, load, log }: Chunked<Chunk>,
  left: readonly Chunk[],
): Promise<void> {
  const tell = progressOf({ step, all: chunks.length, left: left.length, log });
  for (const chunk of left) {
    const rows = await sql.begin(async (tx) => {
      const count = await load(tx, chunk);
      await tx`insert into seed_chunks (step, chunk, rows, finished_at)
        values (${step}, ${chunk.name}, ${count}, ${now()})`;
      return count;
    });
    tell(rows);
  }
}

interface Part {
  readonly off: string;
  readonly on: string;
}

/** Takes everything off in one transaction and remembers it there; nothing when an earlier run did. */
async function takeOff(
  sql: postgres.Sql,
  { step, tables, triggers }: Pick<Chunked<never>, 'step' | 'tables' | 'triggers'>,
): Promise<void> {
  for (const table of tables) await refuseStrangers(sql, table);
  await sql.begin(async (tx) => {
    const [known] = await tx`select from seed_taken_off where step = ${step} limit 1`;
    if (known !== undefined) return;
    const parts = triggers.map(([table, trigger]) => ({
      off: `alter table "${table}" disable trigger "${trigger}"`,
      on: `alter table "${table}" enable trigger "${trigger}"`,
    }));
    for (const table of tables) parts.push(...(await partsOf(tx, table)));
    for (const [position, { off, on }] of parts.entries()) {
      await tx.unsafe(off);
      await tx`insert into seed_taken_off (step, position, statement) values (${step}, ${position}, ${on})`;
    }
  });
}

/**
 * Foreign keys first and keys nobody refers to, then plain indexes. A key of one column stays: it is filled in its
 * order, and a chunk looks up where the last one ended.
 */
function partsOf(tx: postgres.TransactionSql, table: string): Promise<Part[]> {
  return tx<Part[]>`
    with mine as (select * from pg_constraint where conrelid = ${table}::regclass)
    select format('alter table %I drop constraint %I', ${table}::text, conname) as off,
      format('alter table %I add constraint %I %s', ${table}::text, conname, pg_get_constraintdef(oid)) as on
    from mine
    where contype = 'f' or ((contype = 'u' or contype = 'p' and cardinality(conkey) > 1)
      and not exists (select from pg_constraint r where r.contype = 'f' and r.conindid = mine.conindid))
    union all
    select format('drop index %I', c.relname), pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not i.indisprimary
      and not exists (select from mine where contype <> 'f' and conindid = i.indexrelid)
      and not exists (select from pg_constraint r where r.contype = 'f' and r.conindid = i.indexrelid)`;
}

async function refuseStrangers(sql: postgres.Sql, table: string): Promise<void> {
  const [row] = await sql<{ ours: boolean }[]>`
    select pg_has_role(relowner, 'usage') as ours from pg_class where oid = ${table}::regclass`;
  if (row?.ours !== true) throw new DomainError('unavailable', `seed.not_owner.${table}`);
}

/** Numbers given to rows that never came are given again, so that a resumed run numbers like one that ran through. */
async function continueNumbers(sql: postgres.Sql, table: string): Promise<void> {
  const numbered = await sql<{ column: string; sequence: string }[]>`
    select attname as column, pg_get_serial_sequence(${table}, attname) as sequence
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and pg_get_serial_sequence(${table}, attname) is not null`;
  for (const { column, sequence } of numbered)
    await sql`
      select setval(${sequence}::regclass, coalesce(max(${sql(column)}), 0) + 1, false) from ${sql(table)}`;
}

/** Last taken off, first put back, each in a transaction with its strike from the list; whether there was any. */
async function putBack(
  sql: postgres.Sql,
  { step, log }: Pick<Chunked<never>, 'step' | 'log'>,
): Promise<boolean> {
  const parts = await sql<{ position: number; statement: string }[]>`
    select position, statement from seed_taken_off where step = ${step} order by position desc`;
  for (const { position, statement } of parts) {
    const began = performance.now();
    await sql.begin(async (tx) => {
      await tx.unsafe(statement);
      await tx`delete from seed_taken_off where step = ${step} and position = ${position}`;
    });
    const seconds = (performance.now() - began) / 1000;
    if (seconds > 2) log(`${step}: ${statement.slice(0, 100)} (${seconds.toFixed(1)} s)`);
  }
  return parts.length > 0;
}
