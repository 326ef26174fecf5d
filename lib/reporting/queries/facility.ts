import 'server-only';
import { and, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import { facilities } from '@/db/schema/facilities';
import { reportPeriods, reports } from '@/db/schema/reporting';
import type { FacilityReport } from '@/lib/facilities/schema';
import { addMonths, civilDateAt, dateOf, dayNumberOf } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { isLate } from '../periods/rules';
import { type CellRow, readCells } from './cells';
import { formOn } from './definitions';
import { expectedOn } from './expected';
import { progressIn } from './progress';

const shownMonths = 12;

/**
 * A facility's reports of the last year, the newest first: how many cells carry a value, were carried forward, do not
 * apply, are unknown or still missing. A period without a report is there when one was expected.
 */
export const listFacilityReports = query<{ facilityId: string }, FacilityReport[]>({
  action: 'report.read',
  from: 'replica',
  async run({ db, input, within }) {
    const [facility] = await db
      .select()
      .from(facilities)
      .where(
        and(
          eq(facilities.id, input.facilityId),
          within({ facility: facilities.id, unit: facilities.unitCode }),
        ),
      );
    if (facility === undefined) throw new DomainError('not_found', 'facility');
    const today = civilDateAt(now());
    const since = dateOf(addMonths(dayNumberOf(today), -shownMonths));
    const periods = await db
      .select()
      .from(reportPeriods)
      .where(
        and(
          inArray(reportPeriods.kind, ['month', 'quarter']),
          lte(reportPeriods.opensOn, today),
          gte(reportPeriods.endsOn, since),
        ),
      )
      .orderBy(desc(reportPeriods.endsOn), desc(reportPeriods.id));
    const ids = periods.map(({ id }) => id);
    const [filed, rows, expected] = await Promise.all([
      db
        .select()
        .from(reports)
        .where(and(eq(reports.facilityId, facility.id), inArray(reports.periodId, ids))),
      readCells(db, [facility.id], ids),
      Promise.all(
        periods.map(async ({ id, endsOn }) => {
          const then = expectedOn(db, endsOn, eq(facilities.id, facility.id));
          return [id, (await db.select({ id: then.id }).from(then)).length > 0] as const;
        }),
      ),
    ]);
    const wasExpected = new Map(expected);
    const cells = Map.groupBy(rows, ({ periodId }) => periodId);
    return periods.flatMap((period) => {
      const form = formOn(period.kind, period.endsOn);
      const report = filed.find(({ periodId }) => periodId === period.id);
      if (form === null || (report === undefined && wasExpected.get(period.id) !== true)) return [];
      const own = cells.get(period.id) ?? [];
      const { asked, filled } = progressIn({ form, period }, facility, own);
      return [
        {
          periodId: period.id,
          reportId: report?.id ?? null,
          state: report?.state ?? 'missing',
          late: isLate(period.dueOn, report?.submittedAt ?? null, today),
          asked,
          missing: asked - filled,
          ...countStates(own),
        },
      ];
    });
  },
});

function countStates(cells: readonly CellRow[]) {
  const of = (holds: (cell: CellRow) => boolean) => cells.filter(holds).length;
  return {
    value: of(({ state, source }) => state === 'value' && source !== 'carried'),
    carried: of(({ state, source }) => state === 'value' && source === 'carried'),
    notApplicable: of(({ state }) => state === 'not_applicable'),
    unknown: of(({ state }) => state === 'unknown'),
  };
}
