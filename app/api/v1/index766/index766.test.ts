import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '@/db/client';
import { seedDossiers } from '@/db/seed/dossiers';
import { seedIndex766 } from '@/db/seed/index-766';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { Index766 } from '@/lib/indicators/index766/schema';
import { Problem } from '@/lib/kernel/problem';
import { GET } from './route';

useDatabase();

const ask = (search = '') =>
  GET(new Request(`http://localhost:3000/api/v1/index766${search}`), { params: Promise.resolve({}) });

beforeAll(async () => {
  await seedPeople();
  await transaction(async (tx) => {
    await seedIndex766(tx);
    await seedDossiers(tx, new Date());
  });
}, 60_000);

describe('the index over the interface', () => {
  it('gives twenty rows with formula, numerator, denominator and points, to everybody', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    const index = Index766.parse(await response.json());
    expect(index.rows).toHaveLength(20);
    expect(index.open).toBe(true);
    expect(index.judgedAt).toMatch(/\+07:00$/);
    const onTime = index.rows.find(({ id }) => id === '766-2.1');
    expect(onTime?.formula.vi).toContain('đúng hạn');
    expect(onTime?.denominator).toBeGreaterThan(0);
    expect(onTime?.points).toBeGreaterThan(0);
    const published = index.rows.find(({ id }) => id === '766-1.1');
    expect(published).toMatchObject({ state: 'unknown', numerator: null, points: null });
  });

  it('takes a quarter and a unit, and refuses a period that is none', async () => {
    const index = Index766.parse(await (await ask('?period=2026Q3&unit=QLD')).json());
    expect(index).toMatchObject({ from: '2026-07-01', to: '2026-09-30', unit: 'QLD' });
    const wrong = await ask('?period=202613');
    expect(wrong.status).toBe(422);
    expect(Problem.parse(await wrong.json()).errors).toMatchObject([{ field: 'period', code: 'pattern' }]);
    expect((await ask('?nonsense=1')).status).toBe(422);
  });
});
