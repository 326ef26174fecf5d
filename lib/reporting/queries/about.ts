import 'server-only';
import { and, desc, eq, lte } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { reportPeriods } from '@/db/schema/reporting';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import type { ReportForm } from '../define';
import { type ListReports, PeriodId, type PeriodView } from '../schema';
import { formKind, formOn } from './definitions';

/** What a list is about: a period that is there, and the form asked for it. */
export interface About {
  period: PeriodView;
  form: ReportForm;
  today: string;
}

/** Without a period the latest of the form's kind that has opened; null when nothing fits. */
export async function findAbout(
  reader: Reader,
  { period: id, form: formId }: Pick<ListReports, 'period' | 'form'>,
): Promise<About | null> {
  const today = civilDateAt(now());
  const kind = formId === undefined ? 'month' : formKind(formId);
  if (kind === null || (id !== undefined && !PeriodId.safeParse(id).success)) return null;
  const [period] = await reader
    .select()
    .from(reportPeriods)
    .where(
      id === undefined
        ? and(eq(reportPeriods.kind, kind), lte(reportPeriods.opensOn, today))
        : eq(reportPeriods.id, id),
    )
    .orderBy(desc(reportPeriods.endsOn))
    .limit(1);
  const form = period === undefined ? null : formOn(period.kind, period.endsOn);
  if (period === undefined || form === null || (formId !== undefined && formId !== form.id)) return null;
  return { period, form, today };
}
