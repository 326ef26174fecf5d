import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { reportEvents, reportPeriods, reports } from '@/db/schema/reporting';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command, type Found } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { formOn } from '../queries/definitions';
import { expectedOn } from '../queries/expected';
import { OpenReport } from '../schema';
import { type FacilityRow, subjectOf } from './find';

interface Opening extends Found {
  facility: FacilityRow;
  period: typeof reportPeriods.$inferSelect;
}

async function findFacility(
  reader: Reader,
  { facilityId, periodId }: { facilityId: string; periodId: string },
): Promise<Opening> {
  const [facility] = await reader.select().from(facilities).where(eq(facilities.id, facilityId));
  if (facility === undefined) throw new DomainError('not_found', 'facility');
  const [period] = await reader.select().from(reportPeriods).where(eq(reportPeriods.id, periodId));
  if (period === undefined) throw new DomainError('not_found', 'report_period');
  return { facility, period, record: { type: 'facility', id: facilityId }, subject: subjectOf(facility) };
}

/** Opens the draft of a period that has opened; whoever comes second gets the same report. */
export const openReport = command({
  action: 'report.enter',
  sees: 'report.read',
  input: OpenReport,
  find: findFacility,
  async run({ tx, actor, grant, input, found, now }) {
    const { facility, period } = found;
    const form = formOn(period.kind, period.endsOn);
    if (form?.id !== input.formId) throw new DomainError('not_found', 'report_form');
    await assertOpens(tx, found, now);
    const [made] = await tx
      .insert(reports)
      .values({
        id: newId(now),
        facilityId: facility.id,
        periodId: period.id,
        formId: form.id,
        formVersion: form.version,
        createdAt: now,
        sample: facility.sample || actor.sample,
      })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (made === undefined) return { id: await existing(tx, input), opened: false };
    await tx.insert(reportEvents).values({
      reportId: made.id,
      move: 'open',
      toState: 'draft',
      action: 'report.enter',
      personId: actor.personId,
      role: grant.role,
      recordedAt: now,
      recordedBy: actor.accountId,
    });
    return { id: made.id, opened: true };
  },
  trace: ({ input }, { id, opened }) => ({
    record: opened ? { type: 'report', id } : { type: 'facility', id: input.facilityId },
    detail: { move: 'open', period: input.periodId, form: input.formId, opened },
  }),
});

/** A report can be opened once its period has, by a facility that had to report then; it may come late. */
export async function assertOpens(
  reader: Reader,
  { facility, period }: Pick<Opening, 'facility' | 'period'>,
  at: Date,
): Promise<void> {
  if (period.opensOn > civilDateAt(at)) throw new DomainError('unlawful_move', 'period_not_open');
  const expected = expectedOn(reader, period.endsOn, eq(facilities.id, facility.id));
  const rows = await reader.select({ id: expected.id }).from(expected);
  if (rows.length === 0) throw new DomainError('unlawful_move', 'not_expected');
}

async function existing(tx: Tx, { facilityId, periodId, formId }: OpenReport): Promise<string> {
  const [row] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(eq(reports.facilityId, facilityId), eq(reports.periodId, periodId), eq(reports.formId, formId)),
    );
  if (row === undefined) throw new DomainError('conflict', 'report');
  return row.id;
}
