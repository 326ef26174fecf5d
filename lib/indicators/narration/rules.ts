/**
 * What the sentences of the boards may claim, worked out from the figures by rule. No words here: a sentence that
 * is wrong is wrong in its facts, so the facts are what is tested.
 */
import type { Figure, IndicatorView } from '../schema';

type Judged = Pick<Figure, 'measure' | 'status' | 'missed' | 'gap'>;

export type BoardAnswer<F extends Judged = Judged> =
  /** Nothing on the board has a target in numbers. */
  | { kind: 'no_target' }
  /** There are targets, but too few have answered to judge any of them. */
  | { kind: 'unknown'; judged: number }
  | {
      kind: 'judged';
      judged: number;
      achieved: number;
      /** Not reached by the deadline; `late` of them have been reached since. */
      missed: number;
      late: number;
      /** Before the deadline, slower than is needed. */
      behind: number;
      unknown: number;
      /** Where most is missing, every figure that shares the greatest number. */
      largest: readonly F[];
    };

export function answerOf<F extends Judged>(rows: readonly F[]): BoardAnswer<F> {
  const judged = rows.filter(({ status }) => status !== 'no_target');
  if (judged.length === 0) return { kind: 'no_target' };
  const missed = judged.filter((row) => row.missed);
  const unknown = judged.filter(({ status }) => status === 'unknown');
  if (missed.length === 0 && unknown.length === judged.length) {
    return { kind: 'unknown', judged: judged.length };
  }
  const greatest = Math.max(0, ...judged.map(({ gap }) => gap ?? 0));
  return {
    kind: 'judged',
    judged: judged.length,
    achieved: judged.filter(({ status }) => status === 'achieved').length,
    missed: missed.length,
    late: missed.filter(({ status }) => status === 'achieved').length,
    behind: judged.filter((row) => !row.missed && isBehind(row)).length,
    unknown: unknown.length,
    largest: greatest === 0 ? [] : judged.filter(({ gap }) => gap === greatest),
  };
}

const isBehind = ({ status }: Judged) => status === 'at_risk' || status === 'off_track';

export interface MonthlyPace {
  /** Facilities (or services, people) a month when parts are known, points of per cent otherwise. */
  counted: boolean;
  needed: number | null;
  actual: number | null;
  horizon: string | null;
  target: number | null;
  /** Closed periods the actual pace is read from. */
  months: number;
}

/** Points a month become whole facilities: what is needed is rounded up, what was done is not flattered. */
export function monthlyPaceOf(
  figure: Pick<Figure, 'pace' | 'unit' | 'denominator' | 'target'>,
): MonthlyPace | null {
  const { pace, unit, denominator, target } = figure;
  if (pace === null || (pace.required === null && pace.actual === null)) return null;
  const share = unit === 'percent';
  const counted = !share || (denominator !== null && denominator > 0);
  const per = (points: number | null) => (points === null || !share || !counted ? points : scaled(points));
  const scaled = (points: number) => (points * (denominator ?? 0)) / 100;
  const needed = per(pace.required);
  const actual = per(pace.actual);
  return {
    counted,
    needed: needed !== null && counted ? Math.ceil(needed - 1e-9) : needed,
    actual: actual !== null && counted ? Math.floor(actual + 1e-9) : actual,
    horizon: pace.horizon,
    target: target?.value ?? null,
    months: pace.months,
  };
}

type Group = IndicatorView['missingBy'][number];

/** The fewest groups that together hold at least half of what is missing; null when nothing is missing. */
export function halfOf(groups: readonly Group[]): { groups: Group[]; total: number; held: number } | null {
  const total = sum(groups);
  return total === 0 ? null : { ...fewestFor(total / 2, groups), total };
}

/** The fewest groups whose missing ones would be enough, the largest first. */
export function fewestFor(needed: number, groups: readonly Group[]): { groups: Group[]; held: number } {
  const chosen: Group[] = [];
  let held = 0;
  for (const group of groups.toSorted((a, b) => b.missing - a.missing)) {
    if (held >= needed || group.missing === 0) break;
    chosen.push(group);
    held += group.missing;
  }
  return { groups: chosen, held };
}

/** Every group that shares the greatest number missing. */
export function largestOf(groups: readonly Group[]): Group[] {
  const greatest = Math.max(0, ...groups.map(({ missing }) => missing));
  return greatest === 0 ? [] : groups.filter(({ missing }) => missing === greatest);
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { missing }) => total + missing, 0);
}

export interface PlaceFacts<F> {
  known: number;
  unknown: number;
  highest: readonly F[];
  lowest: readonly F[];
  /** How many known places have reached the target; null without a target in per cent. */
  reached: number | null;
}

type Placed = Pick<Figure, 'value' | 'target'>;

/** Who leads and who lags; equal values share the place, and one place alone neither leads nor lags. */
export function placeFactsOf<F extends Placed>(provinces: readonly F[]): PlaceFacts<F> {
  const known = provinces.filter(({ value }) => value !== null);
  const values = known.map(({ value }) => value ?? 0);
  const best = Math.max(...values);
  const worst = Math.min(...values);
  const ranked = known.length > 1 && best > worst;
  return {
    known: known.length,
    unknown: provinces.length - known.length,
    highest: ranked ? known.filter(({ value }) => value === best) : [],
    lowest: ranked ? known.filter(({ value }) => value === worst) : [],
    reached: reachedOf(known),
  };
}

function reachedOf(known: readonly Placed[]): number | null {
  const judged = known.filter(({ target }) => typeof target?.value === 'number');
  if (judged.length === 0) return null;
  return judged.filter(({ value, target }) => (value ?? 0) >= (target?.value ?? 0)).length;
}

/** Known first, best first; equal values stand in the order of names. */
export function rankedPlaces<F extends Placed & { place: Figure['place'] }>(
  provinces: readonly F[],
  compare: (a: string, b: string) => number,
): F[] {
  return provinces.toSorted(
    (a, b) =>
      Number(a.value === null) - Number(b.value === null) ||
      (b.value ?? 0) - (a.value ?? 0) ||
      compare(a.place?.name.vi ?? '', b.place?.name.vi ?? ''),
  );
}

export interface Coverage {
  members: number;
  fresh: number;
  carried: number;
  missing: number;
}

/** Reported this period, carried from an earlier report, not answered; the three add up to the members. */
export function coverageOf(
  figure: Pick<Figure, 'members' | 'answered' | 'fresh' | 'carried'>,
): Coverage | null {
  const { members, answered, fresh, carried } = figure;
  if (members === null || members === 0 || answered === null) return null;
  const kept = carried ?? 0;
  return {
    members,
    fresh: fresh ?? answered - kept,
    carried: kept,
    missing: Math.max(0, members - answered),
  };
}
