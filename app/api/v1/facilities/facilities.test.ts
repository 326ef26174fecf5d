import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '@/db/client';
import { seedMinistryHospitals, seedSampleHospitals } from '@/db/seed/facilities';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { issueToken } from '@/lib/access/commands/token';
import type { TokenScope } from '@/lib/access/schema';
import { FacilityDetail, FacilityPage } from '@/lib/facilities/api/schema';
import { demoFacility } from '@/lib/integrations/people';
import { Problem } from '@/lib/kernel/problem';
import * as one from './[id]/route';
import * as list from './route';

useDatabase();

let his = '';
let department = '';
let stranger = '';
let dossiersOnly = '';

const tokenFor = async (name: string, scopes: TokenScope[]) =>
  (await issueToken(await actorNamed(name), { name: 'test', scopes })).token;

beforeAll(async () => {
  await seedPeople();
  await transaction(async (tx) => {
    await seedMinistryHospitals(tx);
    await seedSampleHospitals(tx);
  });
  his = await tokenFor('hospital-his', ['report']);
  department = await tokenFor('doh-editor', ['read']);
  stranger = await tokenFor('business', ['read']);
  dossiersOnly = await tokenFor('doh-editor', ['dossier']);
});

const asking = (path: string, token: string | null) =>
  new Request(`http://localhost:3000/api/v1/facilities${path}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });

const listed = (search: string, token: string | null = department) =>
  list.GET(asking(search, token), { params: Promise.resolve({}) });
const detail = (id: string, search = '', token: string | null = his) =>
  one.GET(asking(`/${id}${search}`, token), { params: Promise.resolve({ id }) });

async function pageOf(search: string) {
  const response = await listed(search);
  expect(response.status).toBe(200);
  return FacilityPage.parse(await response.json());
}

describe('the list of facilities', () => {
  it('walks by cursor over every one of them once', async () => {
    const seen = new Set<string>();
    let cursor = '';
    for (;;) {
      const { items, next } = await pageOf(`?place=p34-01&limit=50${cursor}`);
      for (const { id } of items) seen.add(id);
      if (next === null) break;
      cursor = `&after=${next}`;
    }
    expect(seen.size).toBe(120);
    expect(seen.has(demoFacility.id)).toBe(true);
  });

  it('answers for the day asked, in the provinces of that day', async () => {
    const { items, at } = await pageOf('?at=2025-06-30&place=p63-26&limit=200');
    expect(at).toBe('2025-06-30');
    expect(new Set(items.map(({ place }) => place?.id))).toEqual(new Set(['p63-26']));
  });

  it('names what is wrong with a question', async () => {
    for (const search of ['?at=30-06-2025', '?class=best', '?limit=0', '?colour=red']) {
      const response = await listed(search);
      expect(response.status).toBe(422);
      expect(Problem.parse(await response.json()).errors?.length).toBeGreaterThan(0);
    }
  });

  it('is for those with a right and a scope that reaches it', async () => {
    expect((await listed('', null)).status).toBe(401);
    expect((await listed('', dossiersOnly)).status).toBe(403);
    expect((await listed('', stranger)).status).toBe(403);
    expect((await listed('', his)).status).toBe(200);
  });
});

describe('one facility', () => {
  it('tells its history and nobody by name', async () => {
    const response = await detail(demoFacility.id);
    expect(response.status).toBe(200);
    const body = await response.json();
    const facility = FacilityDetail.parse(body);
    expect(facility).toMatchObject({ code: '99001', class: 'class_1', unit: 'SYT-01', sample: true });
    expect(facility.parents.map(({ place }) => place?.id ?? null)).toEqual([null, 'p34-01', 'p63-01']);
    expect(JSON.stringify(body)).not.toMatch(/holders|Lâm Chí Dũng/);
  });

  it('is not found when there is none', async () => {
    expect((await detail(crypto.randomUUID())).status).toBe(404);
    expect((await detail('x')).status).toBeGreaterThanOrEqual(404);
  });
});
