import { describe, expect, it } from 'vitest';
import { gapOf, percentOf, standingOf } from './rules';

const emr = {
  value: 68,
  numerator: 1128,
  denominator: 1650,
  target: 100,
  deadline: '2025-09-30',
  today: '2026-11-22',
};

describe('standing of a figure', () => {
  it.each([
    ['1,128 of 1,650 after the deadline', emr, 'off_track'],
    ['36 of 39 after the deadline', { ...emr, numerator: 36, denominator: 39 }, 'at_risk'],
    ['exactly 90 % after the deadline', { ...emr, numerator: 9, denominator: 10 }, 'at_risk'],
    [
      'exactly 90 % before the deadline',
      { ...emr, numerator: 9, denominator: 10, deadline: '2027-01-01' },
      'on_track',
    ],
    [
      'on the day of the deadline it is not missed yet',
      { ...emr, numerator: 9, denominator: 10, deadline: emr.today },
      'on_track',
    ],
    ['exactly 70 % without a deadline', { ...emr, numerator: 7, denominator: 10, deadline: null }, 'at_risk'],
    ['below 70 %', { ...emr, numerator: 69, denominator: 100, deadline: null }, 'off_track'],
    ['all', { ...emr, numerator: 1650 }, 'achieved'],
    ['a percentage without parts', { ...emr, value: 52.6, numerator: null, denominator: null }, 'off_track'],
    ['nothing known', { ...emr, value: null, numerator: null }, 'no_data'],
    ['no target', { ...emr, target: null }, 'no_data'],
  ] as const)('%s', (_, reading, expected) => {
    expect(standingOf(reading)).toBe(expected);
  });

  it('counts from the parts, not from the rounded figure', () => {
    expect(percentOf(emr)).toBeCloseTo(68.36, 2);
    expect(percentOf({ value: null, numerator: 1, denominator: 0 })).toBeNull();
  });

  it('says how many are missing', () => {
    expect(gapOf(emr)).toBe(522);
    expect(gapOf({ ...emr, numerator: 1650 })).toBeNull();
    expect(gapOf({ ...emr, denominator: null })).toBeNull();
    expect(gapOf({ ...emr, target: null })).toBeNull();
  });
});
