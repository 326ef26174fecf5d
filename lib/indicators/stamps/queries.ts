import 'server-only';
import { sql } from 'drizzle-orm';
import { type Database, database } from '@/db/client';

/** Stamps of everything a figure from reports depends on: equal stamps, equal answers. */
export interface Stamps {
  readonly sequence: number;
  readonly registry: string;
  readonly proofs: string;
  readonly reference: string;
}

async function readStamps(db: Database): Promise<Stamps> {
  const [row] = await db.execute<{ sequence: string; others: Omit<Stamps, 'sequence'> }>(sql`
    select (select coalesce(max(sequence), 0) from report_locks) as sequence,
      (select json_object_agg(name, transaction) from stamps) as others`);
  if (row === undefined) throw new Error('no stamps');
  return { ...row.others, sequence: Number(row.sequence) };
}

/**
 * Whoever asks while a statement is under way shares the next one with all who ask meanwhile: what they get was read
 * after they asked.
 */
export function stampReader(open: () => Database = database): () => Promise<Stamps> {
  let before: Promise<unknown> = Promise.resolve();
  let next: Promise<Stamps> | null = null;
  return () => {
    next ??= before.then(() => {
      next = null;
      const reading = readStamps(open());
      before = reading.catch(() => undefined);
      return reading;
    });
    return next;
  };
}
