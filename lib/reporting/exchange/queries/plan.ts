import 'server-only';
import { and, inArray, or, type SQL } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { reportRemarks, reports } from '@/db/schema/reporting';
import {
  type FacilityRow,
  factsOf,
  type RemarkRow,
  type ReportFacts,
  type ReportRow,
} from '../../commands/find';
import { type Planned, planCells } from '../../commands/plan';
import type { ReportForm } from '../../define';
import { kindOf, periodOf } from '../../periods/rules';
import { type CellRow, readCells } from '../../queries/cells';
import { allChecks, elementsOf, formOn } from '../../queries/definitions';
import { type Answer, checksFor, elementsFor, partsOf } from '../../rules';
import { type CellInput, PeriodId } from '../../schema';
import { type FileCell, headings, writtenValue } from '../rules';
import type { ImportChange, ImportFault, ImportFaultCode } from '../schema';
import { faultCode, readCell } from './cell';
import { type FileGroup, faultAt } from './groups';

/** What would become of one facility's cells: what is to be written, and everything that is not. */
export interface PlannedGroup {
  facility: FacilityRow;
  form: ReportForm;
  period: string;
  /** null: the report has to be opened first. */
  report: ReportRow | null;
  inputs: CellInput[];
  changes: ImportChange[];
  faults: ImportFault[];
  unchanged: number;
  empty: number;
}

export type Resolved = PlannedGroup | { faults: ImportFault[] };

/** A few facilities at once: four statements for all of them, then arithmetic. */
export async function planGroups(
  db: Database,
  groups: readonly FileGroup[],
  scope: SQL,
): Promise<Resolved[]> {
  const found = await findFacilities(db, groups, scope);
  const ids = [...new Set([...found.values()].map(({ id }) => id))];
  const periods = [...new Set(groups.map(({ period }) => period))].filter(
    (period) => PeriodId.safeParse(period).success,
  );
  const [rows, cells] = await Promise.all([findReports(db, ids, periods), readCells(db, ids, periods)]);
  const remarks = await findRemarks(db, rows);
  const byReport = Map.groupBy(cells, ({ facilityId, periodId }) => `${facilityId}:${periodId}`);
  return groups.map((group) => {
    const facility = found.get(group.facility.toLowerCase());
    const form = formIn(group.period);
    if (facility === undefined) return refused(group, 'facility_unknown', headings.facility);
    if (form === null) return refused(group, 'period_unknown', headings.period);
    const report =
      rows.find((row) => row.facilityId === facility.id && row.periodId === group.period) ?? null;
    return plan(group, {
      facility,
      form,
      report,
      current: byReport.get(`${facility.id}:${group.period}`) ?? [],
      remarks: remarks.filter(({ reportId }) => reportId === report?.id),
    });
  });
}

/** One line for the whole facility: four hundred lines of the same fault say no more. */
const refused = ({ cells: [first] }: FileGroup, code: ImportFaultCode, column: string): Resolved => ({
  faults: first === undefined ? [] : [{ ...faultAt(first, code, column), value: '', part: null }],
});

function formIn(period: string): ReportForm | null {
  return PeriodId.safeParse(period).success ? formOn(kindOf(period), periodOf(period).endsOn) : null;
}

async function findFacilities(db: Database, groups: readonly FileGroup[], scope: SQL) {
  const names = [...new Set(groups.map(({ facility }) => facility.toLowerCase()))];
  const codes = names.filter((name) => /^\d{5}$/.test(name));
  const ids = names.filter((name) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name));
  const rows = await db
    .select()
    .from(facilities)
    .where(and(scope, or(inArray(facilities.maCskcb, codes), inArray(facilities.id, ids))));
  return new Map(
    rows.flatMap((row) => [[row.id, row] as const, ...(row.maCskcb ? [[row.maCskcb, row] as const] : [])]),
  );
}

async function findReports(db: Database, ids: string[], periods: string[]): Promise<ReportRow[]> {
  if (ids.length === 0 || periods.length === 0) return [];
  return db
    .select()
    .from(reports)
    .where(and(inArray(reports.facilityId, ids), inArray(reports.periodId, periods)));
}

async function findRemarks(db: Database, rows: readonly ReportRow[]): Promise<RemarkRow[]> {
  const returned = rows.filter(({ state }) => state === 'returned').map(({ id }) => id);
  return returned.length === 0
    ? []
    : db.select().from(reportRemarks).where(inArray(reportRemarks.reportId, returned));
}

interface Known {
  facility: FacilityRow;
  form: ReportForm;
  report: ReportRow | null;
  current: readonly CellRow[];
  remarks: RemarkRow[];
}

function plan(group: FileGroup, known: Known): PlannedGroup {
  const { facility, form, report } = known;
  const facts = lightFacts(group.period, known);
  const planned: PlannedGroup = {
    facility,
    form,
    period: group.period,
    report,
    inputs: [],
    changes: [],
    faults: [],
    unchanged: 0,
    empty: 0,
  };
  const wishes: { cell: FileCell; input: CellInput }[] = [];
  for (const cell of group.cells) {
    const read = readCell(cell, facts);
    if (read.kind === 'input') wishes.push({ cell, input: read.input });
    else if (read.kind === 'fault') planned.faults.push(faultAt(cell, read.code, read.column));
    else planned[read.kind] += 1;
  }
  const { outcomes } = planCells(
    wishes.map(({ input }) => input),
    { facts, state: report?.state ?? 'draft', source: 'import' },
  );
  for (const [index, { cell, input }] of wishes.entries())
    sortIn(planned, { cell, input, outcome: outcomes[index], before: facts.cells.get(input.part) });
  return planned;
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
    planned.inputs.push(input);
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

/** What the plan of a save looks at; the rules between cells are asked when the report is whole. */
function lightFacts(period: string, { facility, form, current, remarks }: Known): ReportFacts {
  const { endsOn } = periodOf(period);
  const about = factsOf(facility);
  const elements = elementsFor(elementsOf(form, endsOn), about.activities);
  const parts = new Map(partsOf(elements).map((part) => [part.id, part]));
  return {
    form,
    elements,
    parts,
    checks: checksFor(allChecks, elements),
    context: { previous: {}, others: {}, evidence: [], facility: about, periodEnd: endsOn },
    cells: new Map(current.map((row) => [row.part, row])),
    earlier: new Map(),
    history: [],
    remarks,
    asked: 0,
    filled: 0,
    missing: [],
    findings: [],
  };
}
