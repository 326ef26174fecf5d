import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { dossierCounts } from '@/db/schema/indicators';
import { useDatabase } from '@/db/testing';
import { countedFacts } from './commands';
import { readKeptFacts } from './queries';

useDatabase();

const day = '2026-11-22';
const counted = {
  T20: { numerator: 3, denominator: 7, asOf: day, source: { vi: 'x', en: 'x' }, sample: true },
};
/** Of no dossier there is no figure: told apart from what another process counted. */
const anew = { T20: null, T22: null };

const keepSince = (seconds: number) =>
  database()
    .insert(dossierCounts)
    .values({
      asOf: day,
      facts: counted,
      countedAt: sql`clock_timestamp() - make_interval(secs => ${seconds})`,
    });
const kept = () => readKeptFacts(database(), day);

describe('what the dossiers say', () => {
  beforeEach(async () => {
    await database().delete(dossierCounts);
  });

  it('is counted when nobody did, and kept for the others', async () => {
    const found = await countedFacts(day);
    expect(found).toMatchObject(anew);
    expect((await kept())?.facts).toEqual(found);
  });

  it('is what another process counted a moment ago', async () => {
    await keepSince(20);
    expect(await countedFacts(day)).toEqual(counted);
    expect((await kept())?.age).toBeGreaterThanOrEqual(20);
  });

  it('is told once more when it is older, and counted beside', async () => {
    await keepSince(60);
    expect(await countedFacts(day)).toEqual(counted);
    await expect.poll(async () => (await kept())?.facts).toMatchObject(anew);
  });

  it('is waited for when it is too old to be told', async () => {
    await keepSince(150);
    expect(await countedFacts(day)).toMatchObject(anew);
  });

  it('is counted once for all who come at once, and old days are let go', async () => {
    await keepSince(2 * 86_400);
    const found = await Promise.all(Array.from({ length: 20 }, () => countedFacts('2026-11-21')));
    for (const facts of found) expect(facts).toEqual(found[0]);
    const days = await database().select({ asOf: dossierCounts.asOf }).from(dossierCounts);
    expect(days).toEqual([{ asOf: '2026-11-21' }]);
  });
});
