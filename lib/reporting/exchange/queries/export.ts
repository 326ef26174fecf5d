import 'server-only';
import { and, inArray } from 'drizzle-orm';
import { facilities } from '@/db/schema/facilities';
import type { Locale } from '@/lib/i18n/locale';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { type FacilityRow, factsOf, findReport } from '../../commands/find';
import type { Element, ElementPart, ReportForm } from '../../define';
import { kindOf, periodOf } from '../../periods/rules';
import { type CellRow, readCells } from '../../queries/cells';
import { elementsOf, formOfVersion, formOn } from '../../queries/definitions';
import { listReports } from '../../queries/list';
import { elementsFor } from '../../rules';
import type { ExportFilters } from '../schema';

/** One cell of the form as it is written into a file; a cell nobody has answered is a line too, to be filled in. */
export interface ExportLine {
  facility: string;
  facilityName: string;
  period: string;
  part: ElementPart;
  label: string;
  answer: CellRow | null;
}

export interface Asked {
  locale: Locale;
  /** One report, or the list with its filters. */
  report?: string | undefined;
  filters: ExportFilters;
}

export const labelOf = ({ label }: Element, part: ElementPart, locale: Locale): string =>
  part.label === undefined ? label[locale] : `${label[locale]} – ${part.label[locale]}`;

/** The lines of the list one is looking at, some facilities at a time. */
export async function* exportLines(
  actor: Actor,
  { locale, report, filters }: Asked,
): AsyncGenerator<ExportLine[]> {
  if (report !== undefined) {
    const { facilityId, period } = await locate(actor, { id: report });
    yield await readLines(actor, { ids: [facilityId], period, locale });
    return;
  }
  let after: string | undefined;
  do {
    const page = await listReports(actor, { ...filters, ...(after === undefined ? {} : { after }) });
    const [first] = page.rows;
    if (first === undefined) return;
    const ids = page.rows.map(({ facilityId }) => facilityId);
    yield await readLines(actor, { ids, period: first.periodId, locale });
    after = page.next ?? undefined;
  } while (after !== undefined);
}

/** The form and the period a file speaks of, for its explaining sheets. */
export async function aboutExport(
  actor: Actor,
  { report, filters }: Omit<Asked, 'locale'>,
): Promise<{ form: ReportForm; period: string } | null> {
  if (report !== undefined) return locate(actor, { id: report });
  const [first] = (await listReports(actor, filters)).rows;
  if (first === undefined) return null;
  const form = formOn(kindOf(first.periodId), periodOf(first.periodId).endsOn);
  return form === null ? null : { form, period: first.periodId };
}

const scope = { facility: facilities.id, unit: facilities.unitCode };

const locate = query<{ id: string }, { facilityId: string; period: string; form: ReportForm }>({
  action: 'report.read',
  async run({ db, input, within }) {
    const { report, facility } = await findReport(db, input.id);
    const seen = await db.$count(facilities, and(inArray(facilities.id, [facility.id]), within(scope)));
    if (seen === 0) throw new DomainError('not_found', 'report');
    return {
      facilityId: facility.id,
      period: report.periodId,
      form: formOfVersion(report.formId, report.formVersion),
    };
  },
});

const readLines = query<{ ids: string[]; period: string; locale: Locale }, ExportLine[]>({
  action: 'report.read',
  from: 'replica',
  async run({ db, input: { ids, period, locale }, within }) {
    const [rows, cells] = await Promise.all([
      db
        .select()
        .from(facilities)
        .where(and(inArray(facilities.id, ids), within(scope))),
      readCells(db, ids, [period]),
    ]);
    const byFacility = Map.groupBy(cells, ({ facilityId }) => facilityId);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids
      .flatMap((id) => byId.get(id) ?? [])
      .flatMap((facility) => linesOf(facility, byFacility.get(facility.id) ?? [], { period, locale }));
  },
});

function linesOf(
  facility: FacilityRow,
  cells: readonly CellRow[],
  { period, locale }: { period: string; locale: Locale },
): ExportLine[] {
  const { endsOn } = periodOf(period);
  const form = formOn(kindOf(period), endsOn);
  if (form === null) return [];
  const answers = new Map(cells.map((row) => [row.part, row]));
  return elementsFor(elementsOf(form, endsOn), factsOf(facility).activities).flatMap((element) =>
    element.parts.map((part) => ({
      facility: facility.maCskcb ?? facility.id,
      facilityName: locale === 'vi' ? facility.nameVi : facility.nameEn,
      period,
      part,
      label: labelOf(element, part, locale),
      answer: answers.get(part.id) ?? null,
    })),
  );
}
