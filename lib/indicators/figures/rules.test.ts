import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, gapOf, percentOf, type Reading, slopesOf, verdictOf } from './rules';

const steady = (perMonth: number, months = 6) =>
  Array.from({ length: months }, (_, month) => ({ month, value: 60 + perMonth * month }));

/** 88 % on 31 October; the deadline has passed, the successor's is 31 December. */
const emr: Reading = {
  value: 88,
  valueOn: '2026-10-31',
  target: 100,
  deadline: '2025-12-31',
  successorDeadline: '2026-12-31',
  today: '2026-11-22',
  points: steady(3),
  atDeadline: 68.4,
};
const statusOf = (change: Partial<Reading>) => verdictOf({ ...emr, ...change }).status;

describe('the status of a figure', () => {
  it.each([
    ['reached', { value: 100 }, 'achieved'],
    ['reached, counted with binary rounding', { value: (0.1 + 0.2) * (100 / 0.3) - 1e-12 }, 'achieved'],
    ['exactly the needed pace', { points: steady(12 / (61 / (365.25 / 12))) }, 'on_track'],
    ['just under 0.95 of it', { points: steady(0.949 * (12 / (61 / (365.25 / 12)))) }, 'at_risk'],
    ['half of it', { points: steady(0.5 * (12 / (61 / (365.25 / 12)))) }, 'at_risk'],
    ['less than half', { points: steady(0.49 * (12 / (61 / (365.25 / 12)))) }, 'off_track'],
    ['falling', { points: steady(-1) }, 'off_track'],
    ['no horizon left', { successorDeadline: null, points: steady(50) }, 'off_track'],
    ['successor passed too', { successorDeadline: '2026-01-01', points: steady(50) }, 'off_track'],
    ['deadline passed, no pace known', { points: [] }, 'off_track'],
    ['deadline ahead, no pace known', { deadline: '2027-01-01', points: [] }, 'unknown'],
    ['no deadline and no pace', { deadline: null, successorDeadline: null, points: [] }, 'unknown'],
    [
      'on the day of the deadline',
      { deadline: '2026-11-22', successorDeadline: null, points: [] },
      'unknown',
    ],
    ['nothing known', { value: null, valueOn: null }, 'unknown'],
    ['no number set', { target: null }, 'no_target'],
    ['no number set and nothing known', { target: null, value: null, valueOn: null }, 'no_target'],
  ] as const)('%s', (_, change, expected) => {
    expect(statusOf(change)).toBe(expected);
  });

  it('says that a deadline was missed, also when the target was reached since, and not when nobody knows', () => {
    const missed = (change: Partial<Reading>) => verdictOf({ ...emr, ...change }).missed;
    expect(missed({})).toBe(true);
    expect(missed({ value: 100 })).toBe(true);
    expect(missed({ atDeadline: 100 })).toBe(false);
    expect(missed({ atDeadline: null })).toBe(false);
    expect(missed({ deadline: '2026-11-22' })).toBe(false);
    expect(missed({ deadline: null })).toBe(false);
  });
});

describe('the pace', () => {
  it('is the median of all slopes, which one wrong month does not move', () => {
    const points = steady(2).map((point) => (point.month === 3 ? { ...point, value: 5 } : point));
    expect(slopesOf(points)?.median).toBeCloseTo(2, 9);
    expect(slopesOf(steady(2))).toEqual({ median: 2, low: 2, high: 2 });
    expect(slopesOf([{ month: 1, value: 1 }])).toBeNull();
  });

  it('forecasts with a range, and never when it falls', () => {
    const points = [60, 63, 64, 69, 70, 75].map((value, month) => ({ month, value }));
    const { pace } = verdictOf({ ...emr, points });
    const { median, early, late } = pace?.reachedOn ?? { median: '', early: '', late: '' };
    expect(early < median && median < (late ?? '')).toBe(true);
    expect(pace).toMatchObject({ horizon: '2026-12-31', months: 6 });
    expect(verdictOf({ ...emr, points: steady(0) }).pace?.reachedOn).toBeNull();
    expect(verdictOf({ ...emr, points: steady(-1) }).pace?.reachedOn).toBeNull();
  });

  it('4 points a month from 88 % arrive 92 days later', () => {
    expect(verdictOf({ ...emr, points: steady(4) }).pace?.reachedOn?.median).toBe('2027-01-31');
  });
});

describe('parts', () => {
  const parts = { value: 68, numerator: 1128, denominator: 1650 };

  it('counts from the parts, not from the rounded figure', () => {
    expect(percentOf(parts)).toBeCloseTo(68.36, 2);
    expect(percentOf({ value: null, numerator: 1, denominator: 0 })).toBeNull();
  });

  it('says how many are missing', () => {
    expect(gapOf({ ...parts, target: 100 })).toBe(522);
    expect(gapOf({ ...parts, numerator: 1650, target: 100 })).toBeNull();
    expect(gapOf({ ...parts, denominator: null, target: 100 })).toBeNull();
    expect(gapOf({ ...parts, target: null })).toBeNull();
  });

  it('splits a change into numerator, denominator and both, adding up', () => {
    const fraction = fc
      .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }))
      .map(([numerator, denominator]) => ({ numerator, denominator }));
    fc.assert(
      fc.property(fraction, fraction, (before, after) => {
        const change = changeOf(before, after);
        if (change === null) throw new Error('no change');
        expect(change.numerator + change.denominator + change.cross).toBeCloseTo(change.total, 6);
        if (before.denominator === after.denominator) expect(change.denominator).toBe(0);
        if (before.numerator === after.numerator) expect(change.numerator).toBe(0);
      }),
    );
    expect(changeOf({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull();
  });
});
