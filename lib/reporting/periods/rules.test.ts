import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PeriodId } from '../schema';
import {
  isLate,
  kindOf,
  periodOf,
  periodOn,
  periodsAround,
  remembered,
  shiftPeriod,
  statusOf,
} from './rules';

const ids = fc
  .tuple(fc.integer({ min: 2000, max: 2100 }), fc.constantFrom('', '01', '06', '12', 'Q1', 'Q4'))
  .map(([year, rest]) => `${year}${rest}`);

describe('periods', () => {
  it.each([
    ['202601', -1, '202512'],
    ['202612', 1, '202701'],
    ['2026Q1', -1, '2025Q4'],
    ['2026Q4', 5, '2028Q1'],
    ['2026', -1, '2025'],
  ])('%s shifted by %i is %s', (id, by, other) => {
    expect(shiftPeriod(id, by)).toBe(other);
  });

  it('shift back and forth to themselves, and touch their neighbours', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: -40, max: 40 }), (id, by) => {
        const other = shiftPeriod(id, by);
        expect(PeriodId.safeParse(other).success).toBe(true);
        expect(shiftPeriod(other, -by)).toBe(id);
        const [here, next] = [periodOf(id), periodOf(shiftPeriod(id, 1))];
        expect(Date.parse(next.startsOn) - Date.parse(here.endsOn)).toBe(86_400_000);
        expect(periodOn(kindOf(id), here.startsOn)).toBe(id);
        expect(periodOn(kindOf(id), here.endsOn)).toBe(id);
      }),
    );
  });

  it.each([
    ['202611', '2026-11-20', '2026-12-05', '2026-12-10'],
    ['202612', '2026-12-20', '2027-01-05', '2027-01-10'],
    ['2026Q3', '2026-09-20', '2026-10-10', '2026-10-15'],
    ['2026', '2026-12-01', '2026-12-31', '2027-01-10'],
  ])('%s opens on %s and is due on %s, at the province on %s', (id, opensOn, dueOn, provincialDueOn) => {
    expect(periodOf(id)).toMatchObject({ opensOn, dueOn, provincialDueOn });
  });

  it('are open from the first day to the province’s last', () => {
    const period = periodOf('202611');
    const days = ['2026-11-19', '2026-11-20', '2026-12-10', '2026-12-11'];
    expect(days.map((day) => statusOf(period, day))).toEqual(['upcoming', 'open', 'open', 'closed']);
  });

  it('are late by the day in Viet Nam, not in London', () => {
    expect(isLate('2026-12-05', new Date('2026-12-05T23:59:59+07:00'), '2027-01-01')).toBe(false);
    expect(isLate('2026-12-05', new Date('2026-12-05T17:00:00Z'), '2027-01-01')).toBe(true);
    expect(isLate('2026-12-05', null, '2026-12-05')).toBe(false);
    expect(isLate('2026-12-05', null, '2026-12-06')).toBe(true);
  });

  it('are added ahead: the running one and the next of each kind', () => {
    expect(periodsAround('2026-12-31').map(({ id }) => id)).toEqual([
      '202612',
      '202701',
      '2026Q4',
      '2027Q1',
      '2026',
      '2027',
    ]);
  });

  it('are remembered for twelve months, of every kind, never ahead', () => {
    const known = remembered('202609');
    expect(known).toContain('202609');
    expect(known).toContain('202509');
    expect(known).not.toContain('202508');
    expect(known.filter((id) => id.includes('Q'))).toEqual([
      '2026Q3',
      '2026Q2',
      '2026Q1',
      '2025Q4',
      '2025Q3',
    ]);
    expect(known.filter((id) => kindOf(id) === 'year')).toEqual(['2025']);
    expect(remembered('202608')).not.toContain('2026Q3');
  });
});
