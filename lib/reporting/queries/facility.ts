import 'server-only';
import { and, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { reportPeriods, reports } from '@/db/schema/reporting';
import type { FacilityReport } from '@/lib/facilities/schema';
import { addMonths, civilDateAt, dateOf, dayNumberOf } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { query } from '@/lib/kernel/query';
import { isLate } from '../periods/rules';
import { type CellRow, readCells } from './cells';
import { formOn } from './definitions';
import { expectedDays } from './expected';
import { progressIn } from './progress';
import { findFacility } from './visible';

const shownMonths = 12;

/** Made up for demonstration; the facility itself may be a real one. */
type Filed = FacilityReport & { readonly sample: boolean };

/**
 * A facility's reports of the last year, the newest first: how many cells carry a value, were carried forward, do not
 * apply, are unknown or still missing. A period without a report is there when one was expected.
 */
export const listFacilityReports = query<{ facilityId: string }, Filed[]>({
  action: 'report.read',
  from: 'replica',
  async run(reading) {
    const { db } = reading;
    const facility = await findFacility(reading);
    const today = civilDateAt(now());
    const periods = await readPeriods(db, today);
    const ids = periods.map(({ id }) => id);
    const [filed, rows, expected] = await Promise.all([
      db
        .select()
        .from(reports)
        .where(and(eq(reports.facilityId, facility.id), inArray(reports.periodId, ids))),
      readCells(db, [facility.id], ids),
      expectedDays(
        db,
        facility.id,
        periods.map(({ endsOn }) => endsOn),
      ),
    ]);
    const cells = Map.groupBy(rows, ({ periodId }) => periodId);
    return periods.flatMap((period) => {
      const form = formOn(period.kind, period.endsOn);
      const report = filed.find(({ periodId }) => periodId === period.id);
      if (form === null || (report === undefined && !expected.has(period.endsOn))) return [];
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
          sample: report?.sample ?? false,
          ...countStates(own),
        },
      ];
    });
  },
});

/** Months and quarters that were open in the last year, the newest first. */
function readPeriods(db: Database, today: string) {
  const since = dateOf(addMonths(dayNumberOf(today), -shownMonths));
  return db
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
}

function countStates(cells: readonly CellRow[]) {
  const of = (holds: (cell: CellRow) => boolean) => cells.filter(holds).length;
  return {
    value: of(({ state, source }) => state === 'value' && source !== 'carried'),
    carried: of(({ state, source }) => state === 'value' && source === 'carried'),
    notApplicable: of(({ state }) => state === 'not_applicable'),
    unknown: of(({ state }) => state === 'unknown'),
  };
}
