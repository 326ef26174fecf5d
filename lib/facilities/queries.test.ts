import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { facilityAttributes } from '@/db/schema/facilities';
import { hospitals, seedMinistryHospitals, seedSampleHospitals } from '@/db/seed/facilities';
import { historyOf } from '@/db/seed/facility-history';
import { demoHospitalId } from '@/db/seed/sample-hospitals';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import type { Actor } from '@/lib/policy/actor';
import { amendFacility } from './commands/amend';
import { listPlaces } from './places/queries';
import { getFacility } from './queries/get';
import { countFacilities, exportFacilities, listFacilities } from './queries/list';
import { type FacilityLine, ListFacilities } from './schema';

useDatabase();

let editor: Actor;
let leader: Actor;
let reporter: Actor;

beforeAll(async () => {
  await seedPeople();
  await transaction(async (tx) => {
    await seedMinistryHospitals(tx);
    await seedSampleHospitals(tx);
  });
  editor = await actorNamed('doh-editor');
  leader = await actorNamed('leadership');
  reporter = await actorNamed('facility-head');
});

const list = async (filter: Record<string, string>) =>
  (await listFacilities(leader, ListFacilities.parse(filter))).rows;
const names = (rows: readonly FacilityLine[]) => rows.map(({ name }) => name.vi);

async function all(filter: Record<string, string>): Promise<FacilityLine[]> {
  const lines: FacilityLine[] = [];
  for await (const piece of await exportFacilities(leader, ListFacilities.parse(filter)))
    lines.push(...piece);
  return lines;
}

describe('the directory', () => {
  it('finds without tone marks, by several words, and by code', async () => {
    expect(names(await list({ q: 'bach mai' }))).toEqual(['Bệnh viện Bạch Mai']);
    expect(names(await list({ q: 'BỆNH VIỆN bạch MAI' }))).toEqual(['Bệnh viện Bạch Mai']);
    expect(names(await list({ q: 'dong hoi huu nghi' }))).toEqual([
      'Bệnh viện Hữu nghị Việt Nam – Cu Ba Đồng Hới',
    ]);
    expect((await list({ q: '99001' })).map(({ id }) => id)).toEqual([demoHospitalId]);
    expect(await list({ q: '%' })).toEqual([]);
    expect(await list({ q: 'hong ha' })).toEqual([]);
  });

  it('shows all that work, closed ones only when asked', async () => {
    expect(await all({})).toHaveLength(1650);
    expect(await all({ status: 'closed' })).toHaveLength(3);
    expect(await all({ status: 'any' })).toHaveLength(1653);
    expect(await countFacilities(leader, ListFacilities.parse({}))).toBe(501);
    expect(await countFacilities(leader, ListFacilities.parse({ ownership: 'ministry' }))).toBe(39);
  });

  it('walks forwards and back over every line once, in the order asked for', async () => {
    for (const sort of ['name', 'place', 'class'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const whole = await all({ sort, order, place: 'p34-01' });
        const seen: string[] = [];
        const filter = ListFacilities.parse({ sort, order, place: 'p34-01' });
        let page = await listFacilities(leader, filter);
        const first = page;
        for (;;) {
          seen.push(...page.rows.map(({ id }) => id));
          if (page.next === null) break;
          page = await listFacilities(leader, { ...filter, after: page.next });
        }
        expect(seen).toEqual(whole.map(({ id }) => id));
        let back = page;
        while (back.previous !== null)
          back = await listFacilities(leader, { ...filter, before: back.previous });
        expect(back.rows).toEqual(first.rows);
      }
    }
  });

  it('shows the provinces, names and classes of an earlier day', async () => {
    const before = await all({ at: '2025-06-30', status: 'any' });
    expect(new Set(before.map(({ place }) => place?.id)).size).toBe(63);
    expect(before.every(({ place }) => place?.id.startsWith('p63-'))).toBe(true);
    const after = await all({ at: '2025-07-01' });
    expect(new Set(after.map(({ place }) => place?.id)).size).toBe(34);
    const vinhPhuc = (await all({ at: '2025-06-30', place: 'p63-26' })).filter(({ sample }) => sample);
    expect(vinhPhuc.length).toBeGreaterThan(5);
    expect(vinhPhuc.every(({ name }) => name.vi.endsWith('– tỉnh Vĩnh Phúc'))).toBe(true);
    expect(vinhPhuc.every(({ today }) => today.vi.endsWith('– tỉnh Phú Thọ'))).toBe(true);
    const risen = historyOf(hospitals).find(({ attribute, validTo }) => attribute === 'class' && validTo);
    const then = before.find(({ id }) => id === risen?.facilityId);
    expect(then?.class).toBe(hospitals.find(({ id }) => id === risen?.facilityId)?.class);
    const earlier = (await all({ at: '2023-12-31', status: 'any' })).find(
      ({ id }) => id === risen?.facilityId,
    );
    expect(earlier?.class).toBe(risen?.value);
  });

  it('filters by a province of the other world: where a facility was, or came to be', async () => {
    const today = await all({ place: 'p63-26' });
    const then = await all({ place: 'p63-26', at: '2025-06-30' });
    expect(new Set(today.map(({ place }) => place?.id))).toEqual(new Set(['p34-25']));
    expect(today.map(({ id }) => id).sort()).toEqual(then.map(({ id }) => id).sort());
    const phuTho = await all({ place: 'p34-25', at: '2025-06-30', status: 'any' });
    expect(new Set(phuTho.map(({ place }) => place?.id))).toEqual(new Set(['p63-17', 'p63-25', 'p63-26']));
    expect(names(await list({ q: 'vinh phuc', place: 'p34-25' })).length).toBeGreaterThan(5);
  });

  it('calls a province that became a city by what it was on the day', async () => {
    const [before] = await list({ place: 'p34-75', at: '2026-04-29' });
    const [after] = await list({ place: 'p34-75', at: '2026-04-30' });
    expect([before?.place?.type, after?.place?.type]).toEqual(['province', 'city']);
    const [hue] = await list({ place: 'p63-46', at: '2025-01-01' });
    expect(hue?.place).toMatchObject({ name: { vi: 'Huế' }, type: 'city' });
  });
});

describe('a facility', () => {
  it('tells who reports only to those who may read its reports', async () => {
    const own = await getFacility(reporter, { id: demoHospitalId });
    expect(own.holders.map(({ role }) => role)).toEqual(['facility_head', 'facility_reporter', 'partner']);
    expect(own.holders.every(({ name }) => name !== null)).toBe(true);
    const other = hospitals.find(({ unitCode }) => unitCode === 'SYT-79');
    const seen = await getFacility(reporter, { id: other?.id ?? '' });
    expect([seen.mayReadReports, seen.mayAmend]).toEqual([false, false]);
  });

  it('is not found under an id that is none', async () => {
    await expect(getFacility(leader, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getFacility(leader, { id: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('knows what went into it', async () => {
    const closed = (await all({ status: 'closed' }))[0];
    const gone = await getFacility(leader, { id: closed?.id ?? '' });
    expect(gone.relatives).toMatchObject([{ side: 'successor', change: 'merged', since: '2025-07-01' }]);
    const into = await getFacility(leader, { id: gone.relatives[0]?.id ?? '' });
    expect(into.relatives).toMatchObject([{ id: closed?.id, side: 'predecessor' }]);
  });
});

describe('amending', () => {
  const base = { id: demoHospitalId, attribute: 'class' as const, decision: '1234/QĐ-SYT' };

  it('opens a new value with its decision and keeps the old one for its days', async () => {
    const { version } = await getFacility(editor, { id: demoHospitalId });
    await amendFacility(editor, { ...base, version, value: 'class_2', validFrom: '2026-03-01' });
    const now = await getFacility(leader, { id: demoHospitalId });
    const then = await getFacility(leader, { id: demoHospitalId, at: '2026-02-28' });
    expect([now.class, then.class, now.version]).toEqual(['class_2', 'class_1', version + 1]);
    expect(now.history.filter(({ attribute }) => attribute === 'class')).toMatchObject([
      { value: 'class_2', validFrom: '2026-03-01', validTo: null, sourceRef: '1234/QĐ-SYT' },
      { value: 'class_1', validFrom: '0001-01-01', validTo: '2026-03-01' },
    ]);
    const [act] = await database().select().from(auditActs).where(eq(auditActs.recordId, demoHospitalId));
    expect(act).toMatchObject({ action: 'facility.write', outcome: 'done' });
  });

  it('gives a name in both languages and closes by date', async () => {
    const { version } = await getFacility(editor, { id: demoHospitalId });
    const renamed = { value: 'Bệnh viện mẫu Lộc Vừng', valueEn: 'Loc Vung Sample Hospital' };
    await amendFacility(editor, {
      ...base,
      ...renamed,
      attribute: 'name',
      version,
      validFrom: '2026-04-01',
    });
    expect(names(await list({ q: 'loc vung' }))).toEqual([renamed.value]);
    expect(names(await list({ q: 'loc vung', at: '2026-03-31' }))).toEqual([
      'Bệnh viện Đa khoa mẫu số 1 – thành phố Hà Nội',
    ]);
    const rows = await database()
      .select({ open: sql<number>`count(*) filter (where valid_to is null)::int` })
      .from(facilityAttributes)
      .where(eq(facilityAttributes.facilityId, demoHospitalId));
    expect(rows).toEqual([{ open: 3 }]);
  });

  it('refuses an old version, a day that is past a known value or ahead, and the same value', async () => {
    const { version } = await getFacility(editor, { id: demoHospitalId });
    const stale = { ...base, version: version - 1, value: 'class_3', validFrom: '2026-05-01' };
    await expect(amendFacility(editor, stale)).rejects.toMatchObject({ code: 'conflict' });
    const wrong = (change: object) =>
      amendFacility(editor, { ...base, version, value: 'class_3', validFrom: '2026-05-01', ...change });
    await expect(wrong({ validFrom: '2026-03-01' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(wrong({ validFrom: '2099-01-01' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(wrong({ value: 'class_2' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(wrong({ value: 'best' })).rejects.toMatchObject({ code: 'invalid' });
    expect((await getFacility(editor, { id: demoHospitalId })).version).toBe(version);
  });

  it('is for the department of the facility alone', async () => {
    const { version } = await getFacility(editor, { id: demoHospitalId });
    const change = { ...base, version, value: 'class_3', validFrom: '2026-05-01' };
    await expect(amendFacility(leader, change)).rejects.toMatchObject({ code: 'denied' });
    const other = hospitals.find(({ unitCode }) => unitCode === 'SYT-79')?.id ?? '';
    await expect(amendFacility(editor, { ...change, id: other })).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('the provinces', () => {
  it('are 63 or 34 by the day, each with its other world', async () => {
    const then = await listPlaces(leader, { at: '2025-06-30', q: undefined });
    const today = await listPlaces(leader, { at: undefined, q: undefined });
    expect([then.places.length, today.places.length]).toEqual([63, 34]);
    expect(then.places.every(({ links }) => links.length === 1)).toBe(true);
    expect(today.places.flatMap(({ links }) => links)).toHaveLength(63);
    expect(today.places.reduce((sum, { facilities }) => sum + facilities, 0)).toBe(1650);
    expect(today.places.filter(({ type }) => type === 'city').map(({ code }) => code)).toEqual([
      '01',
      '22',
      '24',
      '31',
      '46',
      '48',
      '75',
      '79',
      '92',
    ]);
  });

  it('name the seven whose code was another partner’s', async () => {
    const { places } = await listPlaces(leader, { at: undefined, q: undefined });
    expect(places.filter(({ codeOf }) => codeOf !== null).map(({ code }) => code)).toEqual([
      '15',
      '24',
      '44',
      '52',
      '80',
      '82',
      '91',
    ]);
  });

  it('are found by the names of either world', async () => {
    const { places } = await listPlaces(leader, { at: undefined, q: 'vinh phuc' });
    expect(places.map(({ code }) => code)).toEqual(['25']);
  });
});
