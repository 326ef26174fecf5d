import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '@/db/client';
import { register, seedRegisters } from '@/db/seed/register-entries';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import type { Actor } from '@/lib/policy/actor';
import { getRegisterEntry, listKeyDatabases, listRegister } from './queries';
import { knownOf, matches } from './rules';
import { ListRegister, qualities, type RegisterLine, registerKinds } from './schema';

useDatabase();

let leader: Actor;
let lines: RegisterLine[];

beforeAll(async () => {
  await seedPeople();
  await transaction(seedRegisters);
  leader = await actorNamed('leadership');
  lines = await listRegister(leader, undefined);
});

describe('the register', () => {
  it('lists all 68 entries in their order, each with its source', () => {
    expect(lines).toHaveLength(68);
    expect(lines.map(({ id }) => id)).toEqual(register.map(({ id }) => id));
    expect(lines.every(({ source }) => source !== '')).toBe(true);
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(registerKinds.length);
  });

  it('knows what the sources tell and leaves the rest unknown', async () => {
    expect(knownOf(lines)).toEqual([
      { fact: 'owner', known: 1, total: 68 },
      { fact: 'lifecycle', known: 3, total: 68 },
      { fact: 'securityLevel', known: 0, total: 43 },
      { fact: 'connections', known: 0, total: 43 },
    ]);
    const centre = await getRegisterEntry(leader, { id: 'R-32' });
    expect(centre).toMatchObject({ lifecycle: 'build', owner: null, users: null, hostedAtDataCentre: null });
  });

  it('opens an entry with its courses and its place among the twelve', async () => {
    const classes = await getRegisterEntry(leader, { id: 'R-45' });
    expect(classes.courses.map(({ classes: count }) => count)).toEqual([3, 2]);
    const record = await getRegisterEntry(leader, { id: 'R-05' });
    expect(record.databases.map(({ id }) => id)).toEqual(['DB-01']);
  });

  it('is refused to whoever has no right, and does not know what does not exist', async () => {
    const reporter = await actorNamed('facility');
    await expect(listRegister(reporter, undefined)).rejects.toMatchObject({ code: 'denied' });
    for (const id of ['R-99', 'R-1', "R-01'"]) {
      await expect(getRegisterEntry(leader, { id })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('holds a working list of twelve databases that nobody has assessed', async () => {
    const databases = await listKeyDatabases(leader, undefined);
    expect(databases).toHaveLength(12);
    for (const { quality, assessedOn, confidence } of databases) {
      expect(qualities.map((one) => quality[one])).toEqual([null, null, null, null, null, null]);
      expect([assessedOn, confidence]).toEqual([null, 'demo']);
    }
  });
});

describe('the filter', () => {
  const found = (asked: Record<string, string>) =>
    lines.filter((line) => matches(line, ListRegister.parse(asked))).map(({ id }) => id);

  it('finds by kind, by number, by words without tone marks', () => {
    expect(found({ kind: 'legal' })).toEqual(['R-57', 'R-68']);
    expect(found({ q: 'r-04' })).toEqual(['R-04']);
    expect(found({ q: 'don thuoc' })).toContain('R-10');
    expect(found({ q: 'e-prescription' })).toContain('R-49');
    expect(found({ q: 'khongcogi' })).toEqual([]);
  });

  it('takes what it does not understand as not said', () => {
    expect(found({ kind: 'xyz' })).toHaveLength(68);
    expect(found({})).toHaveLength(68);
  });
});
