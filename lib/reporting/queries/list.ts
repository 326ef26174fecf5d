import 'server-only';
import { and, asc, desc, eq, inArray, isNull, like, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { places } from '@/db/schema/places';
import { reportPeriods, reports } from '@/db/schema/reporting';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { type Cursor, decodeCursor, encodeCursor, type Page } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import { foldTones } from '@/lib/kernel/text';
import { isLate } from '../periods/rules';
import type { ListReports, PeriodView, ReportLine } from '../schema';
import { type About, findAbout } from './about';
import { formKind } from './definitions';
import { type Expected, expectedOn } from './expected';
import { countRemarks, readProgress } from './progress';

export { readCompleteness } from './completeness';

const pageSize = 25;

const scope = { unit: facilities.unitCode, facility: facilities.id };

/**
 * Who has to report on a period and where each report stands, by name. The list is built from the facilities that
 * are expected, so that one without a report is a line too; without a period it shows the latest that has opened.
 */
export const listReports = query<ListReports, Page<ReportLine>>({
  action: 'report.read',
  from: 'replica',
  async run({ db, input, within }) {
    const about = await findAbout(db, input);
    if (about === null) return { rows: [], next: null, previous: null };
    const backwards = input.before !== undefined;
    const cursor = decodeCursor(input.before ?? input.after);
    const found = await readRows(db, {
      about,
      expected: expectedOn(db, about.period.endsOn, within(scope)),
      input,
      cursor,
    });
    const rows = found.slice(0, pageSize);
    if (backwards) rows.reverse();
    return {
      rows: await linesOf(db, rows, about),
      ...neighbours(rows, { more: found.length > pageSize, backwards, hasCursor: cursor !== null }),
    };
  },
});

interface Asking {
  about: About;
  expected: Expected;
  input: ListReports;
  cursor: Cursor | null;
}

function readRows(db: Database, { about, expected, input, cursor }: Asking) {
  const backwards = input.before !== undefined;
  const past =
    cursor === null || cursor.value === null
      ? undefined
      : sql`(${expected.nameVi}, ${expected.id}) ${backwards ? sql`<` : sql`>`} (${cursor.value}, ${cursor.id}::uuid)`;
  const order = backwards ? desc : asc;
  return db
    .select({
      facility: { ...expected._.selectedFields },
      report: reports,
      place: { vi: places.nameVi, en: places.nameEn },
    })
    .from(expected)
    .innerJoin(places, eq(places.id, expected.placeId))
    .leftJoin(reports, reportOn(expected, about))
    .where(and(past, ...filters(input, expected, about)))
    .orderBy(order(expected.nameVi), order(expected.id))
    .limit(pageSize + 1);
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

const reportOn = (expected: Expected, { period, form }: About): SQL | undefined =>
  and(eq(reports.facilityId, expected.id), eq(reports.periodId, period.id), eq(reports.formId, form.id));

function filters(
  { state, place, search, late }: ListReports,
  expected: Expected,
  about: About,
): (SQL | undefined)[] {
  return [
    state === undefined ? undefined : state === 'missing' ? isNull(reports.id) : eq(reports.state, state),
    place === undefined ? undefined : eq(expected.placeId, place),
    search === undefined || search === '' ? undefined : named(expected, search),
    late === undefined ? undefined : sql`(${lateIn(about)}) = ${late}`,
  ];
}

/** The same question as `isLate`, asked of every row. */
const lateIn = ({ period, today }: About): SQL =>
  sql`coalesce((${reports.submittedAt} at time zone 'Asia/Ho_Chi_Minh')::date, ${today}::date) > ${period.dueOn}::date`;

/** A part of the name with or without tone marks, or of the facility's code. */
function named(expected: Expected, search: string): SQL | undefined {
  const text = `%${foldTones(search).replace(/[%_\\]/g, '\\$&')}%`;
  return like(expected.searched, text);
}

async function linesOf(db: Database, rows: readonly Row[], about: About): Promise<ReportLine[]> {
  const { period, form, today } = about;
  const [progress, remarks] = await Promise.all([
    readProgress(
      db,
      { form, period },
      rows.map(({ facility }) => facility),
    ),
    countRemarks(
      db,
      rows.map(({ report }) => report?.id ?? null),
    ),
  ]);
  return rows.map(({ facility, report, place }) => ({
    facilityId: facility.id,
    facility: { vi: facility.nameVi, en: facility.nameEn },
    class: facility.class,
    place,
    reportId: report?.id ?? null,
    formId: form.id,
    periodId: period.id,
    state: report?.state ?? 'missing',
    ...progress(facility),
    submittedAt: report?.submittedAt ?? null,
    late: isLate(period.dueOn, report?.submittedAt ?? null, today),
    openRemarks: remarks(report?.id ?? null),
    version: report?.version ?? null,
    sample: facility.sample || report?.sample === true,
  }));
}

function neighbours(
  rows: readonly Row[],
  { more, backwards, hasCursor }: { more: boolean; backwards: boolean; hasCursor: boolean },
): Pick<Page<ReportLine>, 'next' | 'previous'> {
  const cursorOf = (row: Row | undefined) =>
    row === undefined ? null : encodeCursor({ value: row.facility.nameVi, id: row.facility.id });
  return {
    next: (backwards ? hasCursor : more) ? cursorOf(rows.at(-1)) : null,
    previous: (backwards ? more : hasCursor) ? cursorOf(rows[0]) : null,
  };
}

/** Periods that have opened, the newest first: of one form, or of all. */
export const listPeriods = query<{ form?: string | undefined }, PeriodView[]>({
  action: 'report.read',
  from: 'replica',
  async run({ db, input: { form } }) {
    const kinds = form === undefined ? (['month', 'quarter', 'year'] as const) : [formKind(form)];
    return db
      .select({
        id: reportPeriods.id,
        kind: reportPeriods.kind,
        startsOn: reportPeriods.startsOn,
        endsOn: reportPeriods.endsOn,
        opensOn: reportPeriods.opensOn,
        dueOn: reportPeriods.dueOn,
        provincialDueOn: reportPeriods.provincialDueOn,
      })
      .from(reportPeriods)
      .where(
        and(
          inArray(
            reportPeriods.kind,
            kinds.filter((kind) => kind !== null),
          ),
          lte(reportPeriods.opensOn, civilDateAt(now())),
        ),
      )
      .orderBy(desc(reportPeriods.endsOn), asc(reportPeriods.id))
      .limit(60);
  },
});
