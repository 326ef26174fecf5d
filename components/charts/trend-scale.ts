import { dayNumber, type Extent, position } from './scales';

/** One month of a course: civil date of its end, the words of the table, the figure with its parts. */
export interface TrendSpot {
  at: string;
  label: string;
  value: number | null;
  numerator?: number | null;
  denominator?: number | null;
  /** Fewer had answered than a figure needs: drawn dashed. */
  provisional?: boolean;
}

export interface TrendSeries {
  id: string;
  label: string;
  points: readonly TrendSpot[];
}

/** What must be reached, and by when. */
export interface TrendGoal {
  at: string;
  value: number;
  /** "Hạn 31/12/2025: 100%" */
  label: string;
}

/** When the value is reached at the pace of the last months. */
export interface TrendForecast {
  value: number;
  early: string;
  median: string;
  /** Absent: perhaps never; the fan then runs out of the drawing. */
  late: string | null;
}

/** A quarter and some days: past it nobody measured in between, so the line is a bridge and drawn dashed. */
const bridgeDays = 100;

export function bridged(points: readonly TrendSpot[], place: number): boolean {
  const [before, here] = [points[place - 1], points[place]];
  if (before === undefined || here === undefined || before.value === null || here.value === null)
    return false;
  return dayNumber(here.at) - dayNumber(before.at) > bridgeDays;
}

/** Further than this nobody can see, so the axis ends here. */
const farthestMonths = 36;

/** From the first point to the last thing that is drawn. */
export function timeExtent(
  series: readonly TrendSeries[],
  goals: readonly TrendGoal[],
  forecast: TrendForecast | null,
): Extent {
  const seen = series.flatMap(({ points }) => points.map(({ at }) => dayNumber(at)));
  const last = Math.max(...seen);
  const ahead = [
    ...goals.map(({ at }) => at),
    ...(forecast === null ? [] : [forecast.median, forecast.late ?? forecast.median]),
  ].map(dayNumber);
  return [Math.min(...seen), Math.min(Math.max(last, ...ahead), last + farthestMonths * 30.5)];
}

/** Firsts of months at even distances, six at most. */
export function monthTicks([from, to]: Extent): { at: string; label: string }[] {
  const start = dateOf(from);
  const months = (to - from) / 30.44;
  const step = [1, 2, 3, 6, 12, 24].find((one) => months / one <= 6) ?? 36;
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  return Array.from({ length: Math.ceil(months) + 2 }, (_, index) => first + index)
    .filter((month) => month % step === 0)
    .map((month) => {
      const [year, place] = [Math.floor(month / 12), String((month % 12) + 1).padStart(2, '0')];
      return { at: `${year}-${place}-01`, label: step >= 12 ? String(year) : `${place}/${year}` };
    })
    .filter(({ at }) => dayNumber(at) >= from && dayNumber(at) <= to);
}

/** Names at the ends of lines, moved apart so that none covers another; `room` in percent of the height. */
export function spread<Label extends { y: number }>(labels: readonly Label[], room: number): Label[] {
  const sorted = labels.toSorted((left, right) => left.y - right.y);
  const placed: Label[] = [];
  for (const label of sorted) {
    const above = placed.at(-1)?.y ?? Number.NEGATIVE_INFINITY;
    placed.push({ ...label, y: Math.max(label.y, above + room) });
  }
  return placed;
}

/** Places of dates and values, in percent of the drawing. */
export function placesOf(time: Extent, values: Extent) {
  return {
    x: (date: string) => (time[0] === time[1] ? 50 : position(dayNumber(date), time)),
    y: (value: number) => 100 - position(value, values),
  };
}

const dateOf = (day: number) => new Date(day * 86_400_000);
