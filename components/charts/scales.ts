/** Pure arithmetic of the charts: shares are 0–100, positions are percent of the width, one decimal is enough for both. */

/** Five classes, the same for every period and measure, so that two maps can be compared. */
export const rateBreaks = [45, 60, 75, 90] as const;
export type RateClass = 1 | 2 | 3 | 4 | 5;

/** A share on a break belongs to the class above it; unknown belongs to none. */
export function rateClass(share: number | null): RateClass | null {
  if (share === null) return null;
  return (1 + rateBreaks.filter((limit) => share >= limit).length) as RateClass;
}

export type Extent = readonly [low: number, high: number];

export const shares: Extent = [0, 100];

/** One decimal: a tenth of a percent of a chart is less than a pixel, and the markup stays small. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

/** Where a value stands between the ends, 0–100; what lies beyond an end stays at the end. */
export function position(value: number, [low, high]: Extent): number {
  if (high <= low) return 0;
  return round(Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100)));
}

/** The same for an SVG attribute. */
export function percent(value: number, extent: Extent = shares): string {
  return `${position(value, extent)}%`;
}

/** Round steps (1, 2, 5 × 10ⁿ) from the first below the values to the first above them. */
export function ticks([low, high]: Extent, count = 4): number[] {
  const step = niceStep((high - low) / count);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => cleaned((first + index) * step));
}

/** Counts start at zero; a chart of nothing still has a height. */
export function countExtent(values: readonly (number | null)[]): Extent {
  const most = Math.max(1, ...known(values));
  return [0, ticks([0, most]).at(-1) ?? most];
}

/** An axis cut around the values, widened so that equal values still have room; the caller marks the cut. */
export function cutExtent(values: readonly number[], limits: Extent = shares): Extent {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.15, 0.5);
  const found = ticks([low - room, high + room]);
  return [Math.max(limits[0], found[0] ?? low), Math.min(limits[1], found.at(-1) ?? high)];
}

export interface Spot {
  x: number;
  /** Absent: nobody knows. The line is broken here, never drawn to zero. */
  y: number | null;
}

/** Runs of neighbours that are known; a gap in the middle makes two. */
export function runs<Point extends { y: number | null }>(points: readonly Point[]): Point[][] {
  const found: Point[][] = [[]];
  for (const point of points) {
    if (point.y === null) found.push([]);
    else found.at(-1)?.push(point);
  }
  return found.filter((run) => run.length > 0);
}

/** A line through points that are known. */
export function linePath(points: readonly Spot[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y ?? 0)}`).join('');
}

export function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

/** Days since 1970: civil dates on an axis keep their true distance. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function niceStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

/** 0.1 + 0.2 and its kind. */
function cleaned(value: number): number {
  return Number(value.toPrecision(12));
}
