import { randomUUID } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { database, type Reader, transaction } from '@/db/client';
import { auditActs, auditSalts } from '@/db/schema/audit';
import { counters } from '@/db/schema/outbox';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { verifyChains } from '@/lib/audit/queries';
import { commitment } from './audit-hash';
import { recordAct } from './audit-trail';
import { command } from './command';
import { DomainError } from './errors';
import { peekNumber, takeNumber, withFreshNumber } from './numbers';

useDatabase();

let cast: Cast;
beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
});

const Input = z.strictObject({
  key: z.string().min(3),
  add: z.coerce.number().int(),
  fail: z.boolean().optional(),
});
let between: () => Promise<unknown> = async () => {};

/** A thing of the unit QLD with a value, held in the simplest table there is. */
const findThing = async (reader: Reader, { key }: { key: string }) => {
  const [row] = await reader.select().from(counters).where(eq(counters.key, key));
  if (row === undefined) throw new DomainError('not_found', 'thing');
  return {
    record: { type: 'thing', id: key },
    subject: { scopes: ['QLD'] },
    version: row.value,
    value: row.value,
  };
};

const change = command({
  action: 'dossier.sign',
  sees: 'dossier.read',
  input: Input,
  find: findThing,
  async run({ tx, input, found }) {
    const changed = await tx
      .update(counters)
      .set({ value: found.value + input.add })
      .where(and(eq(counters.key, input.key), eq(counters.value, found.value)))
      .returning();
    if (changed.length === 0) throw new DomainError('conflict', 'version');
    if (input.fail) throw new DomainError('unlawful_move', 'fails');
    return changed[0]?.value ?? 0;
  },
  trace: ({ input }, value) => ({
    detail: { value },
    personal: { name: 'Bí mật', note: undefined, add: input.add },
  }),
});

const prepared = command({
  action: 'dossier.sign',
  input: Input,
  find: findThing,
  prepare: async ({ found }) => {
    await between();
    return found.value * 10;
  },
  run: async ({ prepared: value }) => value,
  trace: () => ({ detail: {} }),
});

async function thing(): Promise<string> {
  const key = `thing-${randomUUID()}`;
  await database().insert(counters).values({ key, value: 1 });
  return key;
}
const actsOf = (id: string) =>
  database().select().from(auditActs).where(eq(auditActs.recordId, id)).orderBy(asc(auditActs.seq));
const readValue = async (key: string) => (await findThing(database(), { key })).value;

describe('a command', () => {
  it('does its work and leaves one act with commitments of what is personal', async () => {
    const key = await thing();
    expect(await change(cast('approver'), { key, add: 2 })).toBe(3);
    const [act, ...more] = await actsOf(key);
    expect(more).toEqual([]);
    expect(act).toMatchObject({
      seq: 1,
      action: 'dossier.sign',
      outcome: 'done',
      actorId: cast('approver').accountId,
      personId: cast('approver').personId,
      role: 'approver',
      scope: 'QLD',
    });
    expect(JSON.stringify(act?.detail)).not.toContain('Bí mật');
    expect(Object.keys((act?.detail.personal ?? {}) as object).sort()).toEqual(['add', 'name']);
  });

  it('refuses input that is wrong, field by field, before anything else', async () => {
    const wrong = change(cast('approver'), { key: 'x', add: 'many' });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: 'key', code: 'too_small' }, { path: 'add' }],
    });
    await expect(change(cast('approver'), { key: 'zero\0', add: 1 })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: 'key' }],
    });
    await expect(change(cast('approver'), { key: 'nothing-here', add: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await actsOf('nothing-here')).toEqual([]);
  });

  it('keeps a denied attempt although the transaction was rolled back', async () => {
    const key = await thing();
    await expect(change(cast('checker'), { key, add: 1 })).rejects.toMatchObject({ code: 'denied' });
    await expect(change(cast('approver-httb'), { key, add: 1 })).rejects.toMatchObject({
      code: 'not_found',
      detail: 'thing',
    });
    expect(await readValue(key)).toBe(1);
    expect(await actsOf(key)).toMatchObject([
      { outcome: 'denied', actorId: cast('checker').accountId, detail: { code: 'denied' } },
      { outcome: 'denied', actorId: cast('approver-httb').accountId, detail: { code: 'not_found' } },
    ]);
  });

  it('undoes everything when it fails in the middle, and calls no lawful failure a denial', async () => {
    const key = await thing();
    await expect(change(cast('approver'), { key, add: 5, fail: true })).rejects.toMatchObject({
      code: 'unlawful_move',
    });
    expect(await readValue(key)).toBe(1);
    expect(await actsOf(key)).toEqual([]);
  });

  it('bars whoever did the first act of a pair from the second, by person and on that record only', async () => {
    const [key, other] = [await thing(), await thing()];
    const checker = cast('checker');
    await transaction((tx) =>
      recordAct(tx, {
        record: { type: 'thing', id: key },
        action: 'dossier.check',
        outcome: 'done',
        actor: checker,
        grant: null,
        requestId: 'r',
        detail: {},
      }),
    );
    const second = { ...cast('approver'), personId: checker.personId };
    await expect(change(second, { key, add: 1 })).rejects.toMatchObject({ code: 'duty_conflict' });
    expect((await actsOf(key)).at(-1)).toMatchObject({
      outcome: 'denied',
      detail: { code: 'duty_conflict' },
    });
    await change(second, { key: other, add: 1 });
    await change(cast('approver'), { key, add: 1 });
  });

  it('of two writers lets exactly one win, 50 rounds', async () => {
    const key = await thing();
    for (let round = 1; round <= 50; round += 1) {
      const both = await Promise.allSettled([
        change(cast('approver'), { key, add: 1 }),
        change(cast('approver'), { key, add: 1 }),
      ]);
      const won = both.filter(({ status }) => status === 'fulfilled').length;
      for (const one of both)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
      expect(won).toBeGreaterThan(0);
      expect(await readValue(key)).toBe(1 + (await actsOf(key)).length);
    }
  });

  it('that prepared for another version is refused', async () => {
    const key = await thing();
    between = () => database().update(counters).set({ value: 7 }).where(eq(counters.key, key));
    await expect(prepared(cast('approver'), { key, add: 0 })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'version',
    });
    between = async () => {};
    expect(await prepared(cast('approver'), { key, add: 0 })).toBe(70);
    await expect(prepared(cast('checker'), { key, add: 0 })).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('numbers', () => {
  it('64 takers at once get 1 to 64, each once, and nothing of a lost try stays', async () => {
    const series = `series-${randomUUID()}`;
    const take = () =>
      withFreshNumber(async () => {
        const number = await peekNumber(database(), series);
        return transaction(async (tx) => {
          await takeNumber(tx, series, number);
          return number;
        });
      });
    const taken = await Promise.all(Array.from({ length: 64 }, take));
    expect([...taken].sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
    expect(await peekNumber(database(), series)).toBe(65);
  });

  it('are given back by a transaction that fails', async () => {
    const series = `series-${randomUUID()}`;
    for (const number of [1, 1, 1])
      await expect(
        transaction(async (tx) => {
          await takeNumber(tx, series, number);
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
    expect(await peekNumber(database(), series)).toBe(1);
    await expect(transaction((tx) => takeNumber(tx, series, 5))).rejects.toMatchObject({
      code: 'conflict',
      detail: 'number',
    });
  });

  it('repeat nothing but a lost race, and not for ever', async () => {
    let tries = 0;
    const losing = async () => {
      tries += 1;
      throw new DomainError('conflict', 'number');
    };
    await expect(withFreshNumber(losing)).rejects.toMatchObject({ detail: 'number' });
    expect(tries).toBeGreaterThan(1);
    tries = 0;
    const failing = async () => {
      tries += 1;
      throw new DomainError('denied');
    };
    await expect(withFreshNumber(failing)).rejects.toMatchObject({ code: 'denied' });
    expect(tries).toBe(1);
  });
});

describe('the chain of acts', () => {
  const act = (id: string, n: number) =>
    transaction((tx) =>
      recordAct(tx, {
        record: { type: 'chain', id },
        action: `act.${n}`,
        outcome: 'done',
        actor: null,
        grant: null,
        requestId: 'r',
        detail: { n, nested: { b: [1, null, 'á'], a: 1.5e21 }, at: new Date(0), skipped: undefined },
        personal: { name: `Người ${n}` },
      }),
    );

  /** What nobody can do through the portal: the tables' owner, with the fences off. */
  async function tamper(statement: string): Promise<void> {
    const owner = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
    await owner.begin(async (tx) => {
      await tx.unsafe('alter table audit_acts disable trigger all');
      await tx.unsafe(statement);
      await tx.unsafe('alter table audit_acts enable trigger all');
    });
    await owner.end();
  }

  it('has no gap and no fork under 24 writers', async () => {
    const id = randomUUID();
    await Promise.all(Array.from({ length: 24 }, (_, n) => act(id, n)));
    expect((await actsOf(id)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 1),
    );
    expect(await verifyChains()).toMatchObject({ broken: null });
  });

  it('holds when salts are erased, and proves the value only before', async () => {
    const id = randomUUID();
    await act(id, 1);
    const [row] = await actsOf(id);
    const [salt] = await database()
      .select()
      .from(auditSalts)
      .where(eq(auditSalts.actId, row?.id ?? 0));
    const kept = Reflect.get(Object(row?.detail.personal), 'name');
    expect(commitment(salt?.salt ?? '', 'Người 1')).toBe(kept);
    expect(commitment(salt?.salt ?? '', 'Người 2')).not.toBe(kept);
    await database()
      .delete(auditSalts)
      .where(eq(auditSalts.actId, row?.id ?? 0));
    expect(await database().$count(auditSalts, eq(auditSalts.actId, row?.id ?? 0))).toBe(0);
    expect(await verifyChains()).toMatchObject({ broken: null });
    expect(commitment('', 'Người 1')).not.toBe(kept);
  });

  it.each([
    ['action', `'act.9'`, 'hash'],
    ['outcome', `'denied'`, 'hash'],
    ['actor_id', `gen_random_uuid()`, 'hash'],
    ['person_id', `gen_random_uuid()`, 'hash'],
    ['role', `'x'`, 'hash'],
    ['scope', `'x'`, 'hash'],
    ['delegation_id', `gen_random_uuid()`, 'hash'],
    ['at', `at + interval '1 millisecond'`, 'hash'],
    ['request_id', `request_id || ' '`, 'hash'],
    ['detail', `jsonb_set(detail, '{nested,b,2}', '"a"')`, 'hash'],
    ['prev_hash', `overlay(prev_hash placing 'x' from 5 for 1)`, 'link'],
    ['hash', `overlay(hash placing 'x' from 5 for 1)`, 'hash'],
  ])('names the act whose %s was changed', async (column, value, fault) => {
    const id = randomUUID();
    for (const n of [1, 2, 3]) await act(id, n);
    const where = `where record_id = '${id}' and seq = 2`;
    await tamper(
      `create table if not exists kept as select * from audit_acts limit 0; insert into kept select * from audit_acts ${where}`,
    );
    await tamper(`update audit_acts set "${column}" = ${value} ${where}`);
    expect((await verifyChains()).broken).toMatchObject({ recordType: 'chain', recordId: id, seq: 2, fault });
    await tamper(
      `delete from audit_acts ${where}; insert into audit_acts select * from kept where record_id = '${id}'`,
    );
    expect((await verifyChains()).broken).toBeNull();
  });

  it('names the gap where an act was removed, also the first', async () => {
    for (const seq of [1, 2]) {
      const id = randomUUID();
      for (const n of [1, 2, 3]) await act(id, n);
      await tamper(`delete from audit_acts where record_id = '${id}' and seq = ${seq}`);
      expect((await verifyChains()).broken).toMatchObject({ recordId: id, seq: seq + 1, fault: 'gap' });
      await tamper(`delete from audit_acts where record_id = '${id}'`);
    }
    expect(await database().execute(sql`select 1 from audit_acts limit 1`)).toHaveLength(1);
  });
});
