import {
  type Calendar,
  type DayNumber,
  dateOf,
  dayNumberOf,
  instantAt,
  kindOf,
  weekdayOf,
} from '@/lib/kernel/calendar';
import { chance, share } from '../chance';

/** The five years of the sample; nothing happens after the last day. */
export const firstDay = '2021-11-22';
export const lastDay = '2026-11-22';
/** The moment at which the sample stands. */
export const standsAt = instantAt(dayNumberOf(lastDay), 23 * 60).getTime();

const minutesADay = 480;
const dayMs = 86_400_000;

/** Office time as a number line, for calculating with millions of instants: 480 minutes for every worked day. */
export interface OfficeLine {
  readonly positionOf: (instant: number) => number;
  readonly instantOf: (position: number) => number;
}

export function officeLine(calendar: Calendar): OfficeLine {
  const [from, to] = [dayNumberOf(firstDay) - 40, dayNumberOf(lastDay) + 1500];
  const worked: DayNumber[] = [];
  const before: number[] = [];
  for (let day = from; day <= to; day += 1) {
    before.push(worked.length);
    if (kindOf(calendar, day) === 'working') worked.push(day);
  }
  return {
    positionOf(instant) {
      const local = instant + 7 * 3_600_000;
      const day = Math.floor(local / dayMs);
      const minutes = (local - day * dayMs) / 60_000;
      const index = before[day - from] ?? 0;
      if (worked[index] !== day) return index * minutesADay;
      const lived = Math.max(0, Math.min(minutes, 720) - 480) + Math.max(0, Math.min(minutes, 1020) - 780);
      return index * minutesADay + lived;
    },
    instantOf(position) {
      const index = Math.floor(position / minutesADay);
      const rest = position - index * minutesADay;
      return (
        Math.round(instantAt(worked[index] ?? to, (rest < 240 ? 480 : 540) + rest).getTime() / 1000) * 1000
      );
    },
  };
}

/** First days of Tết: the calendar lists days off from 2023 on only. */
const lunarNewYears = ['2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17'].map(dayNumberOf);

/** Monday to Sunday. */
const week = [1.15, 1.08, 1.03, 1, 0.92, 0.12, 0.06];

function seasonOf(day: DayNumber): number {
  const monthDay = dateOf(day).slice(5);
  if (monthDay >= '11-15' && monthDay <= '12-25') return 1.35;
  if (monthDay >= '12-26' || monthDay <= '01-08') return 0.65;
  return 1;
}

function lunarDip(day: DayNumber): number {
  const distance = lunarNewYears.map((first) => day - first).find((days) => days > -12 && days < 12);
  if (distance === undefined) return 1;
  if (distance < -3) return 0.75;
  return distance < 6 ? 0.08 : 0.5;
}

/** How busy a day is: growing years, peaks before the year's end, dips at New Year and Tết, hardly anything on days off. */
function weightOf(calendar: Calendar, day: DayNumber): number {
  const years = (day - dayNumberOf(firstDay)) / 365;
  const weekday = kindOf(calendar, day) === 'off' ? Math.min(week[weekdayOf(day)] ?? 1, 0.1) : 1;
  const worked = kindOf(calendar, day) === 'off' ? weekday : (week[Math.min(weekdayOf(day), 4)] ?? 1);
  const noise = 0.92 + 0.16 * chance(`day:${day}`);
  return worked * noise * seasonOf(day) * lunarDip(day) * (0.75 + 0.12 * years);
}

export interface BusyDay {
  readonly day: DayNumber;
  /** Running number of its first dossier. */
  readonly first: number;
  readonly count: number;
}

/** Deals the dossiers out over the days, none lost. */
export function busyDays(calendar: Calendar, dossiers: number): BusyDay[] {
  const [from, to] = [dayNumberOf(firstDay), dayNumberOf(lastDay)];
  const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const counts = share(
    dossiers,
    days.map((day) => weightOf(calendar, day)),
  );
  let first = 0;
  return days.map((day, at) => {
    const count = counts[at] ?? 0;
    first += count;
    return { day, first: first - count, count };
  });
}
