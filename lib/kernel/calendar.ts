/**
 * The working calendar of State bodies, and civil dates in Viet Nam's time (always UTC+07:00).
 *
 * Legal basis (confidence in brackets):
 * - Working week Monday–Friday: Quyết định 188/1999/QĐ-TTg [knowledge].
 * - Public holidays: Bộ luật Lao động 2019, điều 112 [knowledge; yearly lists found]; each listed day
 *   carries its own source.
 * - Swapped days (a weekday off, a Saturday worked): the yearly decision of the Prime Minister [as listed].
 * - Office hours 08:00–12:00 and 13:00–17:00 [knowledge; configurable by listing half days].
 *
 * A listed day that is only conditional has no effect; a provisional one has, and says so.
 */

export const WORKING_WEEK_SOURCE = 'QĐ 188/1999/QĐ-TTg';

export type DayKind = 'off' | 'working' | 'morning' | 'afternoon';
export type DayStatus = 'official' | 'provisional' | 'conditional';

export interface CalendarDay {
  date: string;
  kind: DayKind;
  status: DayStatus;
  name: string;
  source: string;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const OFFSET_MS = 7 * 3_600_000;

/** Office sessions of a day in minutes after midnight. */
const SESSIONS: Record<DayKind, readonly (readonly [number, number])[]> = {
  off: [],
  working: [
    [480, 720],
    [780, 1020],
  ],
  morning: [[480, 720]],
  afternoon: [[780, 1020]],
};

const minutesOf = (kind: DayKind) => SESSIONS[kind].reduce((sum, [from, to]) => sum + to - from, 0);

/** A civil day as a whole number: days since 1970-01-01. */
export type DayNumber = number;

export function dayNumberOf(date: string): DayNumber {
  const parsed = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(parsed) || dateOf(parsed / DAY_MS) !== date)
    throw new RangeError(`not a civil date: ${date}`);
  return parsed / DAY_MS;
}

export function dateOf(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The civil day in Viet Nam on which an instant falls. */
export function dayNumberAt(instant: Date): DayNumber {
  return Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS);
}

export function civilDateAt(instant: Date): string {
  return dateOf(dayNumberAt(instant));
}

/** The instant at which a civil day in Viet Nam has lived so many minutes. */
export function instantAt(day: DayNumber, minutes: number): Date {
  return new Date(day * DAY_MS + minutes * MINUTE_MS - OFFSET_MS);
}

/** ISO 8601 with Viet Nam's offset, as every interface of the portal writes an instant. */
export function isoOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().replace(/(\.000)?Z$/, '+07:00');
}

export function addMonths(day: DayNumber, months: number): DayNumber {
  const from = new Date(day * DAY_MS);
  const month = from.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastOfMonth)) / DAY_MS;
}

/** Mondays are 0. 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

const isWeekday = (day: DayNumber) => weekdayOf(day) < 5;
const usualKind = (day: DayNumber): DayKind => (isWeekday(day) ? 'working' : 'off');

function weekdaysBefore(day: DayNumber): number {
  return Math.floor((day + 3) / 7) * 5 + Math.min(weekdayOf(day), 5);
}

/** Listed days sorted by date, with running differences from the plain Monday–Friday week. */
export interface Calendar {
  readonly listed: ReadonlyMap<DayNumber, CalendarDay>;
  readonly conditional: ReadonlyMap<DayNumber, CalendarDay>;
  readonly days: readonly DayNumber[];
  readonly extraDays: readonly number[];
  readonly extraMinutes: readonly number[];
}

/** For the same date an official row beats a provisional one, and a later row an earlier one. */
export function compileCalendar(
  days: readonly CalendarDay[],
  options?: { assumeConditional: boolean },
): Calendar {
  const listed = new Map<DayNumber, CalendarDay>();
  const conditional = new Map<DayNumber, CalendarDay>();
  for (const entry of days) {
    const day = dayNumberOf(entry.date);
    if (entry.status === 'conditional' && !options?.assumeConditional) conditional.set(day, entry);
    else if (listed.get(day)?.status !== 'official' || entry.status === 'official') listed.set(day, entry);
  }
  const sorted = [...listed.keys()].sort((a, b) => a - b);
  const extraDays = [0];
  const extraMinutes = [0];
  for (const [index, day] of sorted.entries()) {
    const kind = listed.get(day)?.kind ?? usualKind(day);
    const usual = usualKind(day);
    extraDays.push((extraDays[index] ?? 0) + Number(kind !== 'off') - Number(usual !== 'off'));
    extraMinutes.push((extraMinutes[index] ?? 0) + minutesOf(kind) - minutesOf(usual));
  }
  return { listed, conditional, days: sorted, extraDays, extraMinutes };
}

/** How many listed days lie before the day. */
function listedBefore(calendar: Calendar, day: DayNumber): number {
  let low = 0;
  let high = calendar.days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((calendar.days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function kindOf(calendar: Calendar, day: DayNumber): DayKind {
  return calendar.listed.get(day)?.kind ?? usualKind(day);
}

export function isWorking(calendar: Calendar, day: DayNumber): boolean {
  return kindOf(calendar, day) !== 'off';
}

/** Working days d with from < d ≤ to; a half day is a working day. */
export function workingDaysBetween(calendar: Calendar, from: DayNumber, to: DayNumber): number {
  return to <= from ? 0 : workingDaysBefore(calendar, to + 1) - workingDaysBefore(calendar, from + 1);
}

function workingDaysBefore(calendar: Calendar, day: DayNumber): number {
  return weekdaysBefore(day) + (calendar.extraDays[listedBefore(calendar, day)] ?? 0);
}

function officeMinutesBefore(calendar: Calendar, day: DayNumber): number {
  const extra = calendar.extraMinutes[listedBefore(calendar, day)] ?? 0;
  return weekdaysBefore(day) * minutesOf('working') + extra;
}

/** The smallest day after `from` for which `reached` holds; `reached` must stay true once true. */
function firstDayAfter(from: DayNumber, reached: (day: DayNumber) => boolean): DayNumber {
  let step = 1;
  while (!reached(from + step)) step *= 2;
  let low = from + Math.floor(step / 2) + 1;
  let high = from + step;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The n-th working day after a day (n ≥ 1). */
export function addWorkingDays(calendar: Calendar, from: DayNumber, n: number): DayNumber {
  const target = workingDaysBefore(calendar, from + 1) + n;
  return firstDayAfter(from, (day) => workingDaysBefore(calendar, day + 1) >= target);
}

/** The day itself when it is worked, else the next one that is. */
export function workingDayFrom(calendar: Calendar, day: DayNumber): DayNumber {
  return isWorking(calendar, day) ? day : addWorkingDays(calendar, day, 1);
}

/** The close of business: 17:00, or 12:00 on a morning-only day. */
export function closingOf(calendar: Calendar, day: DayNumber): Date {
  return instantAt(day, kindOf(calendar, day) === 'morning' ? 720 : 1020);
}

/** Office time since the epoch, in milliseconds: a clock that stands still outside office hours. */
export function officeTimeAt(calendar: Calendar, instant: Date): number {
  const day = dayNumberAt(instant);
  const lived = (instant.getTime() - instantAt(day, 0).getTime()) / MINUTE_MS;
  const today = SESSIONS[kindOf(calendar, day)].reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(lived, to) - from),
    0,
  );
  return Math.round((officeMinutesBefore(calendar, day) + today) * MINUTE_MS);
}

/** The earliest instant after `after` at which the office clock shows the given time. */
export function instantOfOfficeTime(calendar: Calendar, officeTime: number, after: Date): Date {
  const target = officeTime / MINUTE_MS;
  const day = firstDayAfter(dayNumberAt(after) - 1, (d) => officeMinutesBefore(calendar, d + 1) >= target);
  let rest = target - officeMinutesBefore(calendar, day);
  for (const [from, to] of SESSIONS[kindOf(calendar, day)]) {
    if (rest <= to - from) return instantAt(day, from + rest);
    rest -= to - from;
  }
  return closingOf(calendar, day);
}
