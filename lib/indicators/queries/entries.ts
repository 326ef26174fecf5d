import 'server-only';
import { and, desc, eq, lte } from 'drizzle-orm';
import { database } from '@/db/client';
import { indicatorEntries } from '@/db/schema/indicators';
import { readNames } from '@/lib/reporting/queries/names';
import type { IndicatorView } from '../schema';
import type { Context } from './context';

const shown = 50;

/** What the owner entered up to the reader's day, the newest first. */
export async function readEntryLines(
  { knownAt }: Context,
  id: string,
  named: boolean,
): Promise<IndicatorView['entries']> {
  const rows = await database()
    .select()
    .from(indicatorEntries)
    .where(and(eq(indicatorEntries.indicatorId, id), lte(indicatorEntries.recordedAt, knownAt)))
    .orderBy(desc(indicatorEntries.id))
    .limit(shown);
  const nameOf = named
    ? await readNames(
        database(),
        rows.map(({ recordedBy }) => recordedBy),
      )
    : () => null;
  return rows.map(({ asOf, value, note, recordedAt, recordedBy }) => ({
    asOf,
    value,
    note,
    recordedAt,
    by: nameOf(recordedBy),
  }));
}
