import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { isAnyOf } from '@/db/lists';
import { facilities, hospitalForms } from '@/db/schema/facilities';
import { places } from '@/db/schema/places';
import { reportEvidence, reportPeriods, reportRemarks, reports } from '@/db/schema/reporting';
import type { Found } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import type { Finding } from '../checks';
import type { Activity, Check, Element, ElementPart, ReportForm } from '../define';
import { remembered, shiftPeriod } from '../periods/rules';
import { type CellRow, readCells } from '../queries/cells';
import { allChecks, elementsOf, formOfVersion } from '../queries/definitions';
import { activitiesOf } from '../queries/progress';
import { checksFor, elementsFor, findingsOf, isCarried, partsOf, progressOf, reportedOf } from '../rules';
import type { CheckContext, RemarkView } from '../schema';

export type ReportRow = typeof reports.$inferSelect;
export type FacilityRow = typeof facilities.$inferSelect;
export type PeriodRow = typeof reportPeriods.$inferSelect;

export interface FoundReport extends Found {
  report: ReportRow;
  facility: FacilityRow;
  period: PeriodRow;
  place: { vi: string; en: string };
}

/** Who may see and change a report: its facility and the unit that receives it today. */
export const subjectOf = ({ id, unitCode }: Pick<FacilityRow, 'id' | 'unitCode'>) => ({
  scopes: [`facility:${id}`, ...(unitCode === null ? [] : [unitCode])],
});

/** A report with whose it is; `hold` keeps its row until the end of the transaction. */
export async function findReport(reader: Reader, id: string, hold = false): Promise<FoundReport> {
  const asked = reader
    .select({
      report: reports,
      facility: facilities,
      period: reportPeriods,
      vi: places.nameVi,
      en: places.nameEn,
    })
    .from(reports)
    .innerJoin(facilities, eq(facilities.id, reports.facilityId))
    .innerJoin(reportPeriods, eq(reportPeriods.id, reports.periodId))
    .innerJoin(places, eq(places.id, facilities.placeId))
    .where(eq(reports.id, id));
  const [found] = await (hold ? asked.for('update', { of: reports }) : asked);
  if (found === undefined) throw new DomainError('not_found', 'report');
  const { vi, en, ...rows } = found;
  return { ...rows, place: { vi, en }, record: { type: 'report', id }, subject: subjectOf(rows.facility) };
}

export interface ReportFacts {
  form: ReportForm;
  /** Elements that are asked of this facility, in the order of the form. */
  elements: Element[];
  parts: ReadonlyMap<string, ElementPart>;
  checks: Check[];
  context: CheckContext;
  /** The cells of this report, by part. */
  cells: ReadonlyMap<string, CellRow>;
  /** The last answers of earlier periods: what may be taken over. */
  earlier: ReadonlyMap<string, CellRow>;
  /** Everything in force in the 12 months up to the period, for the columns beside it. */
  history: readonly CellRow[];
  remarks: RemarkRow[];
  asked: number;
  filled: number;
  missing: string[];
  findings: Finding[];
}

export type RemarkRow = typeof reportRemarks.$inferSelect;

/** What the facts depend on; a report that was not opened yet has no id. */
export interface Judged {
  report: Pick<ReportRow, 'formId' | 'formVersion'> & { id: string | null };
  facility: FacilityRow;
  period: PeriodRow;
}

/** What the rows of the database say of some reports. */
interface Grounds {
  history: ReadonlyMap<string, readonly CellRow[]>;
  remarks: ReadonlyMap<string, readonly RemarkRow[]>;
  evidence: ReadonlyMap<string, readonly { element: string; endsOn: string }[]>;
}

/** All a page, a guard or a save has to know of a report: three statements, whatever its size. */
export async function readFacts(reader: Reader, judged: Judged): Promise<ReportFacts> {
  return factsOn(await readGrounds(reader, [judged]), judged);
}

/** The same of many reports, in the same three statements. */
export async function readManyFacts(reader: Reader, judged: readonly Judged[]): Promise<ReportFacts[]> {
  const grounds = await readGrounds(reader, judged);
  return judged.map((one) => factsOn(grounds, one));
}

async function readGrounds(reader: Reader, judged: readonly Judged[]): Promise<Grounds> {
  const ids = [...new Set(judged.map(({ facility }) => facility.id))];
  const periods = new Set(judged.flatMap(({ period }) => remembered(period.id)));
  const cells = await readCells(reader, ids, [...periods]);
  const remarks = await findRemarks(
    reader,
    judged.flatMap(({ report }) => report.id ?? []),
  );
  const evidence = await findEvidence(reader, ids);
  return {
    history: Map.groupBy(cells, ({ facilityId }) => facilityId),
    remarks: Map.groupBy(remarks, ({ reportId }) => reportId),
    evidence: Map.groupBy(evidence, ({ facilityId }) => facilityId),
  };
}

function factsOn(grounds: Grounds, { report, facility, period }: Judged): ReportFacts {
  const form = formOfVersion(report.formId, report.formVersion);
  const asked = askedOf(form, period.endsOn, factsOf(facility).activities);
  const within = new Set(remembered(period.id));
  const history = (grounds.history.get(facility.id) ?? []).filter(({ periodId }) => within.has(periodId));
  const evidence = (grounds.evidence.get(facility.id) ?? []).filter(({ endsOn }) => endsOn <= period.endsOn);
  const { cells, earlier, others } = sorted(history, period, asked.parts);
  const context: CheckContext = {
    previous: previousOf(earlier, asked.parts, shiftPeriod(period.id, -1)),
    others,
    evidence: [...new Set(evidence.map(({ element }) => element))],
    facility: factsOf(facility),
    periodEnd: period.endsOn,
  };
  return {
    form,
    ...asked,
    context,
    cells,
    earlier,
    history,
    remarks: [...((report.id === null ? undefined : grounds.remarks.get(report.id)) ?? [])],
    ...judge({ ...asked, context }, cells),
  };
}

const askedBefore = new Map<string, Pick<ReportFacts, 'elements' | 'parts' | 'checks'>>();

/** What a form asks of a facility with these activities on a day: a few answers, asked for thousands of times. */
export function askedOf(
  form: ReportForm,
  day: string,
  activities: readonly Activity[],
): Pick<ReportFacts, 'elements' | 'parts' | 'checks'> {
  const key = [form.id, form.version, day, ...activities].join();
  const known = askedBefore.get(key);
  if (known !== undefined) return known;
  const elements = elementsFor(elementsOf(form, day), activities);
  const parts = new Map(partsOf(elements).map((part) => [part.id, part]));
  const asked = { elements, parts, checks: checksFor(allChecks, elements) };
  askedBefore.set(key, asked);
  return asked;
}

/** What follows from the answers: progress and findings. */
export function judge(
  { elements, checks, context }: Pick<ReportFacts, 'elements' | 'checks' | 'context'>,
  cells: ReadonlyMap<string, CellRow>,
): Pick<ReportFacts, 'asked' | 'filled' | 'missing' | 'findings'> {
  const findings = findingsOf(checks, reportedOf(context, cells));
  return { ...progressOf(elements, checks, cells), findings };
}

const hospitals: readonly string[] = hospitalForms;

export function factsOf(facility: FacilityRow): CheckContext['facility'] {
  return {
    class: facility.class,
    hospital: hospitals.includes(facility.form),
    activities: activitiesOf(facility),
  };
}

const said = ({ state, value }: CellRow) => (state === 'value' ? value : undefined);

/** This report's cells, the last earlier answer of each of its parts, and the last word of the other forms. */
function sorted(
  history: readonly CellRow[],
  { id, endsOn }: PeriodRow,
  parts: ReadonlyMap<string, unknown>,
): { cells: Map<string, CellRow>; earlier: Map<string, CellRow>; others: CheckContext['others'] } {
  const cells = new Map<string, CellRow>();
  const earlier = new Map<string, CellRow>();
  const others: Record<string, ReturnType<typeof said>> = {};
  for (const row of [...history].sort((a, b) => (a.validTo < b.validTo ? -1 : 1))) {
    if (row.periodId === id) cells.set(row.part, row);
    else if (!parts.has(row.part) && row.validTo <= endsOn) others[row.part] = said(row);
    else if (parts.has(row.part) && row.state === 'value') earlier.set(row.part, row);
  }
  return { cells, earlier, others };
}

/** A flow is compared with the neighbouring period only; a state is what it was when last said. */
function previousOf(
  earlier: ReadonlyMap<string, CellRow>,
  parts: ReadonlyMap<string, ElementPart>,
  neighbour: string,
): CheckContext['previous'] {
  const known = [...earlier.values()].filter(({ part, periodId }) => {
    const definition = parts.get(part);
    return periodId === neighbour || (definition !== undefined && isCarried(definition));
  });
  return Object.fromEntries(known.map((row) => [row.part, row.value]));
}

const findRemarks = (reader: Reader, reportIds: readonly string[]): Promise<RemarkRow[]> =>
  reader
    .select()
    .from(reportRemarks)
    .where(isAnyOf(reportRemarks.reportId, 'uuid', reportIds))
    .orderBy(asc(reportRemarks.id));

function findEvidence(reader: Reader, facilityIds: readonly string[]) {
  return reader
    .select({
      facilityId: reportEvidence.facilityId,
      element: reportEvidence.elementId,
      endsOn: reportPeriods.endsOn,
    })
    .from(reportEvidence)
    .innerJoin(reportPeriods, eq(reportPeriods.id, reportEvidence.periodId))
    .where(
      and(
        isAnyOf(reportEvidence.facilityId, 'uuid', facilityIds),
        inArray(reportEvidence.state, ['offered', 'accepted']),
      ),
    );
}

export const remarkView = (row: RemarkRow, by: string | null): RemarkView => ({
  id: row.id,
  element: row.elementId,
  text: row.text,
  state: row.state,
  answer: row.answer,
  raisedAt: row.raisedAt,
  raisedBy: by,
});

/** Remarks of the running round in the shape the rules ask for. */
export const openRemarks = (remarks: readonly RemarkRow[]) =>
  remarks.map(({ elementId, state }) => ({ element: elementId, state }));
