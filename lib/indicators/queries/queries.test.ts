import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { indicatorEntries } from '@/db/schema/indicators';
import { reportValues } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { lockCells } from '@/db/testing-locks';
import { addFacility } from '@/db/testing-reports';
import type { BoardInput } from '../schema';
import { readBoard, readPublicBoard } from './board';
import { listFacilityFigures } from './facilities';
import { getIndicator, getPublicIndicator } from './indicator';
import { getCellProof } from './proof';
import { listTargets } from './targets';

useDatabase();

let cast: Cast;
let hospitals: { id: string; placeId: string }[] = [];
/** A hospital of the health department of Hà Nội. */
let own = '';

const nation: BoardInput = { world: '34' };
const noon = (day: string) => new Date(`${day}T12:00:00+07:00`);
const emr = (has: boolean) => (has ? { E15: 1, E16: '2025-06-01' } : { E15: 0 });

/** Every hospital answers in a month whether it has electronic records: the first so many do. */
async function month(periodId: string, day: string, count: number): Promise<void> {
  for (const [n, { id: facilityId }] of hospitals.entries())
    await lockCells({ facilityId, periodId, at: noon(day), cells: { ...emr(n < count), E05: 1, E34: 1 } });
}

beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
  own = await addFacility({ nameVi: 'Bệnh viện Đa khoa Ước Mơ', class: 'class_2' });
  const rows = await database()
    .select({ id: facilities.id, placeId: facilities.placeId })
    .from(facilities)
    .orderBy(asc(facilities.id));
  hospitals = rows.sort((a) => (a.id === own ? -1 : 1));
  await month('202512', '2026-01-06', 20);
  await month('202608', '2026-09-06', 28);
  await month('202609', '2026-10-06', 30);
});

const emrNow = (input: Partial<BoardInput> = {}) =>
  getIndicator(cast('leadership'), { ...nation, ...input, id: 'T54' });

describe('the board', () => {
  it('has six rows in its own order, the same for everybody', async () => {
    const board = await readBoard(cast('leadership'), nation);
    expect(board.rows.map(({ measure }) => measure)).toEqual(['T54', 'T55', 'HIS', 'LIS', 'PACS', 'T53']);
    expect(board).toMatchObject({ period: '202609', periods: ['202512', '202608', '202609'], sequence: 120 });
    expect(board.places).toHaveLength(34);
    const { knownAt: _, ...open } = await readPublicBoard(nation);
    const { knownAt: __, ...closed } = board;
    expect(open).toEqual(closed);
  });

  it('is refused to who may not read indicators', async () => {
    await expect(readBoard(cast('citizen'), nation)).rejects.toMatchObject({ code: 'denied' });
    await expect(readBoard(cast('leadership'), { ...nation, place: 'p34-99' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('shows parts, coverage, target, the missed deadline and the pace to the successor', async () => {
    const [row] = (await readBoard(cast('leadership'), nation)).rows;
    expect(row).toMatchObject({
      value: 75,
      numerator: 30,
      denominator: 40,
      members: 40,
      answered: 40,
      fresh: 40,
      carried: 0,
      proven: 0,
      gap: 10,
      missed: true,
      provenance: 'reports',
      target: { value: 100, deadline: '2025-12-31', successor: { id: 'S02', deadline: '2027-01-01' } },
      pace: { actual: 5, months: 2, horizon: '2027-01-01' },
    });
    expect(row?.trend.map(({ period, source }) => `${period} ${source}`)).toEqual([
      '202308 published',
      '202412 published',
      '202511 published',
      '202512 reports',
      '202608 reports',
      '202609 reports',
    ]);
  });

  it('carries an answer for a year, not longer, and calls too few answers unknown', async () => {
    const at = async (period: string) => (await readBoard(cast('leadership'), { ...nation, period })).rows[0];
    expect(await at('202602')).toMatchObject({ numerator: 20, fresh: 0, carried: 40 });
    expect(await at('202509')).toMatchObject({ provenance: 'published', numerator: 77 });
    expect(await at('202709')).toMatchObject({ numerator: 30, carried: 40 });
    expect(await at('202710')).toMatchObject({ provenance: 'published' });
    const lis = (await readBoard(cast('leadership'), nation)).rows[3];
    expect(lis).toMatchObject({
      value: null,
      numerator: null,
      answered: 0,
      members: 40,
      status: 'no_target',
    });
  });
});

describe('an indicator opened', () => {
  it('adds up: provinces to the nation, the missing to the gap, the parts of the change to the change', async () => {
    const view = await emrNow();
    const sum = (key: 'numerator' | 'denominator') =>
      view.provinces.reduce((total, figure) => total + (figure[key] ?? 0), 0);
    expect([sum('numerator'), sum('denominator')]).toEqual([30, 40]);
    for (const dimension of ['province', 'ownership', 'class']) {
      const groups = view.missingBy.filter((group) => group.dimension === dimension);
      expect(groups.reduce((total, { missing }) => total + missing, 0)).toBe(view.figure.gap);
    }
    expect(view.change).toMatchObject({ from: '202608', numerator: 5, denominator: 0, cross: 0 });
    expect(view.atDeadline).toMatchObject({ period: '202512', value: 50, numerator: 20, denominator: 40 });
    expect(view.reachedIn).toBeNull();
    expect(view.definition).toMatchObject({
      elements: [{ id: 'E15' }, { id: 'E16' }],
      owner: { code: 'QLKCB' },
    });
    expect(view.observations.map(({ id }) => id)).toEqual(expect.arrayContaining(['F18', 'F28', 'F33']));
  });

  it('tells how its period was restated, by whom only to who may read the report', async () => {
    const leader = cast('doh-leader');
    const owner = cast('indicator-owner');
    await lockCells({
      facilityId: own,
      periodId: '202609',
      at: noon('2026-10-20'),
      cells: emr(false),
      by: owner.accountId,
    });
    const view = await emrNow();
    expect(view.figure).toMatchObject({ numerator: 29, gap: 11 });
    expect(view.restatements).toEqual([
      {
        at: noon('2026-10-20'),
        period: '202609',
        before: 75,
        after: 72.5,
        reason: 'Sửa theo kết quả kiểm tra',
        by: owner.name,
      },
    ]);
    const known = (await getIndicator(leader, { ...nation, id: 'T54' })).restatements;
    expect(known.map(({ by }) => by)).toEqual([owner.name]);
    const other = (await getIndicator(cast('facility-head'), { ...nation, id: 'T54' })).restatements;
    const open = (await getPublicIndicator({ ...nation, id: 'T54' })).restatements;
    expect([...other, ...open].map(({ by, after }) => [by, after])).toEqual([
      [null, 72.5],
      [null, 72.5],
    ]);
    expect(await emrNow({ asOf: '2026-10-19' })).toMatchObject({
      figure: { numerator: 30 },
      restatements: [],
    });
  });

  it('is not there when nobody knows it', async () => {
    await expect(getIndicator(cast('leadership'), { ...nation, id: 'T99' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the facilities behind a figure', () => {
  const list = (rest: object = {}) =>
    listFacilityFigures(cast('leadership'), { ...nation, id: 'T54', ...rest });

  it('are as many as the parts say, each with the cells that were read', async () => {
    const all = await list();
    expect(all.rows).toHaveLength(40);
    const counts = await list({ outcome: 'counts' });
    expect(counts.rows).toHaveLength(29);
    expect(counts.rows[0]).toMatchObject({
      outcome: 'counts',
      proven: false,
      period: '202609',
      carried: false,
      cells: [
        { part: 'E15', value: true, revision: 1 },
        { part: 'E16', value: '2025-06-01', revision: 1 },
      ],
    });
    const [found] = (await list({ search: 'uoc mo' })).rows;
    expect(found).toMatchObject({
      facility: { id: own },
      outcome: 'does_not',
      cells: [{ value: false, revision: 2 }, {}],
    });
    expect((await list({ place: 'p34-01', outcome: 'no_answer' })).rows).toEqual([]);
  });

  it('show the way to a report only to who may read it', async () => {
    const asked = { ...nation, id: 'T54', search: 'uoc mo' };
    const reportOf = async (name: string) => (await listFacilityFigures(cast(name), asked)).rows[0]?.reportId;
    expect(await reportOf('doh-editor')).toEqual(expect.any(String));
    expect(await reportOf('facility')).toBeNull();
  });

  it('open down to the versions of a cell and the locks that fixed them', async () => {
    const draft = { facilityId: own, periodId: '202609', elementId: 'E15', elementVersion: 1, revision: 3 };
    const dates = { validFrom: '2026-09-01', validTo: '2026-09-30', recordedAt: noon('2026-10-25') };
    const recordedBy = cast('doh-editor').accountId;
    await database()
      .insert(reportValues)
      .values({ ...draft, ...dates, numberValue: 1, recordedBy });
    const cell = { ...nation, measure: 'T54', facilityId: own, part: 'E15' };
    const proof = await getCellProof(cast('doh-editor'), cell);
    expect(proof.versions).toMatchObject([
      { revision: 3, value: true, fixed: false, recordedBy: cast('doh-editor').name },
      { revision: 2, value: false, fixed: true },
      { revision: 1, value: true, fixed: false },
    ]);
    expect(proof.locks.map(({ at }) => at)).toEqual([noon('2026-10-20'), noon('2026-10-06')]);
    const outside = await getCellProof(cast('facility'), cell);
    expect(outside.versions.map(({ revision, recordedBy: by }) => [revision, by])).toEqual([
      [2, null],
      [1, null],
    ]);
    expect(outside.row.reportId).toBeNull();
    const before = await getCellProof(cast('doh-editor'), { ...cell, asOf: '2026-10-19' });
    expect(before.versions).toMatchObject([{ revision: 1, fixed: true }]);
    await expect(
      getCellProof(cast('doh-editor'), { ...cell, facilityId: '00000000-0000-4000-8000-000000000000' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('all targets', () => {
  const enter = (indicatorId: string, rest: object) =>
    database()
      .insert(indicatorEntries)
      .values({
        indicatorId,
        asOf: '2026-06-30',
        recordedAt: noon('2026-07-01'),
        recordedBy: 'test',
        ...rest,
      });
  const lines = async (rest: object = {}) => listTargets(cast('leadership'), { ...nation, ...rest });
  const line = async (id: string, rest: object = {}) => (await lines(rest)).find((one) => one.id === id);

  it('are 72, filtered by pillar and by status', async () => {
    expect(await lines()).toHaveLength(72);
    const hospitalsOnly = await lines({ pillar: 'P7' });
    expect(hospitalsOnly.map(({ id }) => id)).toContain('T54');
    expect(hospitalsOnly.every(({ pillars }) => pillars.includes('P7'))).toBe(true);
    const missed = await lines({ status: 'missed' });
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.every(({ figure }) => figure.missed)).toBe(true);
  });

  it('take the best source there is: reports, the owner, a publication, none', async () => {
    expect((await line('T32'))?.figure).toMatchObject({ provenance: 'published', value: 99.7 });
    await enter('T32', { value: 90, numerator: 9, denominator: 10 });
    expect((await line('T32'))?.figure).toMatchObject({ provenance: 'entry', value: 90, asOf: '2026-06-30' });
    expect((await line('T32', { asOf: '2026-06-30' }))?.figure).toMatchObject({ provenance: 'published' });
    expect((await line('T32', { period: '202606' }))?.figure).toMatchObject({ provenance: 'entry' });
    expect((await line('T32', { period: '202605' }))?.figure).toMatchObject({ provenance: 'published' });
    expect((await line('T32', { period: '202012' }))?.figure).toMatchObject({ provenance: 'none' });
    await enter('T54', { value: 1 });
    expect((await line('T54'))?.figure).toMatchObject({ provenance: 'reports', numerator: 29 });
    expect((await line('T28'))?.figure).toMatchObject({ provenance: 'none', value: null, status: 'unknown' });
  });

  it('judge the day of the deadline by what is known of it, and say nothing when nothing is', async () => {
    expect((await line('T54'))?.atDeadline).toMatchObject({ value: 50, numerator: 20, status: 'off_track' });
    expect((await line('T55'))?.atDeadline).toMatchObject({ value: 100, status: 'achieved' });
    expect((await line('T28'))?.atDeadline).toEqual({
      value: null,
      numerator: null,
      denominator: null,
      status: 'unknown',
    });
    expect((await line('T37'))?.atDeadline).toBeNull();
  });

  it('come together in T70 once enough of them are known', async () => {
    expect((await line('T70'))?.figure).toMatchObject({ value: null, status: 'unknown' });
    for (const { id, figure } of await lines())
      if (id !== 'T70' && figure.value === null && figure.target?.value != null)
        await enter(id, { value: figure.unit === 'percent' || figure.unit === 'milestone' ? 100 : 1 });
    const all = await lines();
    const numbered = all.filter(({ id, figure }) => id !== 'T70' && figure.target?.value != null);
    const achieved = numbered.filter(({ figure }) => figure.status === 'achieved');
    expect(all.find(({ id }) => id === 'T70')?.figure).toMatchObject({
      provenance: 'computed',
      numerator: achieved.length,
      denominator: numbered.length,
      value: (achieved.length / numbered.length) * 100,
    });
    expect(achieved.length).toBeGreaterThan(30);
  });

  it('never let an unrelated person be named', async () => {
    await database().update(facilities).set({ unitCode: 'SYT-79' }).where(eq(facilities.id, own));
    const asked = { ...nation, id: 'T54', search: 'uoc mo' };
    await database().update(facilities).set({ version: 2 }).where(eq(facilities.id, own));
    expect((await listFacilityFigures(cast('doh-editor'), asked)).rows[0]?.reportId).toBeNull();
  });
});
