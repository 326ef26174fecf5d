import 'server-only';
import { and, asc, desc, eq, gte, lte } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { reportPeriods, reports } from '@/db/schema/reporting';
import { addMonths, civilDateAt, dateOf, dayNumberOf } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { query } from '@/lib/kernel/query';
import type { ReportForm } from '../define';
import { isLate, statusOf } from '../periods/rules';
import type { OwnReport, PeriodView } from '../schema';
import { readCells } from './cells';
import { formOn } from './definitions';
import { expectedDays } from './expected';
import { countRemarks, progressIn } from './progress';
import { periodView } from './views';

/** Reports stay on the desk two years; a period nobody reported on stays two months after the province closed it. */
const keptMonths = 24;
const missedMonths = 2;

/**
 * A facility's own desk: its reports and the open periods still without one, the newest first. Only a grant on the
 * facility itself counts: a department works from the list.
 */
export const findOwnReports = query<Record<string, never>, OwnReport[]>({
  action: 'report.enter',
  async run({ db, within }) {
    const own = await db
      .select()
      .from(facilities)
      .where(within({ facility: facilities.id }))
      .orderBy(asc(facilities.nameVi))
      .limit(20);
    const today = civilDateAt(now());
    const periods = await db
      .select()
      .from(reportPeriods)
      .where(
        and(lte(reportPeriods.opensOn, today), gte(reportPeriods.endsOn, monthsBefore(today, keptMonths))),
      )
      .orderBy(desc(reportPeriods.endsOn), asc(reportPeriods.id));
    const lists = await Promise.all(own.map((facility) => deskOf(db, facility, { periods, today })));
    return lists.flat();
  },
});

const monthsBefore = (day: string, months: number) => dateOf(addMonths(dayNumberOf(day), -months));

type FacilityRow = typeof facilities.$inferSelect;
type ReportRow = typeof reports.$inferSelect;

async function deskOf(
  db: Database,
  facility: FacilityRow,
  { periods, today }: { periods: readonly PeriodView[]; today: string },
): Promise<OwnReport[]> {
  const filed = await db.select().from(reports).where(eq(reports.facilityId, facility.id));
  const missed = await findMissed(db, facility, { periods, today });
  const [rows, remarks] = await Promise.all([
    readCells(
      db,
      [facility.id],
      filed.map(({ periodId }) => periodId),
    ),
    countRemarks(
      db,
      filed.map(({ id }) => id),
    ),
  ]);
  const cells = Map.groupBy(rows, ({ periodId }) => periodId);
  return periods.flatMap((period) => {
    const report = filed.find((one) => one.periodId === period.id) ?? null;
    const form = formOn(period.kind, period.endsOn);
    if (form === null || (report === null && !missed.has(period.id))) return [];
    const progress = progressIn({ form, period }, facility, cells.get(period.id) ?? []);
    const openRemarks = remarks(report?.id ?? null);
    return [{ ...lineOf(facility, report, { period, form, today }), ...progress, openRemarks }];
  });
}

/** Periods without a report are shown while they can still be made up for, if the facility had to report then. */
async function findMissed(
  db: Database,
  { id }: FacilityRow,
  { periods, today }: { periods: readonly PeriodView[]; today: string },
): Promise<Set<string>> {
  const recent = periods.filter(
    ({ provincialDueOn }) => provincialDueOn >= monthsBefore(today, missedMonths),
  );
  const expected = await expectedDays(
    db,
    id,
    recent.map(({ endsOn }) => endsOn),
  );
  return new Set(recent.filter(({ endsOn }) => expected.has(endsOn)).map(({ id }) => id));
}

function lineOf(
  facility: FacilityRow,
  report: ReportRow | null,
  { period, form, today }: { period: PeriodView; form: ReportForm; today: string },
): Omit<OwnReport, 'asked' | 'filled' | 'openRemarks'> {
  return {
    facilityId: facility.id,
    facility: { vi: facility.nameVi, en: facility.nameEn },
    period: periodView(period),
    formId: form.id,
    form: form.title,
    reportId: report?.id ?? null,
    state: report?.state ?? 'missing',
    submittedAt: report?.submittedAt ?? null,
    late: isLate(period.dueOn, report?.submittedAt ?? null, today),
    open: statusOf(period, today) === 'open',
    sample: facility.sample || report?.sample === true,
  };
}
