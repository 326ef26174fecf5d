import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { dossierCounts } from '@/db/schema/indicators';
import { formatDate } from '@/lib/i18n/format';
import { dateOf, dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import type { DossierFact, DossierFacts, Words } from '../define';
import { flagged } from '../index766/queries/flags';

/** The indicators `readDossierFacts` speaks of. */
export const dossierIndicators: readonly string[] = ['T01', 'T11', 'T20', 'T22', 'T23', 'T71'];

const window = 365;

type Counts = { received: number; identified: number; handled: number; digitised: number; samples: number };

/**
 * Indicators the portal can answer from its dossiers and registers, null where nothing is known:
 * - T20: dossiers of accounts authenticated by VNeID / dossiers received in the twelve months up to the day.
 * - T22: the formula of row 766-4.2 over dossiers processed in the same twelve months.
 * - T01, T11: registered systems that use the personal id, or follow the architecture, once every system has answered.
 * T23 needs a digitisation score of each officer and T71 a record of complete data for all services: neither is kept.
 */
export async function readDossierFacts({ db, asOf }: { db: Reader; asOf: string }): Promise<DossierFacts> {
  const ends = instantAt(dayNumberOf(asOf) + 1, 0);
  const begins = instantAt(dayNumberOf(asOf) + 1 - window, 0);
  const [[counts], registered] = await Promise.all([
    db.execute<Counts>(sql`
      select count(*) filter (where received)::int as received,
        count(*) filter (where received and identified)::int as identified,
        count(*) filter (where handled)::int as handled,
        count(*) filter (where handled and digitised)::int as digitised,
        count(*) filter (where sample)::int as samples
      from (${flagged({ begins, ends, judgedAt: ends, unit: null })}) flagged`),
    readRegister(db, asOf),
  ]);
  const [from, to] = [formatDate(dateOf(dayNumberOf(asOf) + 1 - window)), formatDate(asOf)];
  const of = (numerator: number, denominator: number, source: Words): DossierFact | null =>
    denominator === 0 ? null : { numerator, denominator, asOf, source, sample: (counts?.samples ?? 0) > 0 };
  return {
    T20: of(counts?.identified ?? 0, counts?.received ?? 0, {
      vi: `Hồ sơ tiếp nhận từ ${from} đến ${to} trên Cổng`,
      en: `Dossiers received by the portal from ${from} to ${to}`,
    }),
    T22: of(counts?.digitised ?? 0, counts?.handled ?? 0, {
      vi: `Hồ sơ giải quyết xong từ ${from} đến ${to} trên Cổng, công thức 766-4.2`,
      en: `Dossiers processed by the portal from ${from} to ${to}, formula 766-4.2`,
    }),
    T23: null,
    T71: null,
    ...registered,
  };
}

type Register = { known: number; whole: number; yes: number; conform: number; conform_known: number };

/** A register with a gap says nothing of the whole. */
async function readRegister(db: Reader, asOf: string): Promise<DossierFacts> {
  const ends = instantAt(dayNumberOf(asOf) + 1, 0).toISOString();
  const [row] = await db.execute<Register>(sql`
    select count(*)::int as whole, count(uses_personal_id)::int as known,
      count(*) filter (where uses_personal_id = 'yes')::int as yes,
      count(conforms_to_architecture)::int as conform_known,
      count(*) filter (where conforms_to_architecture = 'yes')::int as conform
    from register_entries
    where kind in ('system', 'database', 'platform') and updated_at < ${ends}::timestamptz`);
  const source: Words = {
    vi: 'Danh mục hệ thống, cơ sở dữ liệu của Bộ',
    en: "The ministry's register of systems",
  };
  const fact = (known: number, numerator: number): DossierFact | null =>
    row === undefined || row.whole === 0 || known < row.whole
      ? null
      : { numerator, denominator: row.whole, asOf, source, sample: false };
  return { T01: fact(row?.known ?? 0, row?.yes ?? 0), T11: fact(row?.conform_known ?? 0, row?.conform ?? 0) };
}

/** What was counted last for a day, and how many seconds ago; null when nobody asked for it of late. */
export async function readKeptFacts(
  db: Reader,
  asOf: string,
): Promise<{ facts: DossierFacts; age: number } | null> {
  const [kept] = await db
    .select({
      facts: dossierCounts.facts,
      age: sql<number>`extract(epoch from clock_timestamp() - ${dossierCounts.countedAt})::float8`,
    })
    .from(dossierCounts)
    .where(eq(dossierCounts.asOf, asOf));
  return kept ?? null;
}
