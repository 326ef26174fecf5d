import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { auditRoots } from '@/db/schema/audit';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { demonstrationAuthority } from '@/lib/integrations/signing';
import { verifyStamp } from '@/lib/integrations/timestamp/verify';
import { recordAct } from '@/lib/kernel/audit-trail';
import { dateOf, dayNumberAt } from '@/lib/kernel/calendar';
import type { Actor } from '@/lib/policy/actor';
import { makeRoots } from './jobs';
import { verifyChains } from './queries';
import { listReads } from './reads/queries';
import { checkRoot, computeRoot, listRoots } from './roots/queries';
import { checkChain, exportActs, getAct, listActs } from './trail/queries';

useDatabase();

let auditor: Actor;
let reviewer: Actor;
const yesterday = dateOf(dayNumberAt(new Date()) - 1);

async function act(recordId: string, detail: Record<string, unknown> = {}): Promise<void> {
  await transaction((tx) =>
    recordAct(tx, {
      record: { type: 'account', id: recordId },
      action: 'account.grant',
      outcome: 'done',
      actor: reviewer,
      grant: null,
      requestId: 'test',
      detail,
      personal: { name: 'Nguyễn Thị Bí Mật' },
    }),
  );
}

/** What nobody can do from the portal: the owner of the tables, with the triggers off. */
async function tamper(statement: string): Promise<void> {
  const owner = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  await owner.unsafe('alter table audit_acts disable trigger all');
  await owner.unsafe(statement);
  await owner.unsafe('alter table audit_acts enable trigger all');
  await owner.end();
}

beforeAll(async () => {
  await seedPeople();
  auditor = await actorNamed('auditor');
  reviewer = await actorNamed('reviewer');
  for (const record of ['a', 'b', 'c']) for (let n = 0; n < 4; n += 1) await act(record, { n });
});

describe('the trail', () => {
  it('is read by those who may, newest first, page by page', async () => {
    await expect(listActs(reviewer, {})).rejects.toMatchObject({ code: 'denied' });
    const first = await listActs(auditor, {});
    expect(first.rows.map(({ id }) => id)).toEqual([...first.rows.map(({ id }) => id)].sort((a, b) => b - a));
    const of = await listActs(auditor, { record: 'b' });
    expect(of.rows.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    expect(of).toMatchObject({ newer: null, older: null });
    const before = of.rows[1]?.id;
    const rest = await listActs(auditor, { record: 'b', before });
    expect(rest.rows.map(({ seq }) => seq)).toEqual([2, 1]);
    const back = await listActs(auditor, { record: 'b', after: rest.rows[0]?.id });
    expect(back.rows.map(({ seq }) => seq)).toEqual([4, 3]);
  });

  it('holds no personal value, only a commitment', async () => {
    const [row] = (await listActs(auditor, { record: 'a' })).rows;
    const { act: whole, previous, next } = await getAct(auditor, { id: row?.id ?? 0 });
    expect(JSON.stringify(whole)).not.toContain('Bí Mật');
    expect(whole.detail).toMatchObject({ personal: { name: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(previous).not.toBeNull();
    expect(next).toBeNull();
  });

  it('is filtered by day, action and outcome', async () => {
    expect((await listActs(auditor, { from: '2020-01-01', to: '2020-12-31' })).rows).toEqual([]);
    expect((await listActs(auditor, { action: 'account.grant', record: 'c' })).rows).toHaveLength(4);
    expect((await listActs(auditor, { outcome: 'denied', record: 'c' })).rows).toEqual([]);
  });

  it('is exported whole, and the export leaves a mark', async () => {
    const rows = [];
    for await (const piece of await exportActs(auditor, { record: 'a' })) rows.push(...piece);
    expect(rows).toHaveLength(4);
    const reads = await listReads(auditor, { record: 'export' });
    expect(reads.rows).toMatchObject([{ recordType: 'audit_trail', purpose: 'audit', role: 'auditor' }]);
  });
});

describe('a chain', () => {
  const check = (recordId: string) => checkChain(auditor, { recordType: 'account', recordId });

  it('holds as long as nobody touches it', async () => {
    expect(await check('a')).toEqual({ acts: 4, broken: null });
    expect(await check('unknown')).toEqual({ acts: 0, broken: null });
    expect(await verifyChains()).toMatchObject({ broken: null });
  });

  it.each([
    [
      'a changed byte',
      `update audit_acts set detail = '{"n": 99}' where record_id = 'changed' and seq = 2`,
      2,
      'hash',
    ],
    ['a removed act', `delete from audit_acts where record_id = 'removed' and seq = 2`, 3, 'gap'],
    [
      'an act put in another place',
      `update audit_acts set prev_hash = repeat('0', 64) where record_id = 'moved' and seq = 3`,
      3,
      'link',
    ],
  ])('names the act after %s', async (_, statement, seq, fault) => {
    const record = /record_id = '(\w+)'/.exec(statement)?.[1] ?? '';
    for (let n = 0; n < 4; n += 1) await act(record, { n });
    await tamper(statement);
    expect((await check(record)).broken).toMatchObject({ recordId: record, seq, fault });
    expect((await verifyChains()).broken).not.toBeNull();
  });
});

describe('the roots', () => {
  it('are made once for each day that has ended, stamped, and open to everybody', async () => {
    await makeRoots.run({});
    await makeRoots.run({});
    const [root, ...others] = (await listRoots(null)).filter(({ day }) => day === yesterday);
    // Today's acts are not yesterday's: a tree without leaves.
    expect(root).toBeUndefined();
    expect(others).toEqual([]);
    await tamper(`update audit_acts set at = at - interval '1 day'`);
    await makeRoots.run({});
    const [made] = await listRoots(null);
    expect(made).toMatchObject({ day: yesterday });
    expect(made?.chains).toBeGreaterThanOrEqual(3);
    const digest = Buffer.from(made?.root ?? '', 'hex');
    expect(made?.stamp).not.toBeNull();
    if (made?.stamp) {
      const roots = [await demonstrationAuthority().root()];
      expect(await verifyStamp(made.stamp, digest, roots)).toBe(true);
    }
    expect(await checkRoot(auditor, { day: yesterday })).toMatchObject({ holds: true });
  });

  it('tell when yesterday is rewritten, even with fresh hashes', async () => {
    await tamper(`update audit_acts set hash = md5(hash) || md5(hash) where record_id = 'b' and seq = 4`);
    expect(await checkRoot(auditor, { day: yesterday })).toMatchObject({ holds: false });
    const { root } = await computeRoot(database(), yesterday);
    const [kept] = await database().select().from(auditRoots).where(eq(auditRoots.day, yesterday));
    expect(root).not.toBe(kept?.root);
  });
});
