import { describe, expect, it } from 'vitest';
import type { Sample } from './define';
import { costsOf, detailOf, percentile, pooled, timeOf, verdictOf } from './samples';

const sample = (times: readonly number[], more: Partial<Sample> = {}): Sample => ({
  name: 'list',
  times,
  errors: 0,
  seconds: 1,
  bytes: 0,
  cpuApp: null,
  cpuDb: null,
  rss: null,
  rounds: [],
  ...more,
});

const ms = (value: number) => ({ value, unit: 'ms' as const, what: '' });

describe('percentiles', () => {
  it('are times that were really taken', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect([50, 95, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([1, 1000], 50)).toBe(1);
    expect(percentile([1, 1000], 95)).toBe(1000);
  });

  it('of nothing are no number, and meet nothing', () => {
    expect(percentile([], 95)).toBeNaN();
    expect(verdictOf({ of: 'subject', unit: 'ms', atMost: 5 }, ms(Number.NaN), null).met).toBe(false);
  });

  it('leave the sample in its order', () => {
    const times = [3, 1, 2];
    percentile(times, 50);
    expect(times).toEqual([3, 1, 2]);
  });
});

describe('a sample', () => {
  it('tells processor time and bytes per request', () => {
    const seen = detailOf(sample([10, 20], { seconds: 4, bytes: 300, cpuApp: 8, cpuDb: 2, rss: 90 }));
    expect(seen).toMatchObject({ rate: 0.5, requests: 2, bytes: 150, cpuApp: 4, cpuDb: 1, rss: 90 });
  });

  it('tells where the time of an answer goes', () => {
    const [page, bare] = [
      sample([9, 9], { cpuApp: 16, cpuDb: 3 }),
      sample([2], { cpuApp: 1.5, cpuDb: 0.25 }),
    ];
    expect(costsOf(page, bare)).toBe(
      'Processor time of one answer: 8.0 ms in the application and 1.5 ms in the database; of the yardstick 1.5 ms in the application and 0.3 ms in the database.',
    );
  });

  it('says nothing of what the kernel does not tell', () => {
    expect(Object.keys(detailOf(sample([1])))).not.toContain('cpuApp');
  });

  it('pools rounds so that every time counts once', () => {
    const round = (foreign: number) => [{ loadAverage: 0, foreign }];
    const both = pooled([
      sample([1, 2], { cpuApp: 4, errors: 1, rounds: round(0) }),
      sample([9], { cpuApp: 2, rounds: round(0.7) }),
    ]);
    expect(both).toMatchObject({ times: [1, 2, 9], seconds: 2, errors: 1, cpuApp: 6, cpuDb: null });
    expect(both.rounds.map(({ foreign }) => foreign)).toEqual([0, 0.7]);
    expect(timeOf(both, 95, 'lists')).toMatchObject({ value: 9, unit: 'ms', what: 'p95, lists' });
  });
});

describe('the verdict', () => {
  it('holds a ratio against its bound', () => {
    const target = { of: 'ratio', unit: '×', atMost: 2 } as const;
    expect(verdictOf(target, ms(30), ms(20))).toEqual({ ratio: 1.5, met: true, used: 0.75 });
    expect(verdictOf(target, ms(50), ms(20))).toEqual({ ratio: 2.5, met: false, used: 1.25 });
    expect(verdictOf(target, ms(50), null).met).toBe(false);
  });

  it('holds a rate against a floor', () => {
    const target = { of: 'ratio', unit: '×', atLeast: 0.3 } as const;
    expect(verdictOf(target, ms(30), ms(60))).toMatchObject({ ratio: 0.5, met: true });
    expect(verdictOf(target, ms(15), ms(60))).toMatchObject({ met: false, used: 1.2 });
  });

  it('judges a value by itself and still tells the ratio', () => {
    expect(verdictOf({ of: 'subject', unit: 'ms', atMost: 100 }, ms(99), ms(33))).toMatchObject({
      met: true,
      ratio: 3,
    });
  });
});
