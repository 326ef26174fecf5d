import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Block } from '../answers/rules';
import { packBlock } from './commands';
import { type Numbers, numbersOf } from './rules';

/** Where blocks are kept, and of how many locks each is. */
export interface Store {
  readonly db: Database;
  readonly size: number;
}

/** So many blocks at a time: a few megabytes on their way. */
const atOnce = 32;

/** The blocks from one on and before another, with the columns of these names; what nobody packed yet is packed now. */
export async function* readBlocks(
  { db, size }: Store,
  names: readonly string[],
  [from, before]: readonly [number, number],
): AsyncGenerator<Block, void> {
  for (let start = from; start < before; start += atOnce) {
    const end = Math.min(start + atOnce, before);
    const columns = await readColumns(db, names, [start, end]);
    for (let block = start; block < end; block += 1) {
      const found = columns.get(block);
      const whole = found?.size === names.length ? found : await packBlock({ db, size }, block);
      yield { first: block * size + 1, size, columns: whole };
      // Four hundred blocks in one go would keep everybody else waiting.
      await setImmediate();
    }
  }
}

async function readColumns(
  db: Database,
  names: readonly string[],
  [from, before]: readonly [number, number],
): Promise<Map<number, Map<string, Numbers>>> {
  const rows = await db.execute<{ name: string; block: number; bytes: Buffer }>(sql`
    select name, block, bytes from report_lock_columns
    where name = any(${sql.param([...names])}::text[]) and block >= ${from} and block < ${before}`);
  const blocks = Map.groupBy(rows, ({ block }) => block);
  return new Map(
    [...blocks].map(([block, columns]) => [
      block,
      new Map(columns.map(({ name, bytes }) => [name, numbersOf(name, bytes)])),
    ]),
  );
}
