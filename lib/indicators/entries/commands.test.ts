import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { indicatorEntries } from '@/db/schema/indicators';
import { seedSuccessorTargets } from '@/db/seed/successor-targets';
import { seedTargets } from '@/db/seed/targets';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import type { Actor } from '@/lib/policy/actor';
import { enterIndicator } from './commands';
import { latestEntries, readEntries } from './queries';
import { faultsOf, keptOf } from './rules';

const today = civilDateAt(now());

describe('what an entry must hold', () => {
  const given = {
    asOf: '2026-10-31',
    done: [],
    value: undefined,
    numerator: undefined,
    denominator: undefined,
  };
  const codes = (unit: 'percent' | 'milestone' | 'boolean' | 'people', more: object) =>
    faultsOf(
      { ...given, ...more },
      { unit, checklist: [{ code: 'a' }, { code: 'b' }], today: '2026-11-22' },
    ).map(({ path, code }) => `${path} ${code}`);

  it('follows the unit of the indicator', () => {
    expect(codes('percent', { numerator: 3, denominator: 4 })).toEqual([]);
    expect(codes('percent', { numerator: 5, denominator: 4 })).toEqual(['numerator numerator_above']);
    expect(codes('percent', { numerator: 5 })).toEqual(['denominator denominator_missing']);
    expect(codes('percent', { numerator: 0, denominator: 0 })).toEqual(['denominator denominator_missing']);
    expect(codes('percent', {})).toEqual(['value value_missing']);
    expect(codes('percent', { value: 101 })).toEqual(['value percent_above']);
    expect(codes('people', { value: 15000 })).toEqual([]);
    expect(codes('boolean', { value: 2 })).toEqual(['value yes_or_no']);
    expect(codes('milestone', { done: ['a', 'x'] })).toEqual(['done unknown_milestone']);
    expect(codes('milestone', { asOf: '2026-11-23' })).toEqual(['asOf in_future']);
  });

  it('turns ticks and parts into the value that is shown', () => {
    const checklist = [{ code: 'a' }, { code: 'b' }];
    expect(keptOf({ ...given, done: ['b'] }, { unit: 'milestone', checklist })).toEqual({
      value: 50,
      numerator: 1,
      denominator: 2,
      done: ['b'],
    });
    expect(keptOf({ ...given, numerator: 3, denominator: 4 }, { unit: 'percent', checklist: [] }).value).toBe(
      75,
    );
    expect(keptOf({ ...given, value: 7 }, { unit: 'people', checklist: [] }).value).toBe(7);
  });
});

describe('the entries of an owner', () => {
  useDatabase();
  let owner: Actor;

  beforeAll(async () => {
    await seedPeople();
    await transaction(async (tx) => {
      await seedSuccessorTargets(tx);
      await seedTargets(tx);
    });
    owner = await actorNamed('indicator-owner');
  });

  const enter = (actor: Actor, change: object = {}) =>
    enterIndicator(actor, {
      indicator: 'T07',
      asOf: '2026-10-31',
      done: ['designed'],
      note: 'Báo cáo số 12/BC-KHCNDT',
      seen: 0,
      ...change,
    });

  it('belong to the unit in charge', async () => {
    const other = await actorNamed('indicator-owner-2');
    await expect(enter(other, { done: [] })).rejects.toMatchObject({ code: 'denied' });
    await expect(enter(owner, { indicator: 'T03', done: [] })).rejects.toMatchObject({ code: 'denied' });
    await expect(enter(await actorNamed('business'), { done: [] })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(enter(owner, { indicator: 'T99', done: [] })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are added and never rewritten; one of the same day corrects the one before', async () => {
    const [checklist] = await database().execute<{ code: string }>(
      `select checklist -> 0 ->> 'code' as code from indicators where id = 'T07'`,
    );
    const first = checklist?.code ?? '';
    const { id, value } = await enter(owner, { done: [first] });
    expect(value).toBe(25);
    await expect(enter(owner, { done: [] })).rejects.toMatchObject({ detail: 'indicator_entry' });
    const second = await enter(owner, { done: [], seen: id });
    expect(second).toMatchObject({ supersedes: id, value: 0 });
    const later = await enter(owner, { asOf: '2026-11-15', done: [first], seen: second.id });
    expect(later.supersedes).toBeNull();
    const lines = await readEntries(await actorNamed('leadership'), { indicator: 'T07' });
    expect(lines.map((line) => line.id)).toEqual([later.id, second.id, id]);
    expect(lines[0]).toMatchObject({ by: owner.name, note: 'Báo cáo số 12/BC-KHCNDT' });
    await expect(
      database().update(indicatorEntries).set({ value: 100 }).where(eq(indicatorEntries.id, id)),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    const acts = await database().select().from(auditActs).where(eq(auditActs.recordId, 'T07'));
    expect(acts.filter(({ outcome }) => outcome === 'done')).toHaveLength(3);
  });

  it('are read as they stood on a day', async () => {
    const on = (asOf: string) => latestEntries({ db: database(), asOf });
    expect((await on(today)).T07).toMatchObject({ asOf: '2026-11-15', value: 25 });
    expect(await on('2026-10-01')).toEqual({});
  });

  it('let one of two who enter at once win', async () => {
    const [newest] = await readEntries(owner, { indicator: 'T07' });
    const tries = await Promise.allSettled(
      [1, 2].map(() => enter(owner, { done: [], seen: newest?.id ?? 0 })),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
