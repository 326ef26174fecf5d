import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { insertOf, isAnyOf } from '@/db/lists';
import { facilities } from '@/db/schema/facilities';
import { reportPeriods, reports } from '@/db/schema/reporting';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command, type Found } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Actor, Grant } from '@/lib/policy/actor';
import type { ReportForm } from '../define';
import { formOn } from '../queries/definitions';
import { expectedOn } from '../queries/expected';
import { OpenReport } from '../schema';
import { type FacilityRow, type PeriodRow, type ReportRow, subjectOf } from './find';
import { insertEvents } from './write';

interface Opening extends Found {
  facility: FacilityRow;
  period: PeriodRow;
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
    const [made] = await insertReports(tx, [{ facility, period, form, grant }], { actor, now });
    if (made === undefined) return { id: await existing(tx, input), opened: false };
    return { id: made.id, opened: true };
  },
  trace: ({ input }, { id, opened }) => ({
    record: opened ? { type: 'report', id } : { type: 'facility', id: input.facilityId },
    detail: openedDetail(input, opened),
  }),
});

export const openedDetail = (
  { periodId, formId }: Pick<OpenReport, 'periodId' | 'formId'>,
  opened: boolean,
) => ({ move: 'open', period: periodId, form: formId, opened });

export interface ToOpen {
  facility: FacilityRow;
  period: PeriodRow;
  form: ReportForm;
  grant: Grant;
}

/** Drafts with the first line of their histories; one that somebody else has opened meanwhile is left out. */
export async function insertReports(
  tx: Tx,
  opening: readonly ToOpen[],
  { actor, now }: { actor: Actor; now: Date },
): Promise<ReportRow[]> {
  if (opening.length === 0) return [];
  const drafts = opening.map((one) => ({ ...one, report: draftOf(one, { actor, now }) }));
  const insert = insertOf<ReportRow>(
    'reports',
    {
      id: ['uuid', (row) => row.id],
      facility_id: ['uuid', (row) => row.facilityId],
      period_id: ['text', (row) => row.periodId],
      form_id: ['text', (row) => row.formId],
      form_version: ['smallint', (row) => row.formVersion],
      created_at: ['timestamptz', (row) => row.createdAt.toISOString()],
      sample: ['boolean', (row) => row.sample],
    },
    drafts.map(({ report }) => report),
  );
  const rows = await tx.execute<{ id: string }>(sql`${insert} on conflict do nothing returning id`);
  const ids = new Set(rows.map(({ id }) => id));
  const made = drafts.filter(({ report }) => ids.has(report.id));
  const events = made.map(({ report, grant }) => ({
    reportId: report.id,
    from: null,
    to: report.state,
    grant,
  }));
  if (made.length > 0) await insertEvents(tx, events, { move: 'open', actor, now });
  return made.map(({ report }) => report);
}

const draftOf = (
  { facility, period, form }: ToOpen,
  { actor, now }: { actor: Actor; now: Date },
): ReportRow => ({
  id: newId(now),
  facilityId: facility.id,
  periodId: period.id,
  formId: form.id,
  formVersion: form.version,
  state: 'draft',
  version: 1,
  createdAt: now,
  enteredOnBehalfBy: null,
  submittedAt: null,
  submittedBy: null,
  returnedAt: null,
  returnReason: null,
  verifiedAt: null,
  verifiedBy: null,
  lockedAt: null,
  lockedBy: null,
  sample: facility.sample || actor.sample,
});

/** Why a report can't be opened: its period has not, or the facility did not have to report then. */
export type OpeningFault = 'period_not_open' | 'not_expected';

/** A report can be opened once its period has, by a facility that had to report then; it may come late. */
export async function openingFaults(
  reader: Reader,
  candidates: readonly Pick<Opening, 'facility' | 'period'>[],
  at: Date,
): Promise<(candidate: Pick<Opening, 'facility' | 'period'>) => OpeningFault | null> {
  const today = civilDateAt(at);
  const asked = Map.groupBy(
    candidates.filter(({ period }) => period.opensOn <= today),
    ({ period }) => period.endsOn,
  );
  const expected = new Map<string, Set<string>>();
  for (const [day, ones] of asked) {
    const within = expectedOn(
      reader,
      day,
      isAnyOf(
        facilities.id,
        'uuid',
        ones.map(({ facility }) => facility.id),
      ),
    );
    const rows = await reader.select({ id: within.id }).from(within);
    expected.set(day, new Set(rows.map(({ id }) => id)));
  }
  return ({ facility, period }) => {
    if (period.opensOn > today) return 'period_not_open';
    return expected.get(period.endsOn)?.has(facility.id) === true ? null : 'not_expected';
  };
}

export async function assertOpens(
  reader: Reader,
  target: Pick<Opening, 'facility' | 'period'>,
  at: Date,
): Promise<void> {
  const fault = (await openingFaults(reader, [target], at))(target);
  if (fault !== null) throw new DomainError('unlawful_move', fault);
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
