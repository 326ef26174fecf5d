import type { reportEvents, reports } from '@/db/schema/reporting';
import { chance } from '../chance';
import type { Facility } from '../facilities';
import { daysAfter, isLate, type Outcome, outcomeOf, sampledOn } from '../sample-periods';
import type { Period } from './reports-periods';

type State = (typeof reports.$inferSelect)['state'];
type Event = typeof reportEvents.$inferInsert;

type Step = {
  readonly move: Event['move'];
  readonly from: State;
  readonly to: State;
  readonly at: string;
  readonly reason: string | null;
};

/** When the cells became known: most once; some of them first `before`, and as they are now `after`. */
export type Known = {
  readonly before: string;
  readonly at: string;
  readonly after: string;
  /** Of 256 cells, how many were written twice. */
  readonly redone: number;
};

export type Course = Outcome & {
  readonly returnReason: string | null;
  readonly steps: readonly Step[];
  readonly known: Known;
};

const typedTwice = 34;
const restated = 90;
const unclear = 'Số liệu chưa khớp với sổ sách, đề nghị rà soát.';
const asksAgain = 'Đơn vị đề nghị mở lại báo cáo để cập nhật số liệu.';

const on = (day: string, time: string) => `${day}T${time}+07:00`;
const dayOf = (instant: string) => instant.slice(0, 10);
const step = (
  move: string,
  [from, to]: readonly [State, State],
  at: string,
  reason: string | null = null,
): Step => ({
  move,
  from,
  to,
  at,
  reason,
});

const submit = (from: State, at: string) => step('submit', [from, 'submitted'], at);
const sendBack = (at: string) => step('return', ['submitted', 'returned'], at, unclear);

/** How a report went from the facility to the ministry; null: the facility missed the period. */
export function courseOf(facility: Facility, period: Period): Course | null {
  const outcome = withOpenMonths(facility, period, outcomeOf({ hospital: facility }, period));
  if (outcome === null) return null;
  const entered = on(period.endsOn, '10:00:00');
  const { submittedAt, returnedAt, verifiedAt, lockedAt } = outcome;
  if (submittedAt === null) {
    const known = { before: entered, at: entered, after: entered, redone: typedTwice };
    return { ...outcome, returnReason: null, steps: [], known };
  }
  const steps = [submit('draft', submittedAt)];
  const before = on(daysAfter(dayOf(submittedAt), -1), '14:00:00');
  const known = { before, at: submittedAt, after: submittedAt, redone: typedTwice };
  if (returnedAt !== null)
    return { ...outcome, returnReason: unclear, steps: [...steps, sendBack(returnedAt)], known };
  if (verifiedAt === null) return { ...outcome, returnReason: null, steps, known };
  const course = sentBack({ facility, period }, { ...outcome, returnReason: null, steps, known });
  const verified = [...course.steps, step('verify', ['submitted', 'verified'], verifiedAt)];
  if (lockedAt === null) return { ...course, steps: verified };
  const locked = [...verified, step('lock', ['verified', 'locked'], lockedAt)];
  return reopened({ facility, period }, { ...course, steps: locked }, lockedAt);
}

/** In late provinces a month now and then was never locked at all. */
function withOpenMonths({ placeId }: Facility, { id }: Period, outcome: Outcome | null): Outcome | null {
  if (outcome?.state !== 'locked' || !isLate(placeId) || chance(`open:${placeId}:${id}`) >= 0.03)
    return outcome;
  return { ...outcome, state: 'verified', lockedAt: null };
}

type Whose = { readonly facility: Facility; readonly period: Period };

const roll = (what: string, { facility, period }: Whose) => chance(`${what}:${facility.id}:${period.id}`);

/** The department asked about a cell; it was answered before noon of the day the report was verified. */
function sentBack(whose: Whose, course: Course): Course {
  const { submittedAt, verifiedAt } = course;
  if (submittedAt === null || verifiedAt === null || roll('sent-back', whose) >= 0.03) return course;
  const day = dayOf(verifiedAt);
  const [returnedAt, again] = [on(day, '08:40:00'), on(day, '11:30:00')];
  return {
    ...course,
    returnedAt,
    returnReason: unclear,
    steps: [...course.steps, sendBack(returnedAt), submit('returned', again)],
    known: { before: submittedAt, at: submittedAt, after: again, redone: restated },
  };
}

/** Figures that were locked, found wrong months later, restated and locked once more. */
function reopened(whose: Whose, course: Course, lockedAt: string): Course {
  if (roll('reopened', whose) >= 0.025) return course;
  const day = daysAfter(dayOf(lockedAt), 20 + roll('reopened-after', whose) * 160);
  const [opened, again] = [on(day, '09:30:00'), on(daysAfter(day, 2), '10:00:00')];
  const [verifiedAt, relockedAt] = [on(daysAfter(day, 3), '15:40:00'), on(daysAfter(day, 5), '16:30:00')];
  if (dayOf(relockedAt) > sampledOn) return course;
  return {
    ...course,
    returnedAt: opened,
    returnReason: asksAgain,
    verifiedAt,
    lockedAt: relockedAt,
    steps: [
      ...course.steps,
      step('reopen', ['locked', 'returned'], opened, asksAgain),
      submit('returned', again),
      step('verify', ['submitted', 'verified'], verifiedAt),
      step('lock', ['verified', 'locked'], relockedAt),
    ],
    known: { before: course.known.at, at: course.known.at, after: again, redone: restated },
  };
}
