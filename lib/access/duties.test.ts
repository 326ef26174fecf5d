import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { accounts, delegations, persons, roleGrants } from '@/db/schema/accounts';
import { dossierEvents, dossiers } from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { newId } from '@/lib/kernel/ids';
import { mintActor } from '@/lib/policy/actor';
import { grantFor } from '@/lib/policy/authorize';
import { type Action, excludes } from '@/lib/policy/table';
import { findIdentity } from '@/lib/session/identity';

useDatabase();

const duties = ['dossier.review', 'dossier.check', 'dossier.sign', 'dossier.issue'] as const;
const roles = ['reviewer', 'checker', 'approver', 'records'] as const;
const graphs = 1_000;

/** Few people with several accounts each, roles strewn over them, mandates criss-cross, and a run of attempts. */
const world = fc.record({
  /** Person of each account. */
  accounts: fc.array(fc.nat(2), { minLength: 2, maxLength: 5 }),
  grants: fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...roles)), { minLength: 2, maxLength: 6 }),
  mandates: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom(...roles)), { maxLength: 6 }),
  attempts: fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...duties)), { minLength: 4, maxLength: 12 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

class Undo extends Error {}

const now = new Date();
const tomorrow = new Date(now.getTime() + 86_400_000);
const yesterday = new Date(now.getTime() - 86_400_000);

async function build(tx: Tx, { accounts: owners, grants, mandates }: World) {
  const personIds = [0, 1, 2].map(() => newId());
  const rows = owners.map((owner, index) => ({
    id: newId(),
    personId: personIds[owner] ?? '',
    issuer: 'staff' as const,
    subject: `graph-${index}`,
    name: `Người ${owner}`,
    createdAt: now,
  }));
  const account = (index: number) => rows[index % rows.length] ?? (undefined as never);
  await tx.insert(persons).values(personIds.map((id) => ({ id, name: 'Người' })));
  await tx.insert(accounts).values(rows);
  await tx.insert(roleGrants).values(
    grants.map(([index, role]) => ({
      id: newId(),
      accountId: account(index).id,
      role,
      scope: 'QLD',
      validFrom: yesterday,
      reason: 'đồ thị ngẫu nhiên',
    })),
  );
  const given = mandates.map(([from, to, role]) => ({
    id: newId(),
    fromAccountId: account(from).id,
    toAccountId: account(to).id,
    role,
    scope: 'QLD',
    documentNumber: '1/GUQ',
    validFrom: yesterday,
    validTo: tomorrow,
    createdAt: now,
  }));
  if (given.length > 0) await tx.insert(delegations).values(given);
  return account;
}

async function openDossier(tx: Tx, ownerAccountId: string): Promise<string> {
  const id = newId();
  const [version] = await tx.execute<{ slug: string; version: number }>(
    sql`select slug, version from procedure_versions limit 1`,
  );
  await tx.insert(dossiers).values({
    id,
    draftCode: id,
    procedureSlug: version?.slug ?? '',
    procedureVersion: version?.version ?? 0,
    state: 'in_review',
    ownerAccountId,
    applicantName: 'Người nộp',
    unit: 'QLD',
    channel: 'ministry_portal',
    answers: {},
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

/** Each attempt that the policy allows goes to the database; what it lets through is what happened. */
async function play(tx: Tx, given: World): Promise<{ person: string; action: Action }[]> {
  const account = await build(tx, given);
  const dossierId = await openDossier(tx, account(0).id);
  const done: { person: string; action: Action }[] = [];
  for (const [index, action] of given.attempts) {
    const identity = await findIdentity(account(index).id, tx);
    if (identity === null) continue;
    const actor = mintActor({ ...identity, sessionId: null, requestId: 'graph' });
    // Whoever works under a mandate is judged as its giver: every account counts as assigned.
    const assignees = given.accounts.map((_, one) => account(one).id);
    const grant = grantFor(actor, action, { scopes: ['QLD'], assignees });
    if (grant === null) continue;
    const event = {
      dossierId,
      seq: done.length + 1,
      move: 'begin_review' as const,
      action,
      fromState: done.length === 0 ? null : ('in_review' as const),
      toState: 'in_review' as const,
      actorId: actor.accountId,
      personId: actor.personId,
      actorName: actor.name,
      role: grant.role,
      scope: grant.scope,
      delegationId: grant.mandate?.delegationId ?? null,
      payload: {},
      at: now,
    };
    const kept = await tx
      .transaction(async (inner) => {
        await inner.insert(dossierEvents).values(event);
        return true;
      })
      .catch(refusedForDuties);
    if (kept) done.push({ person: actor.personId, action });
  }
  return done;
}

function refusedForDuties(cause: unknown): false {
  const inner = cause instanceof Error ? cause.cause : null;
  if (inner instanceof postgres.PostgresError && inner.constraint_name === 'dossier_duties_apart')
    return false;
  throw cause;
}

const clashes = (done: readonly { person: string; action: Action }[]) =>
  excludes.flatMap(([first, second]) =>
    done.flatMap((before, index) =>
      before.action === first
        ? done.slice(index + 1).filter((after) => after.action === second && after.person === before.person)
        : [],
    ),
  );

describe('separation of duties', () => {
  beforeAll(seedPeople);

  it(`holds in ${graphs} random graphs of roles, mandates and merged accounts`, async () => {
    const seen = { acts: 0, chains: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        await database()
          .transaction(async (tx) => {
            const done = await play(tx, given);
            seen.acts += done.length;
            if (new Set(done.map(({ person }) => person)).size > 1) seen.chains += 1;
            expect(clashes(done)).toEqual([]);
            const reviewers = done.filter(({ action }) => action === 'dossier.review');
            const signers = done.filter(({ action }) => action === 'dossier.sign');
            const both = reviewers.filter(({ person }) => signers.some((one) => one.person === person));
            expect(both).toEqual([]);
            throw new Undo();
          })
          .catch((cause: unknown) => {
            if (!(cause instanceof Undo)) throw cause;
          });
      }),
      { numRuns: graphs },
    );
    expect(seen.acts).toBeGreaterThan(graphs);
    expect(seen.chains).toBeGreaterThan(graphs / 4);
  }, 240_000);
});
