import 'server-only';
import { and, count, inArray, ne } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { reportRemarks } from '@/db/schema/reporting';
import type { Activity, ReportForm } from '../define';
import { checksFor, elementsFor, progressOf } from '../rules';
import { type CellRow, readCells } from './cells';
import { allChecks, elementsOf } from './definitions';

/** What of a facility decides which elements it is asked. */
export interface Asked {
  id: string;
  obstetrics: boolean;
  driverChecks: boolean;
  insured: boolean;
}

const named = [
  ['obstetrics', 'obstetrics'],
  ['driverChecks', 'driver_checks'],
  ['insured', 'insured'],
] as const satisfies readonly (readonly [keyof Asked, Activity])[];

export const activitiesOf = (facility: Omit<Asked, 'id'>): Activity[] =>
  named.filter(([column]) => facility[column]).map(([, activity]) => activity);

interface Form {
  form: ReportForm;
  period: { id: string; endsOn: string };
}

/** How far one facility is on a form, from its cells of the period. */
export function progressIn(
  { form, period }: Form,
  facility: Asked,
  cells: readonly CellRow[],
): { asked: number; filled: number } {
  const elements = elementsFor(elementsOf(form, period.endsOn), activitiesOf(facility));
  const answers = new Map(cells.map((cell) => [cell.part, cell]));
  const { asked, filled } = progressOf(elements, checksFor(allChecks, elements), answers);
  return { asked, filled };
}

/** How far each facility of a page is: one statement for all of them, counted by the rule the form itself uses. */
export async function readProgress(
  reader: Reader,
  about: Form,
  facilities: readonly Asked[],
): Promise<(facility: Asked) => { asked: number; filled: number }> {
  const ids = facilities.map(({ id }) => id);
  const cells = Map.groupBy(await readCells(reader, ids, [about.period.id]), (cell) => cell.facilityId);
  return (facility) => progressIn(about, facility, cells.get(facility.id) ?? []);
}

/** Remarks of each report that wait for an answer or for being settled. */
export async function countRemarks(
  reader: Reader,
  reportIds: readonly (string | null)[],
): Promise<(reportId: string | null) => number> {
  const ids = reportIds.filter((id) => id !== null);
  if (ids.length === 0) return () => 0;
  const rows = await reader
    .select({ id: reportRemarks.reportId, count: count() })
    .from(reportRemarks)
    .where(and(inArray(reportRemarks.reportId, ids), ne(reportRemarks.state, 'settled')))
    .groupBy(reportRemarks.reportId);
  const counts = new Map(rows.map((row) => [row.id, row.count]));
  return (id) => (id === null ? 0 : (counts.get(id) ?? 0));
}
