import { expect, it } from 'vitest';
import { addDays, type GridDay, weekdayOf, weeksOf } from './month-grid-weeks';

it('knows the weekday and crosses months and leap days', () => {
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

it('fills whole weeks and keeps what was given', () => {
  const days: GridDay[] = [
    { date: '2026-11-09', kind: 'counted' },
    { date: '2026-11-24', kind: 'due' },
  ];
  const weeks = weeksOf(days);
  expect(weeks).toHaveLength(3);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks[0]?.[0]).toEqual(days[0]);
  expect(weeks[2]?.[1]).toEqual(days[1]);
  expect(weeks[2]?.[6]).toEqual({ date: '2026-11-29', kind: 'outside' });
});

it('has no week without a day', () => {
  expect(weeksOf([])).toEqual([]);
});
