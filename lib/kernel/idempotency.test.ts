import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { idempotencyKeys } from '@/db/schema/accounts';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { forgetAnswers, once } from './idempotency';

useDatabase();

let accountId = '';
beforeAll(async () => {
  await seedPeople();
  accountId = (await actorNamed('business')).accountId;
});

const call = (key: string, body: unknown, digest = 'same') => ({
  accountId,
  key,
  digest: async () => digest,
  run: async () => ({ status: 201, body }),
});

describe('a call under a key', () => {
  it('is done once and answered again word for word', async () => {
    expect(await once(call('a', { n: 1 }))).toMatchObject({ body: { n: 1 }, replayed: false });
    expect(await once(call('a', { n: 2 }))).toMatchObject({ body: { n: 1 }, replayed: true });
    await expect(once(call('a', {}, 'other'))).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  it('is forgotten after a day, and not before', async () => {
    await once(call('young', {}));
    await once(call('old', {}));
    const dayAgo = new Date(Date.now() - 25 * 3_600_000);
    await database().update(idempotencyKeys).set({ createdAt: dayAgo }).where(eq(idempotencyKeys.key, 'old'));
    expect(await forgetAnswers()).toBe(1);
    const left = await database().select({ key: idempotencyKeys.key }).from(idempotencyKeys);
    expect(left.map(({ key }) => key)).toContain('young');
    expect(left.map(({ key }) => key)).not.toContain('old');
  });
});
