import 'server-only';
import { and, asc, or, type SQL } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { isAnyOf } from '@/db/lists';
import { facilities } from '@/db/schema/facilities';
import { reportPeriods, reportRemarks, reports } from '@/db/schema/reporting';
import { now } from '@/lib/kernel/clock';
import type { Actor, Grant } from '@/lib/policy/actor';
import { grantFor } from '@/lib/policy/authorize';
import {
  askedOf,
  type FacilityRow,
  factsOf,
  type PeriodRow,
  type RemarkRow,
  type ReportRow,
  subjectOf,
} from '../../commands/find';
import { openingFaults } from '../../commands/open';
import { type CellFacts, type Plan, type Planned, planCells } from '../../commands/plan';
import { sourceOf } from '../../commands/save';
import type { ReportForm } from '../../define';
import { type CellRow, readCells } from '../../queries/cells';
import { formOn } from '../../queries/definitions';
import type { Answer } from '../../rules';
import type { CellInput, CellSource } from '../../schema';
import { type FileCell, headings, writtenValue } from '../rules';
import type { ImportChange, ImportFault, ImportFaultCode } from '../schema';
import { faultCode, readCell } from './cell';
import { type FileGroup, faultAt } from './groups';

/** What would become of one facility's cells: what is to be written, and everything that is not. */
export interface PlannedGroup {
  facility: FacilityRow;
  form: ReportForm;
  period: PeriodRow;
  grant: Grant;
  source: CellSource;
  /** null: the report has to be opened first. */
  report: ReportRow | null;
  plan: Plan;
  /** The cells of the file that would be written; the plan has those that follow from them too. */
  changes: ImportChange[];
  faults: ImportFault[];
  unchanged: number;
  empty: number;
}

export type Resolved = PlannedGroup | { faults: ImportFault[] };

export const isPlanned = (one: Resolved): one is PlannedGroup => 'plan' in one;

export interface Planning {
  actor: Actor;
  /** Facilities the actor may enter for. */
  scope: SQL;
  /** Keeps the reports until the end of the transaction: what is planned then still holds when it is written. */
  hold?: boolean;
}

/** Some facilities at once: a few statements for all of them, then arithmetic. */
export async function planGroups(
  reader: Reader,
  groups: readonly FileGroup[],
  { actor, scope, hold = false }: Planning,
): Promise<Resolved[]> {
  const found = await findFacilities(reader, groups, scope);
  const ids = [...new Set([...found.values()].map(({ id }) => id))];
  const periods = await findPeriods(reader, groups);
  const standing = await readStanding(reader, { ids, periods: [...periods.keys()], hold });
  const taken = new Set<string>();
  const resolved = groups.map((group) => {
    const facility = found.get(group.facility.toLowerCase());
    const grant = facility === undefined ? null : grantFor(actor, 'report.enter', subjectOf(facility));
    if (facility === undefined || grant === null)
      return refused(group, 'facility_unknown', headings.facility);
    const period = periods.get(group.period);
    const form = period === undefined ? null : formOn(period.kind, period.endsOn);
    if (period === undefined || form === null) return refused(group, 'period_unknown', headings.period);
    const key = keyOf(facility.id, period.id);
    // A facility has two names, its code and its key: one of them is enough.
    if (taken.has(key)) return refused(group, 'scattered', headings.facility);
    taken.add(key);
    return plan(group, { facility, form, period, grant, ...standing(key) });
  });
  return refuseUnopened(reader, groups, resolved);
}

const keyOf = (facilityId: string, periodId: string) => `${facilityId}:${periodId}`;

/** One line for the whole facility: four hundred lines of the same fault say no more. */
const refused = ({ cells: [first] }: FileGroup, code: ImportFaultCode, column: string): Resolved => ({
  faults: first === undefined ? [] : [{ ...faultAt(first, code, column), value: '', part: null }],
});

/** A report that is not there is opened on the way; where that may not be, nothing of its facility is taken. */
async function refuseUnopened(
  reader: Reader,
  groups: readonly FileGroup[],
  resolved: readonly Resolved[],
): Promise<Resolved[]> {
  const opening = resolved.filter(isPlanned).filter(isOpening);
  if (opening.length === 0) return [...resolved];
  const faultOf = await openingFaults(reader, opening, now());
  return resolved.map((one, at) => {
    const [group, fault] = [groups[at], isPlanned(one) && isOpening(one) ? faultOf(one) : null];
    if (fault === null || group === undefined) return one;
    return refused(group, fault, fault === 'not_expected' ? headings.facility : headings.period);
  });
}

export const isOpening = ({ report, changes }: PlannedGroup) => report === null && changes.length > 0;

async function findFacilities(reader: Reader, groups: readonly FileGroup[], scope: SQL) {
  const names = [...new Set(groups.map(({ facility }) => facility.toLowerCase()))];
  const codes = names.filter((name) => /^\d{5}$/.test(name));
  const ids = names.filter((name) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name));
  const rows = await reader
    .select()
    .from(facilities)
    .where(and(scope, or(isAnyOf(facilities.maCskcb, 'text', codes), isAnyOf(facilities.id, 'uuid', ids))));
  return new Map(
    rows.flatMap((row) => [[row.id, row] as const, ...(row.maCskcb ? [[row.maCskcb, row] as const] : [])]),
  );
}

async function findPeriods(reader: Reader, groups: readonly FileGroup[]): Promise<Map<string, PeriodRow>> {
  const named = [...new Set(groups.map(({ period }) => period))];
  const rows = await reader
    .select()
    .from(reportPeriods)
    .where(isAnyOf(reportPeriods.id, 'text', named));
  return new Map(rows.map((row) => [row.id, row]));
}

interface Asked {
  ids: readonly string[];
  periods: readonly string[];
  hold: boolean;
}

type Standing = Pick<Known, 'report' | 'current' | 'remarks'>;

/** What stands in the reports now; held ones are read after they are held, in one order for everybody. */
async function readStanding(
  reader: Reader,
  { ids, periods, hold }: Asked,
): Promise<(key: string) => Standing> {
  const found = reader
    .select()
    .from(reports)
    .where(and(isAnyOf(reports.facilityId, 'uuid', ids), isAnyOf(reports.periodId, 'text', periods)))
    .orderBy(asc(reports.id));
  const rows = await (hold ? found.for('update') : found);
  const cells = await readCells(reader, ids, periods);
  const remarks = Map.groupBy(await findRemarks(reader, rows), ({ reportId }) => reportId);
  const cellsOf = Map.groupBy(cells, ({ facilityId, periodId }) => keyOf(facilityId, periodId));
  const reportOf = new Map(rows.map((row) => [keyOf(row.facilityId, row.periodId), row]));
  return (key) => {
    const report = reportOf.get(key) ?? null;
    return { report, current: cellsOf.get(key) ?? [], remarks: remarks.get(report?.id ?? '') ?? [] };
  };
}

async function findRemarks(reader: Reader, rows: readonly ReportRow[]): Promise<RemarkRow[]> {
  const returned = rows.filter(({ state }) => state === 'returned').map(({ id }) => id);
  return returned.length === 0
    ? []
    : reader
        .select()
        .from(reportRemarks)
        .where(isAnyOf(reportRemarks.reportId, 'uuid', returned));
}

interface Known extends Pick<PlannedGroup, 'facility' | 'form' | 'period' | 'grant' | 'report'> {
  current: readonly CellRow[];
  remarks: RemarkRow[];
}

function plan(group: FileGroup, { current, remarks, ...known }: Known): PlannedGroup {
  const facts = lightFacts({ current, remarks, ...known });
  const source = sourceOf(known.grant, 'import');
  const wishes: { cell: FileCell; input: CellInput }[] = [];
  const planned = { changes: [], faults: [] as ImportFault[], unchanged: 0, empty: 0 };
  for (const cell of group.cells) {
    const read = readCell(cell, facts);
    if (read.kind === 'input') wishes.push({ cell, input: read.input });
    else if (read.kind === 'fault') planned.faults.push(faultAt(cell, read.code, read.column));
    else planned[read.kind] += 1;
  }
  const decided = planCells(
    wishes.map(({ input }) => input),
    { facts, state: known.report?.state ?? 'draft', source },
  );
  const whole = { ...known, source, plan: decided, ...planned };
  for (const [index, { cell, input }] of wishes.entries())
    sortIn(whole, { cell, input, outcome: decided.outcomes[index], before: facts.cells.get(input.part) });
  return whole;
}

function sortIn(
  planned: PlannedGroup,
  {
    cell,
    input,
    outcome,
    before,
  }: { cell: FileCell; input: CellInput; outcome: Planned | undefined; before: CellRow | undefined },
): void {
  if (outcome?.outcome === 'unchanged') planned.unchanged += 1;
  else if (outcome?.outcome === 'overtaken')
    planned.faults.push(faultAt(cell, 'overtaken', headings.revision));
  else if (outcome?.outcome === 'refused') planned.faults.push(faultAt(cell, faultCode(outcome.code)));
  else {
    planned.changes.push({
      row: cell.row,
      facility: planned.facility.nameVi,
      part: input.part,
      kind: before === undefined ? 'new' : 'changed',
      before: before === undefined ? '' : said(before),
      after: said({ state: input.state, value: input.value, reason: input.reason ?? null }),
    });
  }
}

const said = ({ state, value, reason }: Answer) =>
  state === 'value' ? writtenValue(value) : (reason ?? state);

/** What deciding the cells looks at. */
function lightFacts({ facility, form, period, current, remarks }: Known): CellFacts {
  const about = factsOf(facility);
  return {
    ...askedOf(form, period.endsOn, about.activities),
    context: { previous: {}, others: {}, evidence: [], facility: about, periodEnd: period.endsOn },
    cells: new Map(current.map((row) => [row.part, row])),
    earlier: nothingEarlier,
    remarks,
  };
}

const nothingEarlier: CellFacts['earlier'] = new Map();
