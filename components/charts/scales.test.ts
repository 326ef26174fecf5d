import { describe, expect, it } from 'vitest';
import {
  countExtent,
  cutExtent,
  dayNumber,
  linePath,
  percent,
  position,
  rateClass,
  round,
  runs,
  ticks,
} from './scales';

describe('rateClass', () => {
  it.each([
    [0, 1],
    [44.9, 1],
    [45, 2],
    [60, 3],
    [74.99, 3],
    [75, 4],
    [90, 5],
    [100, 5],
  ])('puts %s into class %s', (share, expected) => {
    expect(rateClass(share)).toBe(expected);
  });

  it('gives the unknown no class', () => {
    expect(rateClass(null)).toBeNull();
  });
});

describe('position', () => {
  it('runs from one end to the other and stops there', () => {
    expect(position(50, [0, 100])).toBe(50);
    expect(position(-3, [0, 100])).toBe(0);
    expect(position(130, [0, 100])).toBe(100);
    expect(position(71, [70, 74])).toBe(25);
  });

  it('survives an extent without length', () => {
    expect(position(5, [5, 5])).toBe(0);
    expect(percent(33.333)).toBe('33.3%');
  });

  it('writes no negative zero', () => {
    expect(Object.is(round(-0.01), 0)).toBe(true);
  });
});

describe('ticks', () => {
  it('takes round steps around the values', () => {
    expect(ticks([0, 100])).toEqual([0, 50, 100]);
    expect(ticks([0, 100], 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks([71.2, 72.4])).toEqual([71, 71.5, 72, 72.5]);
  });

  it('counts from zero and keeps a height for nothing', () => {
    expect(countExtent([null, 1128, 1650])).toEqual([0, 2000]);
    expect(countExtent([null, null])[1]).toBeGreaterThan(0);
  });

  it('cuts an axis around the values, never beyond a share', () => {
    const [low, high] = cutExtent([71.2, 72.4]);
    expect(low).toBeLessThan(71.2);
    expect(high).toBeGreaterThan(72.4);
    expect(cutExtent([99.8, 100])[1]).toBe(100);
    const same = cutExtent([50, 50]);
    expect(same[0]).toBeLessThan(same[1]);
  });
});

describe('lines', () => {
  const points = [
    { x: 0, y: 10 },
    { x: 1, y: null },
    { x: 2, y: 30 },
    { x: 3, y: 20 },
  ];

  it('break where nobody knows', () => {
    expect(runs(points).map((run) => run.map(({ x }) => x))).toEqual([[0], [2, 3]]);
  });

  it('are written short', () => {
    expect(
      linePath([
        { x: 0, y: 0.123 },
        { x: 33.3333, y: 5 },
      ]),
    ).toBe('M0 0.1L33.3 5');
    expect(linePath([])).toBe('');
  });

  it('keep the true distance of dates', () => {
    expect(dayNumber('2026-03-01') - dayNumber('2026-02-01')).toBe(28);
  });
});
