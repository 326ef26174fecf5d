/**
 * The statutory clock: when a dossier is due.
 *
 * Legal basis (confidence in brackets):
 * - The day after the start is day 1: Bộ luật Dân sự 2015, điều 147 [knowledge].
 * - A period in months ends on the same day of the last month, or on that month's last day; a last day that
 *   is off moves to the next working day: điều 148 [knowledge].
 * - Time spent on a requested supplement, a payment or a pending withdrawal is not handling time
 *   (public statuses 5, 6, 7) [found].
 * - Eight working hours to accept or to ask: Nghị định 45/2020/NĐ-CP [knowledge].
 *
 * Semantics, fixed:
 * - working_day counts working days strictly after the civil date of the start; a half day counts as one.
 * - calendar_day counts civil days after the start; month is the civil days up to the same day n months on.
 * - working_hour counts office time from the instant itself; outside office hours it begins with the next session.
 * - Day units are due at close of business: 17:00, or 12:00 on a morning-only day.
 * - Days in (date of pause, date of resume] are not counted: the same "day after" rule, so a pause ended on its
 *   own day changes nothing and pauses add up however they are split. working_hour excludes paused office time.
 * - A limit cannot run out while the clock stands still: when the last day is paused before it closes, that day
 *   does not count and the limit ends on the first day that does.
 * - Nested and overlapping pauses are one pause. Pauses outside start…stop are ignored; a stop ends a pause.
 * - An extension (Form 04) is a promise: it is due on its date, and later pauses push it on.
 * - Only the first start counts; the first stop after it ends the clock.
 */
import {
  addMonths,
  addWorkingDays,
  type Calendar,
  closingOf,
  type DayNumber,
  dateOf,
  dayNumberAt,
  dayNumberOf,
  instantOfOfficeTime,
  officeTimeAt,
  workingDayFrom,
  workingDaysBetween,
} from '@/lib/kernel/calendar';
import { type ClockEvent, type ClockHistory, historyOf, type Pause } from '@/lib/kernel/clock-history';

export type { ClockEvent, PauseCause } from '@/lib/kernel/clock-history';

export const clockUnits = ['working_day', 'calendar_day', 'working_hour', 'month'] as const;
export type ClockUnit = (typeof clockUnits)[number];

export interface ClockRule {
  amount: number;
  unit: ClockUnit;
}

export interface ClockReading {
  status: 'not_started' | 'running' | 'paused' | 'stopped';
  /** Null before the start, and while an open pause keeps the limit from running out. */
  due: Date | null;
  dueDate: string | null;
  paused: boolean;
  /** Days not counted before the due date: working days, or civil days for calendar_day and month. */
  pausedDays: number;
  /** Office time not counted before the due date, in minutes. */
  pausedMinutes: number;
  startedAt: Date | null;
  stoppedAt: Date | null;
}

/** The limit still to be counted, from which instant, and over which pauses. */
export interface Count {
  from: Date;
  /** Days, or milliseconds of office time for working_hour. */
  amount: number;
  pauses: readonly Pause[];
}

export function countOf(rule: ClockRule, history: ClockHistory, calendar: Calendar): Count {
  const { extension, startedAt, pauses } = history;
  const from = extension?.at ?? startedAt;
  const later = pauses
    .filter((pause) => pause.to === null || pause.to > from)
    .map((pause) => (pause.from < from ? { ...pause, from } : pause));
  const day = dayNumberAt(from);
  if (extension === null) {
    const amount = {
      working_day: rule.amount,
      calendar_day: rule.amount,
      working_hour: rule.amount * 3_600_000,
    };
    if (rule.unit === 'month') return { from, amount: addMonths(day, rule.amount) - day, pauses: later };
    return { from, amount: amount[rule.unit], pauses: later };
  }
  const promised = workingDayFrom(calendar, dayNumberOf(extension.to));
  const officeTime = officeTimeAt(calendar, closingOf(calendar, promised)) - officeTimeAt(calendar, from);
  if (rule.unit === 'working_hour') return { from, amount: officeTime, pauses: later };
  if (rule.unit === 'working_day')
    return { from, amount: workingDaysBetween(calendar, day, promised), pauses: later };
  return { from, amount: promised - day, pauses: later };
}

/** Civil days (after, to] that a pause takes away; `to` is infinite while it is open. */
export interface PausedDays {
  after: DayNumber;
  to: DayNumber;
  pause: Pause;
}

export function pausedDaysOf(pauses: readonly Pause[]): PausedDays[] {
  return pauses
    .map((pause) => ({
      after: dayNumberAt(pause.from),
      to: pause.to ? dayNumberAt(pause.to) : Infinity,
      pause,
    }))
    .filter(({ after, to }) => to > after);
}

/** Whether the clock stands still when the day closes although the day itself is not taken away. */
export function interruptedBy(calendar: Calendar, day: DayNumber, paused: readonly PausedDays[]): boolean {
  return paused.some(({ after, pause }) => after === day && pause.from < closingOf(calendar, day));
}

function dueDay(unit: ClockUnit, count: Count, calendar: Calendar): DayNumber | null {
  const between = (after: DayNumber, to: DayNumber) =>
    unit === 'working_day' ? workingDaysBetween(calendar, after, to) : Math.max(0, to - after);
  const paused = pausedDaysOf(count.pauses);
  let cursor = dayNumberAt(count.from);
  let rest = count.amount;
  for (const { after, to } of paused) {
    const available = after > cursor ? between(cursor, after) : 0;
    if (available >= rest) break;
    rest -= available;
    if (to === Infinity) return null;
    cursor = to;
  }
  const last = unit === 'working_day' && rest > 0 ? addWorkingDays(calendar, cursor, rest) : cursor + rest;
  return settle(last, paused, calendar);
}

/** The first working day, not before `day`, that closes with the clock running. */
function settle(day: DayNumber, paused: readonly PausedDays[], calendar: Calendar): DayNumber | null {
  let candidate = workingDayFrom(calendar, day);
  for (const { after, to, pause } of paused) {
    const taken = candidate > after && candidate <= to;
    if (!taken && !(candidate === after && pause.from < closingOf(calendar, candidate))) continue;
    if (to === Infinity) return null;
    candidate = workingDayFrom(calendar, to + 1);
  }
  return candidate;
}

function dueInstant(count: Count, calendar: Calendar): Date | null {
  let cursor = count.from;
  let rest = count.amount;
  for (const { from, to } of count.pauses) {
    const available = officeTimeAt(calendar, from) - officeTimeAt(calendar, cursor);
    if (available >= rest) break;
    rest -= available;
    if (to === null) return null;
    cursor = to;
  }
  return instantOfOfficeTime(calendar, officeTimeAt(calendar, cursor) + rest, cursor);
}

function dueOf(rule: ClockRule, history: ClockHistory, calendar: Calendar): Date | null {
  const count = countOf(rule, history, calendar);
  const runOut = count.amount <= 0 ? history.extension : null;
  if (rule.unit === 'working_hour' && runOut === null) return dueInstant(count, calendar);
  const day = runOut
    ? settle(dayNumberOf(runOut.to), pausedDaysOf(count.pauses), calendar)
    : dueDay(rule.unit, count, calendar);
  return day === null ? null : closingOf(calendar, day);
}

/** What the pauses took before the due date; an open pause is not counted while it keeps the limit open. */
function pausedTime(
  unit: ClockUnit,
  history: ClockHistory,
  span: { calendar: Calendar; until: Date | null },
) {
  const { calendar, until } = span;
  let pausedDays = 0;
  let pausedTime = 0;
  for (const { from, to } of history.pauses) {
    const end = to === null || (until !== null && until < to) ? until : to;
    if (end === null || end <= from) continue;
    const [after, last] = [dayNumberAt(from), dayNumberAt(end)];
    pausedDays += unit === 'working_day' ? workingDaysBetween(calendar, after, last) : last - after;
    pausedTime += officeTimeAt(calendar, end) - officeTimeAt(calendar, from);
  }
  return { pausedDays, pausedMinutes: Math.round(pausedTime / 60_000) };
}

const notStarted: ClockReading = {
  status: 'not_started',
  due: null,
  dueDate: null,
  paused: false,
  pausedDays: 0,
  pausedMinutes: 0,
  startedAt: null,
  stoppedAt: null,
};

export function dueDate(rule: ClockRule, events: readonly ClockEvent[], calendar: Calendar): ClockReading {
  const history = historyOf(events);
  if (history === null) return notStarted;
  const due = dueOf(rule, history, calendar);
  const paused = history.pauses.at(-1)?.to === null;
  const status = history.stoppedAt !== null ? 'stopped' : paused ? 'paused' : 'running';
  const { startedAt, stoppedAt } = history;
  const lost = pausedTime(rule.unit, history, { calendar, until: due });
  return { status, due, dueDate: due && dateOf(dayNumberAt(due)), paused, ...lost, startedAt, stoppedAt };
}

/** When it would be due if an open pause ended then. */
export function dueIfResumed(
  rule: ClockRule,
  history: { events: readonly ClockEvent[]; calendar: Calendar },
  at: Date,
): Date | null {
  const open = history.events
    .filter((event) => event.kind === 'pause')
    .map(() => ({ kind: 'resume', at }) as const);
  return dueDate(rule, [...history.events, ...open], history.calendar).due;
}

/** Office time between two instants, in whole minutes. */
export function workingMinutesBetween(from: Date, to: Date, calendar: Calendar): number {
  return Math.floor((officeTimeAt(calendar, to) - officeTimeAt(calendar, from)) / 60_000);
}

export function addWorkingHours(from: Date, hours: number, calendar: Calendar): Date {
  return instantOfOfficeTime(calendar, officeTimeAt(calendar, from) + hours * 3_600_000, from);
}
