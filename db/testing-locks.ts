import { and, desc, eq } from 'drizzle-orm';
import { periodOf } from '@/lib/reporting/periods/rules';
import { transaction } from './client';
import { reportEvents, reports, reportValues } from './schema/reporting';

export interface Locked {
  facilityId: string;
  periodId: string;
  at: Date;
  /** Numbers as they are stored: yes and no are 1 and 0; a text is a civil day; null says "unknown". */
  cells: Readonly<Record<string, number | string | null>>;
  by?: string;
}

const stored = (value: number | string | null) => {
  if (value === null) return { state: 'unknown' as const, reason: 'chưa rõ' };
  return typeof value === 'number' ? { numberValue: value } : { dateValue: value };
};

/** Writes cells and locks their report in one go, reopening it first when it is locked already; returns its id. */
export function lockCells({ facilityId, periodId, at, cells, by = 'test' }: Locked): Promise<string> {
  const formId = periodId.includes('Q') ? 'hospital-quarter' : 'hospital-month';
  const { startsOn, endsOn } = periodOf(periodId);
  return transaction(async (tx) => {
    for (const [elementId, value] of Object.entries(cells)) {
      const cell = { elementId, periodId, facilityId };
      const [last] = await tx
        .select({ revision: reportValues.revision })
        .from(reportValues)
        .where(
          and(
            eq(reportValues.elementId, elementId),
            eq(reportValues.periodId, periodId),
            eq(reportValues.facilityId, facilityId),
          ),
        )
        .orderBy(desc(reportValues.revision))
        .limit(1);
      const version = {
        elementVersion: 1,
        revision: (last?.revision ?? 0) + 1,
        recordedAt: at,
        recordedBy: by,
      };
      await tx
        .insert(reportValues)
        .values({ ...cell, ...version, validFrom: startsOn, validTo: endsOn, ...stored(value) });
    }
    const [report] = await tx
      .insert(reports)
      .values({ facilityId, periodId, formId, formVersion: 1, state: 'locked', createdAt: at })
      .onConflictDoUpdate({
        target: [reports.facilityId, reports.periodId, reports.formId],
        set: { state: 'locked' },
      })
      .returning({ id: reports.id });
    const reportId = report?.id ?? '';
    const event = { reportId, recordedAt: at, recordedBy: by };
    const earlier = await tx.select().from(reportEvents).where(eq(reportEvents.reportId, reportId));
    if (earlier.length > 0)
      await tx
        .insert(reportEvents)
        .values({ ...event, move: 'reopen', toState: 'returned', reason: 'Sửa theo kết quả kiểm tra' });
    await tx.insert(reportEvents).values({ ...event, move: 'lock', toState: 'locked' });
    return reportId;
  });
}
