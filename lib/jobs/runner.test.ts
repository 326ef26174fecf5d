import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { database, transaction } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { defineJob, enqueue } from '@/lib/kernel/outbox';
import { keepPresence } from './presence';
import { startRunner } from './runner';

useDatabase();

const greet = { name: 'greet', payload: z.object({ name: z.string(), times: z.coerce.number() }) };

async function waiting(): Promise<number> {
  const [row] = await database().execute<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker._private_jobs`,
  );
  return row?.n ?? -1;
}

describe('the job runner', () => {
  it('does what was enqueued in a transaction, with the payload parsed once', async () => {
    const done: string[] = [];
    const job = defineJob(greet, async ({ name, times }) => {
      done.push(`${name} × ${times + 1}`);
    });
    await transaction((tx) => enqueue(tx, greet, { name: 'Lan', times: '2' }));
    const runner = await startRunner([job]);
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
    await runner.stop();
    expect(done).toEqual(['Lan × 3']);
  });

  it('does nothing for a transaction that was rolled back', async () => {
    const failing = transaction(async (tx) => {
      await enqueue(tx, greet, { name: 'Minh', times: 1 });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await waiting()).toBe(0);
  });

  it('takes up what a dead worker held, and leaves what a living one holds', async () => {
    const done: string[] = [];
    const job = defineJob(greet, async ({ name }) => {
      done.push(name);
    });
    await transaction(async (tx) => {
      await enqueue(tx, greet, { name: 'Cúc', times: 1 }, { key: 'of the dead' });
      await enqueue(tx, greet, { name: 'Mai', times: 1 }, { key: 'of the living' });
    });
    const held = (key: string, by: string) =>
      database().execute(
        sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = ${by} where key = ${key}`,
      );
    await held('of the dead', 'pool-dead');
    await held('of the living', 'pool-living');
    const living = await keepPresence('pool-living', 60_000);
    const runner = await startRunner([job], 50);
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['Cúc']);
    expect(await waiting()).toBe(1);
    await living.leave();
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['Cúc', 'Mai']);
    await runner.stop();
  });

  it('keeps a job that failed, to try again later', async () => {
    const job = defineJob(greet, () => Promise.reject(new Error('partner is down')));
    await transaction((tx) => enqueue(tx, greet, { name: 'Hoa', times: 1 }, { key: 'once' }));
    const runner = await startRunner([job]);
    const attempts = async () => {
      const [row] = await database().execute<{ attempts: number }>(
        sql`select attempts from graphile_worker._private_jobs where key = 'once' and last_error is not null`,
      );
      return row?.attempts ?? 0;
    };
    await expect.poll(attempts, { timeout: 10_000 }).toBe(1);
    await runner.stop();
  });
});
