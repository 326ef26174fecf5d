import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { transaction } from '@/db/client';
import { reportPeriods } from '@/db/schema/reporting';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { defineJob } from '@/lib/kernel/outbox';
import { periodsAround, statusOf } from './periods/rules';

const source = { sourceRef: 'Chu kỳ và hạn báo cáo của cổng', confidence: 'derived' } as const;

/**
 * Every night: adds the running and the next period of each kind and marks which take reports. A period that is
 * there keeps its days: the ministry may have moved them. Running it twice changes nothing.
 */
export const openPeriods = defineJob({ name: 'reporting.open_periods', payload: z.unknown() }, () =>
  transaction(async (tx) => {
    const today = civilDateAt(now());
    const periods = periodsAround(today).map((period) => ({
      ...period,
      status: statusOf(period, today),
      ...source,
    }));
    await tx.insert(reportPeriods).values(periods).onConflictDoNothing();
    const stale = await tx
      .select()
      .from(reportPeriods)
      .where(inArray(reportPeriods.status, ['upcoming', 'open']));
    for (const period of stale) {
      const status = statusOf(period, today);
      if (status !== period.status)
        await tx.update(reportPeriods).set({ status }).where(eq(reportPeriods.id, period.id));
    }
  }),
);
