import { describe, expect, it } from 'vitest';
import { jobs } from './registry';
import { cronItems, inUtc, schedule } from './schedule';

describe('schedule', () => {
  it.each([
    ['0 8 * * *', '0 1 * * *'],
    ['30 7 * * 1', '30 0 * * 1'],
    ['0 2 * * *', '0 19 * * *'],
    ['*/5 * * * *', '*/5 * * * *'],
    ['0 * * * *', '0 * * * *'],
  ])('%s in Hà Nội is %s in UTC', (local, utc) => {
    expect(inUtc(local)).toBe(utc);
  });

  it('refuses what would fall on another day', () => {
    expect(() => inUtc('0 3 1 * *')).toThrow();
    expect(() => inUtc('0 8,14 * * *')).toThrow();
  });

  it('names only jobs that exist, each round once', () => {
    const known = new Set(jobs.map((job) => job.name));
    expect(schedule.filter((item) => !known.has(item.job))).toEqual([]);
    const identifiers = cronItems().map((item) => item.identifier);
    expect(new Set(identifiers).size).toBe(identifiers.length);
  });

  it('has no two jobs of one name', () => {
    expect(new Set(jobs.map((job) => job.name)).size).toBe(jobs.length);
  });
});
