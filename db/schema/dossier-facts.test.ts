import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { seedDossiers } from '@/db/seed/dossiers';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { blobs, documents } from './documents';
import {
  dossierDocuments,
  dossierFacts,
  dossierShares,
  dossiers,
  feeObligations,
  payments,
} from './dossiers';
import { complaints, dossierRatings } from './feedback';

useDatabase();

const at = new Date('2026-03-02T02:00:00Z');
const sha = 'b'.repeat(64);
let dossier = '';
let account = '';

beforeAll(async () => {
  await seedPeople();
  await transaction((tx) => seedDossiers(tx, at));
  const [found] = await database()
    .select({ id: dossiers.id, owner: dossiers.ownerAccountId })
    .from(dossiers)
    .where(sql`not exists (select from fee_obligations f where f.dossier_id = ${dossiers.id})`)
    .limit(1);
  dossier = found?.id ?? '';
  account = found?.owner ?? '';
  await transaction(async (tx) => {
    await tx.insert(blobs).values({ sha256: sha, size: 1, mime: 'application/pdf', createdAt: at });
    for (const [id, source] of [
      [paper, 'applicant_upload'],
      [stored, 'store'],
    ] as const)
      await tx.insert(documents).values({ id, sha256: sha, name: 'x', typeCode: 'x', source, createdAt: at });
  });
});

const [paper, stored, first, second, fee] = [1, 2, 3, 4, 5].map(
  (n) => `00000000-0000-4000-8000-00000000000${n}`,
) as [string, string, string, string, string];

/** Dossiers whose kept facts are not what counting them anew tells. */
async function wrong(): Promise<number> {
  const [row] = await database().execute<{ wrong: number }>(sql`
    with kept as (select * from dossier_facts
      where (result_file or given_files or reused or from_store or charged or paid_online)
        or coalesce(shared_at, result_shared_at, displeased_at) is not null),
    counted as (select * from counted_dossier_facts
      where (result_file or given_files or reused or from_store or charged or paid_online)
        or coalesce(shared_at, result_shared_at, displeased_at) is not null)
    select (select count(*) from (table kept except table counted) a)::int
      + (select count(*) from (table counted except table kept) b)::int as wrong`);
  return row?.wrong ?? -1;
}

async function facts() {
  expect(await wrong()).toBe(0);
  const [row] = await database().select().from(dossierFacts).where(eq(dossierFacts.dossierId, dossier));
  return row;
}

const attach = (id: string, documentId: string, reused: boolean) => ({
  id,
  dossierId: dossier,
  component: 'x',
  documentId,
  reused,
  attachedAt: at,
});

describe('the facts of a dossier', () => {
  it('follow its papers as they come and go', async () => {
    const db = database();
    await db.insert(dossierDocuments).values(attach(first, paper, true));
    expect(await facts()).toMatchObject({ givenFiles: true, reused: true, fromStore: false });
    await db.insert(dossierDocuments).values(attach(second, stored, false));
    expect(await facts()).toMatchObject({ fromStore: true });
    await db.update(dossierDocuments).set({ detachedAt: at }).where(eq(dossierDocuments.id, first));
    expect(await facts()).toMatchObject({ givenFiles: true, reused: false });
    await db.update(dossierDocuments).set({ detachedAt: at }).where(eq(dossierDocuments.id, second));
    expect(await facts()).toMatchObject({ givenFiles: false, fromStore: false });
  });

  it('follow the fee, the shares and what the applicant says of it', async () => {
    const db = database();
    await db.insert(feeObligations).values({
      ...{ id: fee, dossierId: dossier, amount: 5 },
      kind: 'phi',
      moment: 'receipt',
      state: 'unpaid',
      createdAt: at,
    });
    expect(await facts()).toMatchObject({ charged: true, paidOnline: false });
    await db
      .insert(payments)
      .values({ id: fee, obligationId: fee, bill: 'b', payUrl: 'u', state: 'open', createdAt: at });
    expect(await facts()).toMatchObject({ paidOnline: false });
    await db.update(payments).set({ state: 'paid' }).where(eq(payments.id, fee));
    expect(await facts()).toMatchObject({ paidOnline: true });
    const share = { dossierId: dossier, messageId: 'm', sharedAt: at };
    await db.insert(dossierShares).values({ ...share, seq: 1, publicStatus: 2 });
    expect(await facts()).toMatchObject({ sharedAt: at, resultSharedAt: null });
    await db.insert(dossierShares).values({ ...share, seq: 2, publicStatus: 10 });
    expect(await facts()).toMatchObject({ resultSharedAt: at });
    const rating = { id: fee, dossierId: dossier, ratedBy: account, ratedAt: at };
    await db.insert(dossierRatings).values({ ...rating, score: 2 });
    expect(await facts()).toMatchObject({ displeasedAt: at });
    const earlier = new Date(at.getTime() - 1);
    await db.insert(complaints).values({
      ...{ id: fee, code: 'c', dossierId: dossier, subject: 'rules', body: 'x', madeBy: account },
      ...{ receivedAt: earlier, dueOn: '2026-03-20' },
    });
    expect(await facts()).toMatchObject({ displeasedAt: earlier });
    await db.update(complaints).set({ dossierId: null }).where(eq(complaints.id, fee));
    expect(await facts()).toMatchObject({ displeasedAt: at });
  });

  it('hold what two transactions did at the same time', async () => {
    let go = () => {};
    const told = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = transaction(async (tx) => {
      await tx.update(dossierDocuments).set({ detachedAt: null }).where(eq(dossierDocuments.id, first));
      go();
      await tx.execute(sql`select pg_sleep(0.2)`);
    });
    await told;
    await transaction((tx) => tx.update(payments).set({ state: 'declined' }).where(eq(payments.id, fee)));
    await slow;
    expect(await facts()).toMatchObject({ givenFiles: true, reused: true, paidOnline: false });
  });

  it('are put right for rows loaded while the triggers rested', async () => {
    await database().delete(dossierFacts);
    expect(await wrong()).toBeGreaterThan(0);
    await database().execute(sql`select count_dossier_facts()`);
    expect(await wrong()).toBe(0);
    const [again] = await database().execute<{ count: string }>(sql`select count_dossier_facts() as count`);
    expect(Number(again?.count)).toBe(0);
  });
});
