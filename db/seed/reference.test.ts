import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { indicators } from '@/lib/indicators/catalogue';
import { Indicator } from '@/lib/indicators/define';
import { parts } from '@/lib/reporting/forms/elements';
import { calendarRows, datesBetween, daysOff } from './calendar';
import { index766Rows } from './index-766';
import { figures } from './observations';
import { codesOfOtherPartner, provinces } from './places';
import { databases, register } from './register-entries';
import { periodsOf } from './report-elements';
import { retention } from './retention-rules';
import { seed } from './run';
import { successors } from './successor-targets';
import { targetRows } from './targets';
import { units } from './units';

const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`);

describe('provinces', () => {
  it('are 34, of which 11 unchanged and 23 merged, from 63', () => {
    const former = provinces.flatMap((province) => province.former.map(([code]) => code));
    expect(provinces).toHaveLength(34);
    expect(former).toHaveLength(63);
    expect(new Set(former).size).toBe(63);
    expect(provinces.filter((province) => province.former.length === 1).map(({ code }) => code)).toEqual([
      '01',
      '04',
      '11',
      '12',
      '14',
      '20',
      '22',
      '38',
      '40',
      '42',
      '46',
    ]);
    expect(provinces.filter((province) => province.former.length > 1)).toHaveLength(23);
  });

  it('name the seven that carry the code of the other partner', () => {
    const trapped = provinces.filter(({ code, nameVi, former }) => {
      const sameCode = former.find(([old]) => old === code);
      return (
        former.length > 1 &&
        sameCode !== undefined &&
        sameCode[1] !== nameVi &&
        sameCode[1] !== `TP. ${nameVi}`
      );
    });
    expect(trapped.map(({ code }) => code)).toEqual([...codesOfOtherPartner]);
  });
});

describe('the calendar', () => {
  const rows = calendarRows(new Date('2026-11-22T00:00:00+07:00'));

  it('lists every day off with its weekends, and four Saturdays worked', () => {
    expect(rows.filter(({ kind }) => kind === 'working').map(({ date }) => date)).toEqual([
      '2024-05-04',
      '2025-04-26',
      '2026-01-10',
      '2026-08-22',
    ]);
    expect(rows.filter(({ kind }) => kind === 'off')).toHaveLength(
      daysOff.reduce((sum, [from, to]) => sum + datesBetween(from, to).length, 0),
    );
    expect(new Set(rows.map(({ date }) => date)).size).toBe(rows.length);
  });

  it('works only on Saturdays for a weekday off', () => {
    for (const { date } of rows.filter(({ kind }) => kind === 'working'))
      expect(new Date(date).getUTCDay()).toBe(6);
  });

  it('keeps 24 November conditional and 2027 provisional', () => {
    expect(rows.filter(({ status }) => status === 'conditional').map(({ date }) => date)).toEqual([
      '2026-11-24',
      '2027-09-01',
      '2027-09-03',
      '2027-11-24',
    ]);
    expect(rows.filter(({ date, status }) => date.startsWith('2027') && status === 'official')).toEqual([]);
    expect(rows.filter(({ date, status }) => date < '2026-11-01' && status !== 'official')).toEqual([]);
  });
});

describe('reporting periods', () => {
  const periods = new Map(periodsOf([2025, 2026], '2026-11-22').map((period) => [period.id, period]));

  it('know when they open and are due', () => {
    expect(periods.get('202610')).toMatchObject({
      startsOn: '2026-10-01',
      endsOn: '2026-10-31',
      dueOn: '2026-11-05',
      provincialDueOn: '2026-11-10',
      status: 'closed',
    });
    expect(periods.get('202611')).toMatchObject({
      opensOn: '2026-11-20',
      dueOn: '2026-12-05',
      status: 'open',
    });
    expect(periods.get('2025Q4')).toMatchObject({
      startsOn: '2025-10-01',
      endsOn: '2025-12-31',
      dueOn: '2026-01-10',
    });
    expect(periods.get('2026')).toMatchObject({
      opensOn: '2026-12-01',
      dueOn: '2026-12-31',
      status: 'upcoming',
    });
  });
});

describe('indicators and figures', () => {
  it('are 72 indicators with one target each, 8 successors, 34 figures, 20 rows of 100 points', () => {
    expect(indicators.map(({ id }) => id)).toEqual(numbered('T', 72));
    for (const indicator of indicators) expect(Indicator.parse(indicator)).toEqual(indicator);
    expect(targetRows.map(({ indicatorId }) => indicatorId)).toEqual(numbered('T', 72));
    expect(successors.map(({ id }) => id)).toEqual(numbered('S', 8));
    expect(figures.map(({ id }) => id)).toEqual(numbered('F', 34));
    expect(index766Rows).toHaveLength(20);
    expect(index766Rows.reduce((sum, { maxPoints }) => sum + (maxPoints ?? 0), 0)).toBe(100);
  });

  it('give each group of the index its maximum', () => {
    const sums = new Map<string, number>();
    for (const row of index766Rows) sums.set(row.group, (sums.get(row.group) ?? 0) + (row.maxPoints ?? 0));
    expect(Object.fromEntries(sums)).toEqual(
      Object.fromEntries(index766Rows.map((row) => [row.group, row.groupMaxPoints])),
    );
  });

  it('invent no share: milestones have a checklist, other targets without a number say so', () => {
    expect(
      indicators.filter(({ unit, checklist }) => (unit === 'milestone') !== checklist.length > 0),
    ).toEqual([]);
    expect(targetRows.filter(({ value }) => value === null).map(({ indicatorId }) => indicatorId)).toEqual([
      'T37',
      'T49',
      'T58',
      'T59',
      'T60',
      'T61',
      'T66',
      'T67',
    ]);
    expect(targetRows.find(({ indicatorId }) => indicatorId === 'T28')).toMatchObject({
      value: 60,
      deadline: '2025-12-31',
    });
    expect(targetRows.find(({ indicatorId }) => indicatorId === 'T72')).toMatchObject({
      value: 15_000,
      deadline: null,
    });
  });

  it('refer to known elements, indicators and units', () => {
    const elements = new Set(parts.map(({ id }) => id));
    const targets = new Set(indicators.map(({ id }) => id));
    const codes = new Set(units.map(({ code }) => code));
    expect(indicators.flatMap((indicator) => indicator.elements).filter((id) => !elements.has(id))).toEqual(
      [],
    );
    expect(indicators.filter(({ owner }) => !codes.has(owner))).toEqual([]);
    expect(
      [...figures, ...register]
        .flatMap(({ indicatorIds }) => indicatorIds ?? [])
        .filter((id) => !targets.has(id)),
    ).toEqual([]);
  });

  it('divide as the published shares say', () => {
    const share = (id: string) => {
      const figure = figures.find((one) => one.id === id);
      return (((figure?.numerator ?? 0) / (figure?.denominator ?? 1)) * 100).toFixed(1);
    };
    expect(['F04', 'F11', 'F12', 'F13', 'F14', 'F29', 'F32'].map(share)).toEqual([
      '12.0',
      '7.7',
      '92.3',
      '92.3',
      '87.2',
      '67.2',
      '35.1',
    ]);
  });
});

describe('the registers', () => {
  it('are 68 entries, 12 databases and 7 retention rules', () => {
    expect(register.map(({ id }) => id)).toEqual(
      Array.from({ length: 68 }, (_, at) => `R-${String(at + 1).padStart(2, '0')}`),
    );
    expect(databases).toHaveLength(12);
    expect(retention).toHaveLength(7);
  });
});

describe('the seeded database', () => {
  useDatabase();

  it('holds the same counts, and a second run adds nothing', async () => {
    const count = async () => {
      const [row] = await database().execute(sql`
        select (select count(*) from places where world = 'since_2025') ::int as places,
          (select count(*) from place_predecessors)::int as predecessors,
          (select count(*) from province_code_alias)::int as aliases,
          (select count(*) from org_units where kind = 'health_department')::int as departments,
          (select count(*) from facilities where ownership = 'ministry')::int as ministry,
          (select count(distinct element_id) from report_elements)::int as elements,
          (select count(*) from indicators)::int as indicators, (select count(*) from observations)::int as figures,
          (select count(*) from successor_targets)::int as successors, (select count(*) from index_766)::int as index,
          (select count(*) from register_entries)::int as register, (select count(*) from calendar_days)::int as days,
          (select count(*) from place_types where type = 'city' and valid_to is null)::int as cities`);
      return row;
    };
    const first = await count();
    expect(first).toMatchObject({
      places: 34,
      predecessors: 63,
      aliases: 63,
      departments: 34,
      ministry: 39,
      elements: 60,
      indicators: 72,
      figures: 34,
      successors: 8,
      index: 20,
      register: 68,
      cities: 9,
    });
    await seed({ scale: 'reference', log: () => {} });
    expect(await count()).toEqual(first);
  });
});
