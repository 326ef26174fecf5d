import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { blobs, documents } from '@/db/schema/documents';
import { facilities, facilityAttributes, facilityParents } from '@/db/schema/facilities';
import { reportEvents, reportEvidence, reports, reportValues } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { bySql, type Line, oracles } from '@/db/testing-oracle';
import { storedAs } from '@/lib/reporting/define';
import { parts } from '@/lib/reporting/forms/elements';
import { periodOf } from '@/lib/reporting/periods/rules';
import { measureOf, measures } from '../measures/catalogue';
import { partsOf } from '../measures/rules';
import { monthOf } from '../periods/rules';
import { isPackable } from './blocks/rules';
import { type CubeReader, type CubeReading, cubeReader } from './queries';

useDatabase();

/** Instants of this test: one second each, so that "as known on" has days to tell apart. */
let clock = Date.parse('2026-01-01T00:00:00+07:00');
const tick = (ms = 1000) => {
  clock += ms;
  return new Date(clock);
};
const DAY = 86_400_000;

const common = { sourceRef: 'test', confidence: 'demo' as const, sample: true, updatedAt: new Date(0) };
type Facility = typeof facilities.$inferInsert;

const hospital = (n: number, placeId: string, rest: Partial<Facility>): Facility & { id: string } => ({
  nameVi: `Bệnh viện ${n}`,
  nameEn: `Hospital ${n}`,
  form: 'general_hospital',
  ownership: 'local',
  managedBy: 'province',
  class: 'class_1',
  oldLevel: 2,
  ...common,
  ...rest,
  id: randomUUID(),
  placeId,
});

/** Old and new provinces, every kind of member, one opened after the reorganisation, one closed. */
const made = [
  { place: ['p63-10', 'p34-15'], rest: { obstetrics: true } },
  { place: ['p63-15', 'p34-15'], rest: { class: 'special' as const } },
  { place: ['p63-01', 'p34-01'], rest: { ownership: 'private' as const, oldLevel: null } },
  { place: ['p63-01', 'p34-01'], rest: { class: 'class_3' as const, driverChecks: true } },
  { place: ['p63-38', 'p34-38'], rest: { form: 'health_centre' as const, class: 'unranked' as const } },
  { place: [null, 'p34-38'], rest: { openedOn: '2025-12-15', obstetrics: true } },
  { place: [null, 'p34-15'], rest: { openedOn: '2025-12-15', form: 'general_clinic' as const } },
  { place: ['p63-26', 'p34-25'], rest: { closedOn: '2026-01-15', insured: false } },
] as const;
const subjects = made.map(({ place, rest }, n) => ({
  former: place[0],
  row: hospital(n, place[1], rest),
}));

beforeAll(async () => {
  await transaction(async (tx) => {
    await tx.insert(facilities).values(subjects.map(({ row }) => row));
    const base = { hierarchy: 'place' as const, sourceRef: 'test', confidence: 'demo' as const };
    for (const { row, former } of subjects) {
      const later = { ...base, facilityId: row.id, placeId: row.placeId };
      await tx.insert(facilityParents).values({ ...later, validFrom: '2025-07-01' });
      if (former !== null)
        await tx
          .insert(facilityParents)
          .values({ ...later, placeId: former, validFrom: '2008-08-01', validTo: '2025-07-01' });
    }
    // One moves to another province while the test's periods run.
    const moved = subjects[3]?.row.id ?? '';
    await tx.execute(
      sql`update facility_parents set valid_to = '2026-01-10' where facility_id = ${moved}::uuid and valid_to is null`,
    );
    await tx
      .insert(facilityParents)
      .values({ ...base, facilityId: moved, placeId: 'p34-79', validFrom: '2026-01-10' });
  });
});

/** The paper behind every proof of this test. */
const documentId = randomUUID();

beforeAll(async () => {
  const at = new Date(0);
  await transaction(async (tx) => {
    await tx
      .insert(blobs)
      .values({ sha256: 'a'.repeat(64), size: 1, mime: 'application/pdf', createdAt: at });
    const paper = { id: documentId, sha256: 'a'.repeat(64), name: 'a.pdf', typeCode: 'evidence' };
    await tx.insert(documents).values({ ...paper, source: 'evidence', createdAt: at });
  });
});

const months = ['202505', '202506', '202512', '202601', '202606'];
const quarters = ['2025Q2', '2025Q4', '2026Q2'];
const typeOf = new Map(parts.map(({ id, type }) => [id, type]));
const monthParts = [
  'E05',
  'E11',
  'E15',
  'E16',
  'E21',
  'E22',
  'E27a',
  'E27b',
  'E39a',
  'E39b',
  'E49a',
  'E49e',
  'E50b',
];
const quarterParts = ['E02', 'E04', 'E42', 'E56a'];

type Op =
  | { do: 'save'; facility: number; period: string; part: string; state: string; value: number }
  | { do: 'fill'; facility: number; period: string; value: number }
  | { do: 'lock'; facility: number; period: string }
  | { do: 'prove'; facility: number; element: string; period: string }
  | { do: 'reclass'; facility: number; value: string; from: string }
  | { do: 'wait' };

const facility = fc.nat(subjects.length - 1);
const cell = fc.oneof(
  {
    arbitrary: fc.record({ period: fc.constantFrom(...months), part: fc.constantFrom(...monthParts) }),
    weight: 3,
  },
  fc.record({ period: fc.constantFrom(...quarters), part: fc.constantFrom(...quarterParts) }),
);
const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(cell, facility, fc.constantFrom('value', 'value', 'value', 'unknown', 'withdrawn'), fc.nat(200))
      .map(([at, of, state, value]) => ({ do: 'save' as const, ...at, facility: of, state, value })),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('fill' as const),
      facility,
      period: fc.constantFrom(...months, ...quarters),
      value: fc.nat(5000),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('lock' as const),
      facility,
      period: fc.constantFrom(...months, ...quarters),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('prove' as const),
      facility,
      element: fc.constantFrom('E16', 'E04'),
      period: fc.constantFrom('202505', '2025Q2', '2025Q4'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({
        do: fc.constant('reclass' as const),
        facility,
        value: fc.constantFrom('special', 'class_2'),
        from: fc.constantFrom('2025-05-10', '2026-01-20'),
      }),
      fc.constant({ do: 'wait' as const }),
    ),
  },
);

const idOf = (of: number) => subjects[of]?.row.id ?? '';

async function perform(one: Op): Promise<void> {
  if (one.do === 'wait') return void tick(DAY);
  if (one.do === 'save') return save(one);
  if (one.do === 'fill') return fill(one);
  if (one.do === 'lock') return lock(one);
  if (one.do === 'prove') return prove(one);
  await transaction(async (tx) => {
    const at = tick();
    await tx
      .insert(facilityAttributes)
      .values({
        facilityId: idOf(one.facility),
        attribute: 'class',
        value: one.value,
        validFrom: one.from,
        validTo: one.from < '2026' ? '2026-01-20' : null,
        recordedAt: at,
        recordedBy: 'test',
        sourceRef: 'test',
        confidence: 'demo',
      })
      .onConflictDoNothing();
  });
}

async function save({
  facility: of,
  period,
  part,
  state,
  value,
}: Extract<Op, { do: 'save' }>): Promise<void> {
  const type = typeOf.get(part) ?? 'count';
  const isDate = storedAs[type] === 'date';
  const number = type === 'boolean' ? value % 2 : type === 'percent' ? 90 + (value % 11) : value;
  const { startsOn, endsOn } = periodOf(period);
  const stored = isDate
    ? { dateValue: value % 3 === 0 ? '2024-05-01' : '2025-11-30' }
    : { numberValue: number };
  const [last] = await database().execute<{ revision: number }>(sql`
    select coalesce(max(revision), 0) + 1 as revision from report_values
    where element_id = ${part} and period_id = ${period} and facility_id = ${idOf(of)}::uuid`);
  await database()
    .insert(reportValues)
    .values({
      facilityId: idOf(of),
      elementId: part,
      elementVersion: 1,
      periodId: period,
      validFrom: startsOn,
      validTo: endsOn,
      state: state as 'value',
      ...(state === 'value' ? stored : { reason: 'vì sao' }),
      revision: Number(last?.revision ?? 1),
      recordedAt: tick(),
      recordedBy: 'test',
      sample: true,
    });
}

/** Nearly every cell of a report at once: some stay blank, some are unknown. */
async function fill({ facility: of, period, value }: Extract<Op, { do: 'fill' }>): Promise<void> {
  for (const [at, part] of (period.includes('Q') ? quarterParts : monthParts).entries()) {
    const roll = (value * (at + 7)) % 101;
    if (roll < 8) continue;
    const state = roll < 14 ? 'unknown' : 'value';
    await save({ do: 'save', facility: of, period, part, state, value: roll });
  }
}

/** A report locked for the first time, or reopened and locked anew. */
async function lock({ facility: of, period }: Extract<Op, { do: 'lock' }>): Promise<void> {
  const formId = period.includes('Q') ? 'hospital-quarter' : 'hospital-month';
  await transaction(async (tx) => {
    const at = tick();
    const [report] = await tx
      .insert(reports)
      .values({
        facilityId: idOf(of),
        periodId: period,
        formId,
        formVersion: 1,
        state: 'locked',
        createdAt: at,
        sample: true,
      })
      .onConflictDoUpdate({
        target: [reports.facilityId, reports.periodId, reports.formId],
        set: { state: 'locked' },
      })
      .returning({ id: reports.id });
    const event = {
      reportId: report?.id ?? '',
      toState: 'locked' as const,
      recordedAt: at,
      recordedBy: 'test',
    };
    await tx.insert(reportEvents).values({ ...event, move: 'lock' });
  });
}

async function prove({ facility: of, element, period }: Extract<Op, { do: 'prove' }>): Promise<void> {
  const at = tick();
  const sha256 = randomUUID().replaceAll('-', '').repeat(2);
  await transaction(async (tx) => {
    await tx.insert(reportEvidence).values({
      id: randomUUID(),
      facilityId: idOf(of),
      elementId: element,
      periodId: period,
      documentId,
      sha256,
      numberSymbol: '1/QĐ',
      issuedOn: '2025-01-01',
      issuingUnit: 'x',
      signer: 'x',
      state: 'accepted',
      offeredAt: at,
      offeredBy: 'test',
      decidedAt: at,
      decidedBy: 'test',
    });
  });
}

const nothing: Line = {
  members: 0,
  answered: 0,
  fresh: 0,
  carried: 0,
  numerator: 0,
  denominator: 0,
  proven: 0,
};
const add = (a: Line, b: Line): Line =>
  Object.fromEntries(Object.entries(a).map(([key, value]) => [key, value + b[key as keyof Line]])) as Line;

function byCube(
  { totals, registry }: CubeReading,
  id: string,
  { period, world }: { period: string; world: '34' | '63' },
) {
  const measure = measureOf(id);
  if (measure === undefined) throw new Error(id);
  const { all, groups } = totals(measure, { month: monthOf(period), dimension: world });
  const plain = ({ sample: _, ...line }: Line & { sample: number }): Line => line;
  return {
    all: plain(all),
    groups: new Map(
      registry.keys[world].map((key, at) => [key, plain(groups[at] ?? { ...nothing, sample: 0 })]),
    ),
  };
}

/** What the comparisons were about: a test that only compared zeros would prove nothing. */
const seen = new Map<string, Line>();

async function compare(reader: CubeReader, day: string, ids = Object.keys(oracles)): Promise<number> {
  const reading = await reader.read(day);
  let compared = 0;
  for (const id of ids)
    for (const period of oracles[id]?.form === 'hospital-month' ? months : quarters)
      for (const world of ['34', '63'] as const) {
        const expected = await bySql(id, period, { day, world });
        const { all, groups } = byCube(reading, id, { period, world });
        const where = `${id} ${period} ${world} as known on ${day}`;
        expect(all, where).toEqual([...expected.values()].reduce(add, nothing));
        for (const [place, line] of groups)
          expect(line, `${where} in ${place}`).toEqual(expected.get(place) ?? nothing);
        seen.set(id, add(seen.get(id) ?? nothing, all));
        compared += 1 + groups.size;
      }
  return compared;
}

/** Blocks of a few locks, so that a short history has full ones, packed by whoever comes first. */
const inBlocks = () => cubeReader({ size: 16 });

const today = () => new Date(clock + 7 * 3_600_000).toISOString().slice(0, 10);

describe('the cube', () => {
  it('equals a recomputation in SQL after every random history: nation, 34 and 63 provinces, on any date', async () => {
    const follower = inBlocks();
    const sleeper = inBlocks();
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 30, maxLength: 60 }), async (history) => {
        const began = today();
        for (const one of history) {
          await perform(one);
          await follower.read(undefined);
        }
        compared += await compare(follower, today());
        compared += await compare(inBlocks(), began, ['T54', 'T57', 'T50']);
        const [a, b] = await Promise.all([follower.read(undefined), sleeper.read(undefined)]);
        for (const { id, frequency } of measures)
          for (const period of frequency === 'month' ? months : quarters)
            expect(byCube(b, id, { period, world: '34' })).toEqual(byCube(a, id, { period, world: '34' }));
        tick(DAY);
      }),
      { numRuns: 6, endOnFailure: true, seed: 766 },
    );
    expect(compared).toBeGreaterThan(20_000);
    const [packed] = await database().execute<{ blocks: number }>(
      sql`select count(distinct block)::int as blocks from report_lock_columns`,
    );
    expect(packed?.blocks).toBeGreaterThan(3);
    for (const [id, line] of seen) {
      const { carries, proof } = oracles[id] ?? {};
      expect(line.fresh, id).toBeGreaterThan(0);
      expect(line.carried > 0, `${id} is carried`).toBe(carries);
      expect(line.proven > 0, `${id} is proven`).toBe(proof !== undefined);
      expect(line.numerator, id).toBeGreaterThan(0);
    }
  });

  it('knows a lock as soon as it is committed, whoever asks, and keeps what was known before', async () => {
    const [first, second] = [cubeReader(), cubeReader()];
    const before = await first.read(undefined);
    const value = (reading: CubeReading) =>
      byCube(reading, 'HIS', { period: '202606', world: '34' }).all.numerator;
    await second.read(undefined);
    await save({ do: 'save', facility: 0, period: '202606', part: 'E05', state: 'value', value: 0 });
    await lock({ do: 'lock', facility: 0, period: '202606' });
    const without = value(await second.read(undefined));
    await save({ do: 'save', facility: 0, period: '202606', part: 'E05', state: 'value', value: 1 });
    expect(value(await second.read(undefined))).toBe(without);
    await lock({ do: 'lock', facility: 0, period: '202606' });
    const [one, two] = await Promise.all([first.read(undefined), second.read(undefined)]);
    expect([value(one), value(two)]).toEqual([without + 1, without + 1]);
    expect(one.known.sequence).toBe(before.known.sequence + 2);
    expect(two.known.sequence).toBe(one.known.sequence);
  });

  it('answers the same from blocks as from cells, measure by measure, and packs anew what is gone', async () => {
    const cells = await cubeReader().read(undefined);
    const lineOf = (reading: CubeReading) =>
      measures.map(({ id, frequency }) =>
        (frequency === 'month' ? months : quarters).map((period) =>
          byCube(reading, id, { period, world: '63' }),
        ),
      );
    await database().execute(
      sql`delete from report_lock_columns where block % 2 = 0 or name in ('E15', 'month')`,
    );
    const reader = inBlocks();
    for (const measure of measures) await reader.read(undefined, [measure]);
    expect(lineOf(await reader.read(undefined))).toEqual(lineOf(cells));
  });

  it('refuses to sum what was not taken in', async () => {
    const [first, second] = measures;
    if (first === undefined || second === undefined) throw new Error('no measures');
    const reading = await cubeReader().read(undefined, [first]);
    expect(() => byCube(reading, second.id, { period: '202606', world: '34' })).toThrow('not taken in');
  });

  it('reads formulas that a block can hold', () => {
    expect(measures.flatMap(partsOf).filter((part) => !isPackable(part))).toEqual([]);
  });

  it('reads each lock once, however many ask at the same time', async () => {
    const reader = cubeReader();
    const readings = await Promise.all(Array.from({ length: 20 }, () => reader.read(undefined)));
    expect(new Set(readings.map(({ known }) => known.sequence)).size).toBe(1);
  });

  it('never lets a merger of provinces change the national figure', async () => {
    const reading = await cubeReader().read(undefined);
    for (const id of ['T54', 'T57', 'T61'])
      for (const period of months) {
        const [new34, old63] = (['34', '63'] as const).map((world) => byCube(reading, id, { period, world }));
        expect(old63?.all).toEqual(new34?.all);
        const sum = [...(new34?.groups.values() ?? [])].reduce(add, nothing);
        expect(sum).toEqual(new34?.all);
      }
  });
});
