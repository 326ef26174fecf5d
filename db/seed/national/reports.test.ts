import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { reportEvents, reports } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { bySql } from '@/db/testing-oracle';
import { cubeReader } from '@/lib/indicators/cube/queries';
import { measureOf } from '@/lib/indicators/measures/catalogue';
import { monthOf } from '@/lib/indicators/periods/rules';
import { ministryHospitals } from '../facilities';
import { sampleProfiles } from '../sample-profiles';
import { stationsOf } from './facilities';
import { filedIn, loadReports, reportersOf, valueLines } from './reports';
import { nationalMonths } from './reports-periods';

useDatabase();

const given = {
  stations: stationsOf(240),
  profiles: sampleProfiles().filter(({ hospital }) => hospital.ownership === 'ministry'),
  months: nationalMonths().filter(({ name }) =>
    ['2018-12', '2025-05', '2025-06', '2025-07', '2026-09', '2026-10'].includes(name),
  ),
};
const filed = given.months.map((months) => filedIn(reportersOf(given), months));

const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => [
  ...(await database().execute<T>(query)),
];
const numberOf = async (query: ReturnType<typeof sql>) =>
  Number((await rowsOf<{ count: string }>(query))[0]?.count);

/** As the demonstration leaves one: told first, made last. */
async function lockAsDemonstrated(): Promise<void> {
  const at = new Date('2026-11-12T09:30:00Z');
  await transaction(async (tx) => {
    const whose = {
      facilityId: ministryHospitals[0]?.id ?? '',
      periodId: '202610',
      formId: 'hospital-month',
    };
    const [report] = await tx
      .insert(reports)
      .values({ ...whose, formVersion: 1, state: 'locked', createdAt: at, lockedAt: at, sample: true })
      .returning({ id: reports.id });
    await tx.insert(reportEvents).values({
      reportId: report?.id ?? '',
      move: 'lock',
      fromState: 'verified',
      toState: 'locked',
      recordedAt: at,
      recordedBy: 'sample',
    });
  });
}

const chunks = () => numberOf(sql`select count(*) from seed_chunks where step = 'national reports'`);

beforeAll(async () => {
  await lockAsDemonstrated();
  // Killed in the middle, then run again: everything below is about what the second run left.
  const killed = loadReports({
    ...given,
    months: given.months.map((months) =>
      months.name === '2025-06'
        ? {
            ...months,
            get periods(): never {
              throw new Error('killed');
            },
          }
        : months,
    ),
    log: () => {},
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await chunks()).toBe(2);
  await loadReports({ ...given, log: () => {} });
}, 120_000);

describe('the reports of the nation', () => {
  it('are the same however often the run was killed', async () => {
    expect(await chunks()).toBe(given.months.length + 1);
    for (const list of filed) {
      const counted = { rows: 0 };
      const lines = [...valueLines(list, counted)].join('').trimEnd().split('\n');
      expect(lines).toHaveLength(counted.rows);
      const said = Map.groupBy(
        lines.map((line) => line.split('\t')),
        ([, period = '']) => period,
      );
      for (const [period, cells] of said) {
        const own = sql`from report_values where period_id = ${period}`;
        const sum = cells.reduce((total, { 11: number = '0' }) => total + (Number(number) || 0), 0);
        expect(await rowsOf(sql`select count(*)::int, sum(number_value)::float8 as sum ${own}`)).toEqual([
          { count: cells.length, sum },
        ]);
      }
    }
    const before = await numberOf(sql`select count(*) from report_values`);
    await loadReports({ ...given, log: () => {} });
    expect(await numberOf(sql`select count(*) from report_values`)).toBe(before);
  });

  it('number every lock without a gap in the order of time, the demonstrated one among them', async () => {
    const [row] = await rowsOf(sql`
      select count(*)::int, min(sequence)::int, max(sequence)::int, count(distinct event_id)::int as events,
        (select value::int from counters where key = 'report_locks') as counter,
        (select count(*)::int from report_events where move = 'lock') as made,
        (select count(*)::int from (
          select locked_at < lag(locked_at) over (order by sequence) as backwards from report_locks
        ) one where backwards) as backwards
      from report_locks`);
    const count = Number(row?.count);
    expect(count).toBeGreaterThan(1000);
    expect(row).toEqual({
      count,
      min: 1,
      max: count,
      events: count,
      counter: count,
      made: count,
      backwards: 0,
    });
    const [demonstrated] = await rowsOf<{ sequence: string }>(sql`
      select sequence from report_locks where locked_at = '2026-11-12T09:30:00Z'`);
    expect(Number(demonstrated?.sequence)).toBeGreaterThan(1);
    expect(
      await numberOf(sql`
        select count(*) from report_locks l
        left join report_events e on e.id = l.event_id and e.move = 'lock' and e.report_id = l.report_id
          and e.recorded_at = l.locked_at
        left join reports r on r.id = l.report_id and r.facility_id = l.facility_id and r.period_id = l.period_id
        where e.id is null or r.id is null`),
    ).toBe(0);
  });

  it('tell a history that ends in their state, each move where the last one ended', async () => {
    const moves = await rowsOf<{ move: string; from: string | null; to: string; count: number }>(sql`
      select e.move, e.from_state as from, e.to_state as to, count(*)::int
      from (select *, lag(to_state, 1, 'draft') over (partition by report_id order by id) as stood from report_events) e
      where e.recorded_by = 'sample' and e.report_id in (select report_id from report_events where move = 'submit')
        and e.from_state <> e.stood group by 1, 2, 3`);
    expect(moves).toEqual([]);
    const states = new Map(filed.flat().map(({ id, course }) => [id, course.state]));
    const stored = await rowsOf<{ id: string; state: string }>(sql`select id, state from reports`);
    expect(stored.filter(({ id, state }) => states.has(id) && states.get(id) !== state)).toEqual([]);
    expect(stored).toHaveLength(states.size + 1);
    expect(new Set(states.values())).toEqual(
      new Set(['draft', 'submitted', 'returned', 'verified', 'locked']),
    );
    expect(await numberOf(sql`select count(*) from report_remarks`)).toBe(
      [...states.values()].filter((state) => state === 'returned').length,
    );
  });

  it('have every guard, key and index back', async () => {
    const [row] = await rowsOf(sql`
      select (select count(*)::int from pg_trigger where not tgisinternal and tgenabled = 'D') as resting,
        (select count(*)::int from pg_constraint where not convalidated) as unproven,
        (select count(*)::int from pg_indexes where tablename = 'report_values') as indexes,
        (select count(*)::int from pg_constraint where conrelid = 'report_values'::regclass and contype = 'f') as keys,
        (select count(*)::int from seed_taken_off) as off`);
    expect(row).toEqual({ resting: 0, unproven: 0, indexes: 2, keys: 3, off: 0 });
  });

  it('restate between a tenth and a fifth of the cells', async () => {
    const share = await numberOf(sql`
      select 100.0 * count(*) filter (where revision = 2) / count(*) filter (where revision = 1) as count
      from report_values`);
    expect(share).toBeGreaterThan(10);
    expect(share).toBeLessThan(20);
    expect(await numberOf(sql`select count(distinct state) from report_values`)).toBe(3);
  });

  it('add up in the cube to what SQL says, in both worlds, on either side of the reorganisation', async () => {
    const reading = await cubeReader().read('2026-11-22');
    const asked = {
      T51: ['2025Q2', '2026Q3'],
      T57: ['201812', '202506'],
      T58: ['202506', '202507', '202610'],
      T61: ['202506', '202610'],
    };
    for (const [id, periods] of Object.entries(asked))
      for (const period of periods)
        for (const world of ['34', '63'] as const) {
          const measure = measureOf(id);
          if (measure === undefined) throw new Error(id);
          const { all } = reading.totals(measure, { month: monthOf(period), dimension: world });
          const lines = [...(await bySql(id, period, { day: '2026-11-22', world })).values()];
          const summed = (key: 'members' | 'answered' | 'numerator' | 'denominator') =>
            lines.reduce((total, line) => total + line[key], 0);
          const where = `${id} ${period} ${world}`;
          expect(all.members, where).toBe(summed('members'));
          expect(all.answered, where).toBe(summed('answered'));
          expect(all.numerator, where).toBe(summed('numerator'));
          expect(all.denominator, where).toBe(summed('denominator'));
          expect(all.answered, where).toBeGreaterThan(30);
        }
  });
});
