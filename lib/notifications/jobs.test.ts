import { and, asc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { dossierEvents } from '@/db/schema/dossiers';
import { messages } from '@/db/schema/outbox';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, handIn, makeMove, readCast } from '@/db/testing-dossiers';
import { findDossier } from '@/lib/dossiers/commands/find';
import { type DossierMove, dossierMoves } from '@/lib/dossiers/workflow';
import { tellApplicant } from './jobs';
import { isTold, toldToApplicant } from './rules';

useDatabase();

let cast: Cast;
beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
});

describe('notices of moves', () => {
  it('cover every change of the public status that the applicant did not make', () => {
    const applicants = [
      'dossier.submit',
      'dossier.cancel',
      'dossier.supplement',
      'dossier.withdraw',
      'dossier.collect',
      'dossier.pay',
    ];
    const internal: DossierMove[] = [
      'return_result',
      'archive',
      'expire_payment',
      'require_remediation',
      'accept_remediation',
    ];
    for (const move of [
      'accept',
      'reject_intake',
      'ask_supplement',
      'extend',
      'stop',
      'issue',
      'issue_refusal',
      'revoke_result',
    ] as const)
      expect(isTold(move), move).toBe(true);
    expect(applicants.length + internal.length).toBeGreaterThan(0);
    expect(isTold('check')).toBe(false);
    expect(isTold('toString')).toBe(false);
    expect(toldToApplicant.every((move) => Object.hasOwn(dossierMoves, move))).toBe(true);
  });

  it('reach the applicant once, however often and on however many workers the job runs', async () => {
    const code = await handIn(cast('business'), 'cosmetics-notification');
    await makeMove(cast('one-stop'), code, { move: 'accept' });
    await makeMove(cast('dispatcher'), code, { move: 'assign', assignee: cast('reviewer').accountId });
    await makeMove(cast('reviewer'), code, { move: 'begin_review' });
    const { dossier } = await findDossier(database(), code);
    const events = await database()
      .select({ seq: dossierEvents.seq, move: dossierEvents.move, at: dossierEvents.at })
      .from(dossierEvents)
      .where(eq(dossierEvents.dossierId, dossier.id))
      .orderBy(asc(dossierEvents.seq));
    const jobs = events.map(({ seq, move }) => ({ dossierId: dossier.id, seq, move }));
    for (let run = 0; run < 3; run += 1)
      await Promise.all([...jobs, ...jobs].map((job) => tellApplicant.run(job)));
    const told = await database()
      .select()
      .from(messages)
      .where(eq(messages.dossierId, dossier.id))
      .orderBy(asc(messages.createdAt));
    expect(told.map(({ kind }) => kind)).toEqual(['submit', 'accept', 'begin_review']);
    expect(new Set(told.map(({ accountId }) => accountId))).toEqual(new Set([dossier.ownerAccountId]));
    expect(told.map(({ createdAt }) => createdAt)).toEqual(
      events.filter(({ move }) => isTold(move)).map(({ at }) => at),
    );
    expect(told[1]?.params).toMatchObject({ code, seq: 3 });
    const silent = await database()
      .select()
      .from(messages)
      .where(and(eq(messages.dossierId, dossier.id), eq(messages.kind, 'assign')));
    expect(silent).toEqual([]);
  });

  it('are queued with the move and with nothing that was rolled back', async () => {
    const code = await handIn(cast('business'), 'cosmetics-notification');
    const { dossier } = await findDossier(database(), code);
    await expect(
      makeMove(cast('one-stop'), code, { move: 'assign', assignee: cast('reviewer').accountId }),
    ).rejects.toThrow();
    const queued = await database().execute<{ task: string; move: string | null }>(sql`
      select t.identifier as task, j.payload->>'move' as move
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload->>'dossierId' = ${dossier.id}::text order by j.id`);
    expect([...queued]).toEqual([
      { task: 'dossier.moved', move: 'submit' },
      { task: 'dossier.share', move: null },
    ]);
  });
});
