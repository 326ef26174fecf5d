import { describe, expect, it } from 'vitest';
import { index766Rows } from '@/db/seed/index-766';
import { complaintRows, dossierRules, procedureRows, unknownRows } from './define';
import { citizenProcedures, procedureFacts } from './procedures/rules';
import { groupsOf, kindOf, periodsOf, pointsOf, rateOf, spanOf, totalsOf } from './rules';
import type { IndexRow } from './schema';

describe('a period', () => {
  it('is a month, a quarter or a year in the time of Việt Nam', () => {
    expect(spanOf('202611')).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
    expect(spanOf('202612').ends).toEqual(new Date('2027-01-01T00:00:00+07:00'));
    expect(spanOf('2026Q1')).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
    expect(spanOf('2026Q4').ends).toEqual(spanOf('2026').ends);
    expect(spanOf('2026').begins).toEqual(new Date('2026-01-01T00:00:00+07:00'));
    expect(['202611', '2026Q4', '2026'].map(kindOf)).toEqual(['month', 'quarter', 'year']);
  });

  it('is offered from the present backwards', () => {
    expect(periodsOf('month', '2026-02-03', 3)).toEqual(['202602', '202601', '202512']);
    expect(periodsOf('quarter', '2026-02-03', 3)).toEqual(['2026Q1', '2025Q4', '2025Q3']);
    expect(periodsOf('year', '2026-02-03', 2)).toEqual(['2026', '2025']);
  });
});

describe('a rate and its points', () => {
  const stated = { maxPoints: 4, fullAt: 80, proportionalBelow: 'stated' } as const;

  it('has two decimals, and none when there is nothing to divide by', () => {
    expect(rateOf(123, 132)).toBe(93.18);
    expect(rateOf(98, 125, 122 / 125)).toBe(76.52);
    expect(rateOf(0, 0)).toBeNull();
    expect(rateOf(-3, 10)).toBe(0);
  });

  it('is full from the threshold on and proportional below it', () => {
    expect(pointsOf(80, stated)).toBe(4);
    expect(pointsOf(100, stated)).toBe(4);
    expect(pointsOf(40, stated)).toBe(2);
    expect(pointsOf(93.18, { maxPoints: 20, fullAt: 100, proportionalBelow: 'none' })).toBe(18.64);
    expect(pointsOf(50, { maxPoints: 6, fullAt: null, proportionalBelow: 'none' })).toBe(3);
  });

  it('is never nought for want of data', () => {
    expect(pointsOf(null, stated)).toBeNull();
    const row = (id: string, points: number | null) => ({ id, group: '4', maxPoints: 8, points }) as IndexRow;
    const rows = [row('a', 6.5), row('b', null)];
    const groups = groupsOf([{ group: '4', title: { vi: 'x', en: 'x' }, maxPoints: 16 }], rows);
    expect(groups).toMatchObject([{ points: 6.5, unknownPoints: 8 }]);
    expect(totalsOf(groups, rows)).toEqual({ points: 6.5, maxPoints: 16, unknownPoints: 8, unknownRows: 1 });
  });
});

describe('the twenty rows', () => {
  it('are each counted from something, or said to be unknown', () => {
    const known = [
      ...Object.keys(dossierRules),
      ...procedureRows,
      ...complaintRows,
      ...Object.keys(unknownRows),
      '766-2.2',
    ];
    expect(known.toSorted()).toEqual(index766Rows.map(({ id }) => id).toSorted());
    expect(index766Rows).toHaveLength(20);
  });

  it('add up to the maxima of their groups and to a hundred', () => {
    const groups = new Map(index766Rows.map((row) => [row.group, row.groupMaxPoints]));
    for (const [group, max] of groups) {
      const own = index766Rows.filter((row) => row.group === group);
      expect(own.reduce((sum, { maxPoints }) => sum + (maxPoints ?? 0), 0)).toBe(max);
    }
    expect([...groups.values()].toSorted((a, b) => a - b)).toEqual([10, 12, 18, 18, 20, 22]);
  });
});

describe('rows of the catalogue', () => {
  const fee = (amount: number | null) => ({ amount }) as never;
  const one = (slug: string, level: 'FULL' | 'PART' | 'INFO', of: number | null | undefined) => ({
    slug,
    level,
    fee: of === undefined ? null : fee(of),
  });

  it('count online services, those in use, and fees that are known', () => {
    const definitions = [
      one('a', 'FULL', 500),
      one('b', 'PART', null),
      one('c', 'INFO', 0),
      { ...one('d', 'FULL', undefined), interconnection: {} as never },
    ];
    expect(procedureFacts(definitions, ['a', 'x'])).toMatchObject({
      '766-3.1': { numerator: 2, denominator: 3, parts: [{ numerator: 1 }, { numerator: 1 }] },
      '766-3.2': { numerator: 1, denominator: 2 },
      '766-3.5': { numerator: 1, denominator: 2 },
    });
  });

  it('tell the procedures of citizens that ask the population database', () => {
    const of = (applicant: 'citizen' | 'business', reuse: 'NPDB' | 'UP') => ({
      applicant: [applicant],
      components: [{ reuse: [reuse] }] as never,
    });
    expect(citizenProcedures([of('citizen', 'NPDB'), of('citizen', 'UP'), of('business', 'NPDB')])).toEqual({
      numerator: 1,
      denominator: 2,
    });
  });
});
