import 'server-only';
import { and, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { reportPeriods, reports } from '@/db/schema/reporting';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { may } from '@/lib/policy/authorize';
import type { FeedValues } from '../api/schema';
import type { ReportForm } from '../define';
import { formOn } from '../queries/definitions';
import { feedYields } from '../rules';
import type { CellInput, CellOutcome } from '../schema';
import type { ReportState } from '../workflow';
import { type FacilityRow, findReport, type PeriodRow, type ReportFacts, readFacts, subjectOf } from './find';
import { assertOpens, openReport } from './open';
import { planCells } from './plan';
import { saveCells, tryCells } from './save';

interface Feed {
  /** A facility's key or its five-digit code. */
  facility: string;
  period: string;
  values: FeedValues['values'];
  dryRun: boolean;
}

interface Fed {
  /** Null when a dry run found no report. */
  reportId: string | null;
  facilityId: string;
  formId: string;
  state: ReportState;
  outcomes: CellOutcome[];
}

/**
 * Takes values from a hospital's own system into the report of a period, opening it when it is not there. What a
 * person entered stands unless the caller names the revision it has seen: the answer says which cells these are.
 */
export async function feedValues(actor: Actor, feed: Feed): Promise<Fed> {
  const target = await findTarget(actor, feed);
  const { facility, period, form } = target;
  const kept = await findKept(target);
  if (kept === null && feed.dryRun) return tryUnopened(actor, target, feed.values);
  const reportId =
    kept ?? (await openReport(actor, { facilityId: facility.id, periodId: period.id, formId: form.id })).id;
  const found = await findReport(database(), reportId);
  const { cells, yielded } = split(feed.values, await readFacts(database(), found));
  const save = feed.dryRun ? tryCells : saveCells;
  const saved = cells.length === 0 ? [] : await save(actor, { reportId, cells, source: 'feed' });
  return {
    reportId,
    facilityId: facility.id,
    formId: form.id,
    state: found.report.state,
    outcomes: [...saved, ...yielded],
  };
}

interface Target {
  facility: FacilityRow;
  period: PeriodRow;
  form: ReportForm;
}

async function findTarget(actor: Actor, { facility: key, period: periodId }: Feed): Promise<Target> {
  const [facility] = await database()
    .select()
    .from(facilities)
    .where(/^\d{5}$/.test(key) ? eq(facilities.maCskcb, key) : eq(facilities.id, key));
  if (facility === undefined || !may(actor, 'report.read', subjectOf(facility)))
    throw new DomainError('not_found', 'facility');
  const [period] = await database().select().from(reportPeriods).where(eq(reportPeriods.id, periodId));
  const form = period === undefined ? null : formOn(period.kind, period.endsOn);
  if (period === undefined || form === null) throw new DomainError('not_found', 'report_period');
  return { facility, period, form };
}

async function findKept({ facility, period, form }: Target): Promise<string | null> {
  const [report] = await database()
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(eq(reports.facilityId, facility.id), eq(reports.periodId, period.id), eq(reports.formId, form.id)),
    );
  return report?.id ?? null;
}

/** A dry run opens nothing: the values are judged as in the draft that would be opened. */
async function tryUnopened(actor: Actor, target: Target, values: Feed['values']): Promise<Fed> {
  const { facility, form } = target;
  if (!may(actor, 'report.enter', subjectOf(facility))) throw new DomainError('denied', 'report.enter');
  await assertOpens(database(), target, now());
  const report = { id: null, formId: form.id, formVersion: form.version };
  const facts = await readFacts(database(), { ...target, report });
  const { cells } = split(values, facts);
  const { outcomes } = planCells(cells, { facts, state: 'draft', source: 'feed' });
  // Nothing stands in a draft that is not there, so nothing can be overtaken.
  const told = outcomes.flatMap((one): CellOutcome[] => (one.outcome === 'overtaken' ? [] : [one]));
  return { reportId: null, facilityId: facility.id, formId: form.id, state: 'draft', outcomes: told };
}

function split(
  values: Feed['values'],
  { cells: known }: ReportFacts,
): { cells: CellInput[]; yielded: CellOutcome[] } {
  const cells: CellInput[] = [];
  const yielded: CellOutcome[] = [];
  for (const { seen, ...given } of values) {
    const current = known.get(given.part);
    const same =
      current?.state === given.state && JSON.stringify(current.value) === JSON.stringify(given.value);
    if (seen === undefined && current !== undefined && feedYields(current.source) && !same)
      yielded.push({ part: given.part, outcome: 'refused', code: 'entered_by_hand' });
    else cells.push({ ...given, seen: seen ?? current?.revision ?? 0 });
  }
  return { cells, yielded };
}
