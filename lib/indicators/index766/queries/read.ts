import 'server-only';
import { asc, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { index766 } from '@/db/schema/indicators';
import { civilDateAt, isoOf } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { publicQuery } from '@/lib/kernel/query';
import { complaintRows, isDossierRow, procedureRows, unknownRows } from '../define';
import { groupsOf, monthOf, pointRuleOf, pointsOf, rateOf, spanOf, totalsOf } from '../rules';
import type { Index766, IndexInput, IndexPart, IndexRow } from '../schema';
import { type Counted, countComplaints } from './complaints';
import { countDossiers } from './dossiers';
import type { FlagScope } from './flags';
import { countProcedures } from './procedures';
import { readTimes } from './times';

type Declared = typeof index766.$inferSelect;

/** The index of a period, counted from dossiers, procedures and complaints as they stand now. */
export const readIndex766 = publicQuery<IndexInput, Index766>(async ({ db, input }) => {
  const at = now();
  const span = spanOf(input.period ?? monthOf(civilDateAt(at)));
  const judgedAt = at < span.ends ? at : span.ends;
  const scope: FlagScope = { ...span, judgedAt, unit: input.unit ?? null };
  const [declared, dossiers, procedures, complaints, times, sample] = await Promise.all([
    readRows(db),
    countDossiers(db, scope),
    countProcedures(db, { ...scope, on: span.to }),
    countComplaints(db, scope),
    readTimes(db, scope),
    hasSamples(db, scope),
  ]);
  const { citizens, ...catalogue } = procedures;
  const counted = withCitizens({ ...dossiers, ...catalogue, ...complaints }, citizens);
  const rows = declared.map((row) => (row.id === '766-2.2' ? timesRow(row, times) : rowOf(row, counted)));
  const groups = groupsOf(headsOf(declared), rows);
  return {
    period: span.period,
    from: span.from,
    to: span.to,
    judgedAt: isoOf(judgedAt),
    open: at < span.ends,
    unit: input.unit ?? null,
    legalDocument: 'Quyết định 766/QĐ-TTg ngày 23/6/2022',
    ...totalsOf(groups, rows),
    sample,
    groups,
    rows,
    times,
  };
});

/** Row 4.5 has two shares and its source does not say how they join: the dossiers' is scored, both are shown. */
function withCitizens(
  counted: Partial<Record<string, Counted>>,
  citizens: Pick<IndexPart, 'numerator' | 'denominator'>,
): Partial<Record<string, Counted>> {
  const row = counted['766-4.5'];
  if (row === undefined) return counted;
  const { numerator, denominator } = row;
  const parts: IndexPart[] = [
    { key: 'citizen_procedures', ...citizens },
    { key: 'identified', numerator, denominator },
  ];
  return { ...counted, '766-4.5': { ...row, parts } };
}

function readRows(db: Database): Promise<Declared[]> {
  return db.select().from(index766).where(isNull(index766.validTo)).orderBy(asc(index766.position));
}

function headsOf(declared: readonly Declared[]) {
  const heads = new Map(declared.map((row) => [row.group, row]));
  return [...heads.values()].map(({ group, groupVi, groupEn, groupMaxPoints }) => ({
    group,
    title: { vi: groupVi, en: groupEn },
    maxPoints: groupMaxPoints,
  }));
}

/** The declared row with what was counted for it; a row nothing was counted for is unknown and says why. */
function rowOf(row: Declared, counted: Partial<Record<string, Counted>>): IndexRow {
  const facts = counted[row.id];
  const reason = reasonOf(row.id, facts);
  const rate =
    facts === undefined || reason !== null
      ? null
      : rateOf(facts.numerator, facts.denominator, facts.factor ?? 1);
  return {
    id: row.id,
    group: row.group,
    title: { vi: row.titleVi, en: row.titleEn },
    formula: { vi: row.formulaVi, en: row.formulaEn },
    state: reason !== null ? 'unknown' : rate === null ? 'no_cases' : 'known',
    reason,
    numerator: reason === null ? (facts?.numerator ?? null) : null,
    denominator: reason === null ? (facts?.denominator ?? null) : null,
    rate,
    maxPoints: row.maxPoints,
    pointsConfidence: row.pointsConfidence,
    fullAt: row.fullAt,
    pointRule: pointRuleOf(row),
    points: pointsOf(rate, row),
    atMost: facts?.atMost ?? false,
    behind: behindOf(row.id),
    parts: [...(facts?.parts ?? [])],
  };
}

/** Row 2.2 is a table of averages, not a rate: its figure is how many dossiers the averages are made of. */
function timesRow(row: Declared, times: Index766['times']): IndexRow {
  const plain = rowOf(row, { [row.id]: { numerator: 0, denominator: 0, parts: [] } });
  const dossiers = times.reduce((sum, one) => sum + one.dossiers, 0);
  return { ...plain, state: dossiers === 0 ? 'no_cases' : 'known', numerator: dossiers, denominator: null };
}

function reasonOf(id: string, facts: Counted | undefined): IndexRow['reason'] {
  if (Object.hasOwn(unknownRows, id)) return unknownRows[id as keyof typeof unknownRows];
  if (facts === undefined) return 'not_defined';
  return facts.reason ?? null;
}

function behindOf(id: string): IndexRow['behind'] {
  if (isDossierRow(id)) return 'dossiers';
  if (procedureRows.some((one) => one === id)) return 'procedures';
  return complaintRows.some((one) => one === id) ? 'complaints' : null;
}

async function hasSamples(db: Database, { begins, ends }: FlagScope): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from dossiers where sample and received_at < ${ends.toISOString()}::timestamptz
      and coalesce(ended_at, 'infinity') >= ${begins.toISOString()}::timestamptz limit 1`);
  return rows.length > 0;
}
