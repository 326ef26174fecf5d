/**
 * How a dossier stands against its limit, in two readings kept side by side.
 *
 * Legal basis (confidence in brackets):
 * - Categories early, on time, within time, due soon, overdue, paused: national reports [found]; the 20 % and
 *   one-working-day thresholds are conventions of this portal [demo], so they are data.
 * - National formula of the National Public Service Portal [found]: on time when the end is not after the
 *   promised date; without a promised date, end − start − supplement time ≤ the statutory maximum; a dossier
 *   waiting for the applicant is judged at the time of the request; more than one supplement request is late
 *   unless special law allows more. The maximum is read as the time from start to the due date of an
 *   uninterrupted clock [derived].
 */
import { type Calendar, dayNumberAt, officeTimeAt, workingDaysBetween } from '@/lib/kernel/calendar';
import { type ClockEvent, historyOf } from '@/lib/kernel/clock-history';
import { type ClockRule, dueDate } from '@/lib/kernel/clock-rules';

export const standingCategories = [
  'early',
  'on_time',
  'in_time',
  'due_soon',
  'overdue_running',
  'overdue_done',
  'paused',
] as const;
export type StandingCategory = (typeof standingCategories)[number];

export interface StandingThresholds {
  /** Due soon when this share of the limit, or less, remains. */
  share: number;
  /** Due soon when so many working days, or fewer, remain; not applied to limits in working hours. */
  workingDays: number;
}

export const defaultThresholds: StandingThresholds = { share: 0.2, workingDays: 1 };

export interface ClockCase {
  rule: ClockRule;
  events: readonly ClockEvent[];
  calendar: Calendar;
  now: Date;
}

export interface Standing {
  category: StandingCategory;
  due: Date | null;
  /** Working days left after today; negative when overdue; null while paused or ended. */
  remainingWorkingDays: number | null;
}

/** Null before the clock has started. */
export function standing(
  subject: ClockCase,
  thresholds: StandingThresholds = defaultThresholds,
): Standing | null {
  const { rule, events, calendar, now } = subject;
  const { due, startedAt, stoppedAt, paused, pausedMinutes } = dueDate(rule, events, calendar);
  if (startedAt === null) return null;
  const ended = (category: StandingCategory) => ({ category, due, remainingWorkingDays: null });
  if (due === null) return ended('paused');
  if (stoppedAt !== null) return ended(endedCategory(stoppedAt, due));
  const remainingWorkingDays = remainingDays(calendar, now, due);
  if (now > due) return { category: 'overdue_running', due, remainingWorkingDays };
  if (paused) return ended('paused');
  const left = officeTimeAt(calendar, due) - officeTimeAt(calendar, now);
  const whole = officeTimeAt(calendar, due) - officeTimeAt(calendar, startedAt) - pausedMinutes * 60_000;
  const fewDays = rule.unit !== 'working_hour' && remainingWorkingDays <= thresholds.workingDays;
  const soon = fewDays || left <= whole * thresholds.share;
  return { category: soon ? 'due_soon' : 'in_time', due, remainingWorkingDays };
}

function endedCategory(end: Date, due: Date): StandingCategory {
  if (end > due) return 'overdue_done';
  return dayNumberAt(end) < dayNumberAt(due) ? 'early' : 'on_time';
}

function remainingDays(calendar: Calendar, now: Date, due: Date): number {
  const [today, last] = [dayNumberAt(now), dayNumberAt(due)];
  if (now <= due) return workingDaysBetween(calendar, today, last);
  return 0 - workingDaysBetween(calendar, last, today);
}

export interface NationalOptions {
  /** The date on the slip (Form 01 or the latest Form 04). */
  promised?: Date | undefined;
  /** Special law may allow more than one supplement request. */
  maxSupplementRounds?: number | undefined;
}

export interface NationalReading {
  onTime: boolean;
  reason: 'by_promise' | 'by_elapsed_time' | 'too_many_supplements';
  /** The moment compared with the limit: the end, the open request to the applicant, or now. */
  judgedAt: Date;
  supplementRequests: number;
  supplementMinutes: number;
  /** The portal's own reading of the law, beside it. */
  legal: { onTime: boolean; due: Date | null };
  agrees: boolean;
}

/** Null before the clock has started. */
export function nationalReading(subject: ClockCase, options: NationalOptions = {}): NationalReading | null {
  const { rule, events, calendar, now } = subject;
  const reading = dueDate(rule, events, calendar);
  const { startedAt, stoppedAt, due } = reading;
  if (startedAt === null) return null;
  const supplement = supplementsOf(events);
  const judgedAt = stoppedAt ?? (reading.paused ? supplement.waitingSince : null) ?? now;
  const elapsed = judgedAt.getTime() - startedAt.getTime() - supplement.time;
  const uninterrupted = dueDate(rule, [{ kind: 'start', at: startedAt }], calendar).due ?? startedAt;
  const maximum = uninterrupted.getTime() - startedAt.getTime();
  const inTime = options.promised ? judgedAt <= options.promised : elapsed <= maximum;
  const tooMany = supplement.requests > (options.maxSupplementRounds ?? 1);
  const legal = { onTime: due === null || (stoppedAt ?? now) <= due, due };
  const onTime = inTime && !tooMany;
  return {
    onTime,
    reason: tooMany ? 'too_many_supplements' : options.promised ? 'by_promise' : 'by_elapsed_time',
    judgedAt,
    supplementRequests: supplement.requests,
    supplementMinutes: Math.round(supplement.time / 60_000),
    legal,
    agrees: onTime === legal.onTime,
  };
}

/** A pause without a named cause is read as a supplement request, the only kind the formula knows. */
function supplementsOf(events: readonly ClockEvent[]): {
  requests: number;
  time: number;
  waitingSince: Date | null;
} {
  const isRequest = (event: ClockEvent) => (event.cause ?? 'supplement') === 'supplement';
  const asked = events.filter((event) => isRequest(event) || event.kind === 'start' || event.kind === 'stop');
  const history = historyOf(asked);
  const pauses = history?.pauses ?? [];
  const time = pauses.reduce(
    (sum, { from, to }) => sum + (to === null ? 0 : to.getTime() - from.getTime()),
    0,
  );
  const open = pauses.find(({ to }) => to === null);
  const requests = asked.filter(
    ({ kind, at }) => kind === 'pause' && history !== null && at >= history.startedAt,
  );
  return { requests: requests.length, time, waitingSince: open?.from ?? null };
}
