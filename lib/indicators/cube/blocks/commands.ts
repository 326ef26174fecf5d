import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { reportLockColumns } from '@/db/schema/reporting';
import { formParts, neededParts, readLocks } from '../locks/queries';
import type { Store } from './queries';
import { type Numbers, numbersOf, pack, span } from './rules';

/**
 * Packs a full block and keeps it. It is made of histories nobody rewrites, so whoever packs it packs the same: two who
 * come at once wait for one another, and what is there stays.
 */
export function packBlock({ db, size }: Store, block: number): Promise<Map<string, Numbers>> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('report_lock_columns'), ${block})`);
    const known = await tx.execute<{ name: string; bytes: Buffer }>(sql`
      select name, bytes from report_lock_columns where block = ${block}`);
    const columns = new Map(known.map(({ name, bytes }) => [name, numbersOf(name, bytes)]));
    if (neededParts.every((part) => columns.has(part))) return columns;
    const locks = await readLocks(tx, [block * size, (block + 1) * size]);
    const packed = pack(locks, { forms: formParts.map(({ id }) => id), parts: neededParts });
    const rows = [...packed].map(([name, { buffer }]) => ({ name, block, bytes: Buffer.from(buffer) }));
    await tx.insert(reportLockColumns).values(rows).onConflictDoNothing();
    return packed;
  });
}

/** Packs every full block that is not packed yet, after many locks came at once; answers how many it packed. */
export async function packLocks(log: (line: string) => void): Promise<number> {
  const db = database();
  const blocks = await db.execute<{ block: number }>(sql`
    select block from generate_series(0, (select coalesce(max(sequence), 0) / ${span}::int - 1 from report_locks)) block
    where not exists (select from report_lock_columns packed where packed.block = block.block)`);
  for (const [at, { block }] of blocks.entries()) {
    await packBlock({ db, size: span }, Number(block));
    if ((at + 1) % 50 === 0) log(`columns of locks: ${at + 1}/${blocks.length}`);
  }
  return blocks.length;
}
