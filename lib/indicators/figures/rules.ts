/**
 * Where a published figure stands against its target.
 * Demonstration bands until the ministry sets its own: 90 and 70 per cent of the target. Once the deadline has
 * passed nothing short of the target is "on track" any more.
 */
export type Standing = 'achieved' | 'on_track' | 'at_risk' | 'off_track' | 'no_data';

export interface FigureReading {
  /** Per cent, as the source counts. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
  deadline: string | null;
  today: string;
}

export function standingOf({ target, deadline, today, ...figure }: FigureReading): Standing {
  const value = percentOf(figure);
  if (value === null || target === null) return 'no_data';
  if (value >= target) return 'achieved';
  const reached = value / target;
  const missed = deadline !== null && deadline < today;
  if (missed) return reached >= 0.9 ? 'at_risk' : 'off_track';
  if (reached >= 0.9) return 'on_track';
  return reached >= 0.7 ? 'at_risk' : 'off_track';
}

/** Counted parts win over a rounded percentage. */
export function percentOf({
  value,
  numerator,
  denominator,
}: Pick<FigureReading, 'value' | 'numerator' | 'denominator'>): number | null {
  if (numerator !== null && denominator !== null && denominator > 0) return (numerator / denominator) * 100;
  return value;
}

/** How many more are needed; null when the source gives no parts or nothing is missing. */
export function gapOf({ numerator, denominator, target }: FigureReading): number | null {
  if (numerator === null || denominator === null || target === null) return null;
  const gap = Math.ceil((denominator * target) / 100 - numerator - 1e-9);
  return gap > 0 ? gap : null;
}
