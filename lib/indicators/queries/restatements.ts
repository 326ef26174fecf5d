import 'server-only';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '@/db/client';
import { reportEvents, reportLocks } from '@/db/schema/reporting';
import type { Actor } from '@/lib/policy/actor';
import { may } from '@/lib/policy/authorize';
import { readNames } from '@/lib/reporting/queries/names';
import { relocksOf } from '../cube/rules';
import type { Measure } from '../measures/define';
import { monthOf } from '../periods/rules';
import type { FacilityRow } from '../registry/define';
import type { IndicatorView } from '../schema';
import type { Context } from './context';
import { type Group, reportedIn } from './course';
import type { Drawn } from './figure';

type Restatement = IndicatorView['restatements'][number];

/** Locks of a second thought are few; the newest are told. */
const shown = 40;

interface Reader {
  readonly group: Group;
  readonly actor: Actor | null;
}

/** How the figure of its period changed when locked reports were reopened and locked anew, the newest first. */
export async function readRestatements(
  context: Context,
  { course: { measure, current } }: Drawn,
  { group, actor }: Reader,
): Promise<Restatement[]> {
  if (measure === undefined || current === null) return [];
  const changed = changesOf(context, measure, { month: monthOf(current.period), group });
  if (changed.length === 0) return [];
  const told = await readReasons(changed.map(({ sequence }) => sequence));
  const nameOf = await readNames(
    database(),
    told.map(({ lockedBy }) => lockedBy),
  );
  const { facilities } = context.reading.registry;
  return changed.flatMap(({ sequence, facility, before, after }) => {
    const lock = told.find((one) => one.sequence === sequence);
    if (lock === undefined) return [];
    const by = mayKnow(actor, facilities[facility]) ? nameOf(lock.lockedBy) : null;
    return [{ at: lock.lockedAt, period: current.period, before, after, reason: lock.reason, by }];
  });
}

function changesOf(context: Context, measure: Measure, at: { month: number; group: Group }) {
  const { cube, known } = context.reading;
  return relocksOf(cube, measure, { month: at.month, sequence: known.sequence })
    .slice(-shown)
    .reverse()
    .map((sequence) => ({
      sequence,
      facility: cube.facility.get(sequence),
      before: reportedIn(context, measure, { ...at, sequence: sequence - 1 }).value,
      after: reportedIn(context, measure, { ...at, sequence }).value,
    }))
    .filter(({ before, after }) => before !== after);
}

/** Each lock with the reason its report was reopened for before it. */
async function readReasons(sequences: readonly number[]) {
  const locking = alias(reportEvents, 'locking');
  const rows = await database()
    .selectDistinctOn([reportLocks.sequence], {
      sequence: reportLocks.sequence,
      lockedAt: reportLocks.lockedAt,
      lockedBy: reportLocks.lockedBy,
      reason: reportEvents.reason,
    })
    .from(reportLocks)
    .innerJoin(locking, eq(locking.id, reportLocks.eventId))
    .leftJoin(
      reportEvents,
      and(
        eq(reportEvents.reportId, reportLocks.reportId),
        eq(reportEvents.move, 'reopen'),
        lt(reportEvents.id, locking.id),
      ),
    )
    .where(inArray(reportLocks.sequence, [...sequences]))
    .orderBy(reportLocks.sequence, desc(reportEvents.id));
  return rows;
}

/** People are named to those who may read the facility's reports. */
export function mayKnow(actor: Actor | null, facility: FacilityRow | undefined): boolean {
  if (actor === null || facility === undefined) return false;
  const unit = facility.unitCode === null ? [] : [facility.unitCode];
  return may(actor, 'report.read', { scopes: [`facility:${facility.id}`, ...unit] });
}
