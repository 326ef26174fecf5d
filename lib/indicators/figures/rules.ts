/**
 * Where a figure stands against its target: one published rule for every figure of the portal.
 * The parameters are the ministry's to set; no decision names them (reporting practice, not law).
 */
import type { Frequency } from '@/lib/reporting/define';
import type { Pace, Status } from '../schema';

export const statusRule = {
  /** Below this share of answers a figure is unknown, not zero. */
  coverage: 80,
  /** Closed periods the pace is read from: six months, or four quarters. */
  window: { month: 6, quarter: 4, year: 3 } as const satisfies Record<Frequency, number>,
  /** Actual pace over needed pace. */
  onTrack: 0.95,
  atRisk: 0.5,
  /** Quantiles of the slopes between which the forecast's range lies. */
  range: [0.1, 0.9] as const,
} as const;

/** Binary rounding may not turn 100 % into less. */
const tolerance = 1e-9;

export interface Parts {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Counted parts win over a rounded percentage. */
export function percentOf({ value, numerator, denominator }: Parts): number | null {
  if (numerator !== null && denominator !== null && denominator > 0) return (numerator / denominator) * 100;
  return value;
}

/** How many more are needed; null when the source gives no parts or nothing is missing. */
export function gapOf({ numerator, denominator, target }: Parts & { target: number | null }): number | null {
  if (numerator === null || denominator === null || target === null) return null;
  const gap = Math.ceil((denominator * target) / 100 - numerator - tolerance);
  return gap > 0 ? gap : null;
}

export const isReached = (value: number, target: number): boolean => value >= target - tolerance;

/** A value at the end of a closed period; `month` counts months, so that a slope is points per month. */
export interface Point {
  readonly month: number;
  readonly value: number;
}

export interface Slopes {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Theil–Sen: the median of the slopes between all pairs, which one outlier month cannot move. */
export function slopesOf(points: readonly Point[]): Slopes | null {
  const slopes = points.flatMap((a, at) =>
    points
      .slice(at + 1)
      .flatMap((b) => (a.month === b.month ? [] : [(b.value - a.value) / (b.month - a.month)])),
  );
  if (slopes.length === 0) return null;
  slopes.sort((a, b) => a - b);
  const [low, high] = statusRule.range;
  return { median: quantile(slopes, 0.5), low: quantile(slopes, low), high: quantile(slopes, high) };
}

/** Linear interpolation between the two values around the place of the quantile; `sorted` is not empty. */
function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

const DAY_MS = 86_400_000;
const daysAMonth = 365.25 / 12;
const farthest = 1200;

const monthsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS / daysAMonth;

function dayAfter(from: string, months: number): string | null {
  if (!(months >= 0 && months <= farthest)) return null;
  return new Date(Date.parse(from) + Math.ceil(months * daysAMonth) * DAY_MS).toISOString().slice(0, 10);
}

export interface Reading {
  /** Value and the day it speaks of. */
  readonly value: number | null;
  readonly valueOn: string | null;
  readonly target: number | null;
  readonly deadline: string | null;
  readonly successorDeadline: string | null;
  /** The day the reader stands on. */
  readonly today: string;
  /** Points of the closed periods of the window, oldest first. */
  readonly points: readonly Point[];
  /** Value known for the deadline; null when none is. */
  readonly atDeadline: number | null;
}

export interface Verdict {
  readonly status: Status;
  readonly missed: boolean;
  readonly pace: Pace | null;
}

/**
 * Target reached: achieved. Else the pace of the last closed months over the pace needed to the horizon: the
 * deadline, or the successor's once that has passed. No horizon left: off track. No pace known: off track when the
 * deadline has passed, else unknown.
 */
export function verdictOf(reading: Reading): Verdict {
  const { value, target, deadline, today, atDeadline } = reading;
  if (target === null) return { status: 'no_target', missed: false, pace: paceOf(reading, null) };
  const passed = deadline !== null && deadline < today;
  const missed = passed && atDeadline !== null && !isReached(atDeadline, target);
  if (value === null) return { status: 'unknown', missed, pace: null };
  const horizon = horizonOf(reading);
  const pace = paceOf(reading, horizon);
  return { status: statusOf(value, { target, horizon, passed, pace }), missed, pace };
}

function horizonOf({ deadline, successorDeadline, today }: Reading): string | null {
  return [deadline, successorDeadline].find((day) => day !== null && day >= today) ?? null;
}

interface Judged {
  target: number;
  horizon: string | null;
  passed: boolean;
  pace: Pace | null;
}

function statusOf(value: number, { target, horizon, passed, pace }: Judged): Status {
  if (isReached(value, target)) return 'achieved';
  if (horizon === null && passed) return 'off_track';
  const ratio = pace?.ratio ?? null;
  if (ratio === null) return passed ? 'off_track' : 'unknown';
  if (ratio >= statusRule.onTrack) return 'on_track';
  return ratio >= statusRule.atRisk ? 'at_risk' : 'off_track';
}

function paceOf({ value, valueOn, target, points }: Reading, horizon: string | null): Pace | null {
  if (value === null || valueOn === null) return null;
  const slopes = slopesOf(points);
  const missing = target === null || isReached(value, target) ? null : target - value;
  const left = horizon === null ? null : Math.max(monthsBetween(valueOn, horizon), 0);
  const required = missing === null || left === null || left === 0 ? null : missing / left;
  return {
    actual: slopes?.median ?? null,
    required,
    ratio: slopes === null || required === null ? null : slopes.median / required,
    horizon,
    months: points.length,
    reachedOn: missing === null || slopes === null ? null : reachedOn(valueOn, missing, slopes),
  };
}

/** When a straight line at the median slope arrives, with the range of the steep and the flat slopes. */
function reachedOn(from: string, missing: number, { median, low, high }: Slopes): Pace['reachedOn'] {
  const arrival = (slope: number) => (slope <= 0 ? null : dayAfter(from, missing / slope));
  const middle = arrival(median);
  return middle === null ? null : { median: middle, early: arrival(high) ?? middle, late: arrival(low) };
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** What moved a share, in points: the numerator alone, the denominator alone, and both together; adds up exactly. */
export function changeOf(before: Fraction, after: Fraction) {
  if (before.denominator === 0 || after.denominator === 0) return null;
  const grown = after.numerator - before.numerator;
  const inverse = 1 / after.denominator - 1 / before.denominator;
  return {
    numerator: (grown / before.denominator) * 100,
    denominator: before.numerator * inverse * 100,
    cross: grown * inverse * 100,
    total: (after.numerator / after.denominator - before.numerator / before.denominator) * 100,
  };
}
