import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { documents } from '@/db/schema/documents';
import {
  dossierEvents,
  dossierPromises,
  dossiers,
  feeObligations,
  issuedPapers,
  supplements,
} from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import {
  type Cast,
  fillDraft,
  handIn,
  type Move,
  makeMove,
  markAll,
  payFees,
  readCast,
  uploadPdf,
} from '@/db/testing-dossiers';
import { verifyChains } from '@/lib/audit/queries';
import { formatDate } from '@/lib/i18n/format';
import { demoPeople } from '@/lib/integrations/people';
import { storage } from '@/lib/integrations/storage';
import { civilDateAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { dueDate } from '@/lib/kernel/clock-rules';
import { movesFrom } from '@/lib/kernel/workflow';
import { tellApplicant } from '@/lib/notifications/jobs';
import { policy } from '@/lib/policy/table';
import { systemActor } from '@/lib/session/system';
import { attachDocument, detachDocument } from './commands/attach';
import { ruleOf, toClockEvents } from './commands/clock';
import { findDossier, listClockEvents } from './commands/find';
import { moveDossier } from './commands/move';
import { submitDossier } from './commands/submit';
import { expirePayments, expireSupplements } from './jobs';
import { previewResult } from './queries/preview';
import { verifyPaper } from './queries/public';
import { neededFields } from './schema';
import { type DossierMove, type DossierState, dossierMoves, dossierStates, moveRow } from './workflow';

// Many acts per test: a busy machine may take its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });
useDatabase();

const procedure = 'cosmetics-notification';
const allMoves = Object.keys(dossierMoves) as DossierMove[];
const allStates = Object.keys(dossierStates) as DossierState[];
const words = 'Nội dung mẫu để thử.';

let cast: Cast;
const walked: string[] = [];
const made = new Set<string>();

beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
});

const stateOf = async (code: string) => (await findDossier(database(), code)).dossier.state;

/** Every need of a move, filled with something lawful. */
async function needsOf(code: string, name: DossierMove): Promise<Move> {
  const { definition } = await findDossier(database(), code);
  const values: Record<string, unknown> = {
    reason: words,
    ground: 'Điều 1 văn bản mẫu',
    decision: words,
    opinion: words,
    amount: 200_000,
    newDate: '2031-01-15',
    assignee: cast('reviewer').accountId,
    experts: [cast('expert').accountId],
    items: [
      {
        component: definition.components.find(({ reuse }) => reuse.includes('UP'))?.code,
        what: words,
        reason: words,
      },
    ],
  };
  return { move: name, ...Object.fromEntries(neededFields(name).map((field) => [field, values[field]])) };
}

const defaultActors: Partial<Record<string, string>> = {
  'dossier.receive': 'one-stop',
  'dossier.return': 'one-stop',
  'dossier.charge': 'finance',
  'dossier.assign': 'dispatcher',
  'dossier.review': 'reviewer',
  'dossier.opine': 'expert',
  'dossier.check': 'checker',
  'dossier.rework': 'checker',
  'dossier.sign': 'approver',
  'dossier.extend': 'approver',
  'dossier.stop': 'approver',
  'dossier.amend': 'approver',
  'dossier.issue': 'records',
  'dossier.archive': 'records',
};

const actorOf = (name: DossierMove) =>
  moveRow(name).action === 'dossier.expire'
    ? systemActor()
    : cast(defaultActors[moveRow(name).action] ?? 'business');

/** Makes a move as the person whose work it is, after proving that everybody without the right is refused. */
async function make(code: string, name: DossierMove, extra: Partial<Move> = {}): Promise<DossierState> {
  if (!made.has(name)) await proveRefusals(code, name);
  made.add(name);
  const { state } = await makeMove(actorOf(name), code, { ...(await needsOf(code, name)), ...extra });
  return state;
}

/** One account of each role that does not carry the move's action; the trail keeps every attempt. */
async function proveRefusals(code: string, name: DossierMove): Promise<void> {
  const { action } = moveRow(name);
  const { dossier } = await findDossier(database(), code);
  const input = { code, version: dossier.version, ...(await needsOf(code, name)) };
  const outsiders = [...new Map(demoPeople.map((one) => [one.grants[0]?.role, one.account]))]
    .filter(([role]) => role !== undefined && !Object.hasOwn(policy[action], role))
    .map(([, account]) => cast(account));
  const tries = await Promise.allSettled(outsiders.map((actor) => moveDossier(actor, input)));
  for (const one of tries)
    expect(one, name).toMatchObject({ reason: { code: expect.stringMatching(/^(denied|not_found)$/) } });
  const kept = await database()
    .select({ actorId: auditActs.actorId, action: auditActs.action, outcome: auditActs.outcome })
    .from(auditActs)
    .where(and(eq(auditActs.recordType, 'dossier'), eq(auditActs.recordId, dossier.id)))
    .orderBy(desc(auditActs.seq))
    .limit(outsiders.length);
  expect(
    kept.every((act) => act.action === action && act.outcome === 'denied'),
    name,
  ).toBe(true);
  expect(new Set(kept.map(({ actorId }) => actorId)), name).toEqual(
    new Set(outsiders.map(({ accountId }) => accountId)),
  );
  expect((await findDossier(database(), code)).dossier.version).toBe(dossier.version);
}

async function walk(path: readonly DossierMove[], from?: string): Promise<string> {
  const code = from ?? (await handIn(cast('business'), procedure));
  if (from === undefined) walked.push(code);
  for (const name of path) await make(code, name);
  return code;
}

async function answer(code: string): Promise<void> {
  const { openSupplement } = await findDossier(database(), code);
  for (const { component } of openSupplement?.items ?? [])
    await attachDocument(cast('business'), {
      code,
      component,
      documentId: await uploadPdf(cast('business')),
    });
}

const accepted = ['accept'] as const;
const inReview = [...accepted, 'assign', 'begin_review'] as const;
const drafted = [...inReview, 'draft_result', 'submit_for_sign'] as const;
const issued = [...drafted, 'check', 'sign', 'issue'] as const;

async function papersOf(code: string) {
  const { dossier } = await findDossier(database(), code);
  return database()
    .select()
    .from(issuedPapers)
    .where(eq(issuedPapers.dossierId, dossier.id))
    .orderBy(asc(issuedPapers.id));
}

async function textOf(sha256: string): Promise<string> {
  return readText(await buffer(await storage().open(sha256)), sha256);
}

function readText(pdf: Buffer, name: string): string {
  const file = join(tmpdir(), `${name}.pdf`);
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
}

/** The notices a worker would have delivered by now. */
async function tellAll(code: string): Promise<void> {
  const { dossier } = await findDossier(database(), code);
  const events = await database().select().from(dossierEvents).where(eq(dossierEvents.dossierId, dossier.id));
  for (const { seq, move } of events) await tellApplicant.run({ dossierId: dossier.id, seq, move });
}

describe('every move of the workflow, by the people whose work it is', () => {
  it('submit, cancel', async () => {
    const draft = await fillDraft(cast('business'), procedure);
    expect(await make(draft, 'cancel')).toBe('cancelled');
    const code = await walk([]);
    made.add('submit');
    expect(await stateOf(code)).toBe('submitted');
    await expect(makeMove(cast('business'), code, { move: 'submit' })).rejects.toMatchObject({
      code: 'unlawful_move',
    });
  });

  it('sends back once at the counter, and goes on when answered', async () => {
    const code = await walk(['ask_before_intake']);
    await expect(makeMove(cast('business'), code, { move: 'resubmit' })).rejects.toMatchObject({
      detail: 'supplement_answered',
    });
    await answer(code);
    expect(await make(code, 'resubmit')).toBe('submitted');
    await expect(
      makeMove(cast('one-stop'), code, await needsOf(code, 'ask_before_intake')),
    ).rejects.toMatchObject({
      code: 'unlawful_move',
      detail: 'supplement_round_left',
    });
    expect(await make(code, 'accept')).toBe('accepted');
  });

  it('does not count a paper that was handed in and taken out again as an answer', async () => {
    const code = await walk([...inReview]);
    await markAll(cast('reviewer'), code);
    await make(code, 'ask_supplement');
    const { openSupplement } = await findDossier(database(), code);
    const component = openSupplement?.items[0]?.component ?? '';
    const business = cast('business');
    const { id } = await attachDocument(business, { code, component, documentId: await uploadPdf(business) });
    await detachDocument(business, { code, attachmentId: id });
    await expect(makeMove(business, code, { move: 'answer_supplement' })).rejects.toMatchObject({
      detail: 'supplement_answered',
    });
    await answer(code);
    expect(await make(code, 'answer_supplement')).toBe('in_review');
  });

  it('refuses with Form 03 at the counter', async () => {
    const code = await walk(['reject_intake']);
    expect(await stateOf(code)).toBe('rejected_intake');
    const form = (await papersOf(code)).find(({ kind }) => kind === 'form_03');
    expect(form?.number).toBe(`${code}/TC1`);
    expect(await textOf(form?.sha256 ?? '')).toContain(words);
    expect((await findDossier(database(), code)).dossier.endedAt).not.toBeNull();
  });

  it('asks a fee, survives a withdrawal that is denied, and goes back to where it was', async () => {
    const code = await walk([...inReview, 'request_fee', 'request_withdrawal']);
    expect(await make(code, 'deny_withdrawal')).toBe('fee_due');
    await payFees(code);
    made.add('settle_fee');
    expect(await stateOf(code)).toBe('in_review');
    await expect(makeMove(cast('business'), code, { move: 'settle_fee' })).rejects.toMatchObject({
      code: 'unlawful_move',
    });
  });

  it('leaves a fee that was paid while the withdrawal was open', async () => {
    const code = await walk([...accepted, 'request_fee', 'request_withdrawal']);
    await payFees(code);
    expect(await stateOf(code)).toBe('withdraw_requested');
    expect(await make(code, 'deny_withdrawal')).toBe('accepted');
  });

  it('accepts a withdrawal', async () => {
    const code = await walk([...accepted, 'request_withdrawal', 'accept_withdrawal']);
    expect(await stateOf(code)).toBe('withdrawn');
    const early = await walk(['request_withdrawal', 'accept_withdrawal']);
    expect((await findDossier(database(), early)).dossier.endedAt).not.toBeNull();
  });

  it('consults an expert, who sees the dossier only while invited', async () => {
    const code = await walk([...inReview, 'consult', 'give_opinion', 'end_consultation']);
    expect(await stateOf(code)).toBe('in_review');
    await expect(makeMove(cast('expert'), code, await needsOf(code, 'give_opinion'))).rejects.toMatchObject({
      code: 'not_found',
    });
    await walk(['convene_council', 'give_opinion', 'end_council'], code);
  });

  it('inspects, has mended, accepts or refuses what was mended', async () => {
    const code = await walk([
      ...inReview,
      'inspect',
      'record_inspection',
      'inspect',
      'require_remediation',
      'accept_remediation',
    ]);
    expect(await stateOf(code)).toBe('in_review');
    await walk(['inspect', 'require_remediation', 'refuse_remediation', 'reopen_review'], code);
    expect((await findDossier(database(), code)).dossier.decision).toBeNull();
  });

  it('reassigns, returns for rework, checks anew, signs', async () => {
    const code = await walk([...drafted, 'check', 'return_for_rework']);
    await make(code, 'reassign', { assignee: cast('reviewer-2').accountId });
    await make(code, 'reassign', { assignee: cast('reviewer').accountId });
    await expect(
      makeMove(cast('dispatcher'), code, {
        move: 'reassign',
        reason: words,
        assignee: cast('checker').accountId,
      }),
    ).rejects.toMatchObject({ code: 'denied' });
    await walk(['draft_result', 'submit_for_sign'], code);
    await expect(makeMove(cast('approver'), code, { move: 'sign' })).rejects.toMatchObject({
      detail: 'checked',
    });
    await walk(['check', 'sign', 'issue', 'return_result', 'archive'], code);
    expect(await stateOf(code)).toBe('archived');
  });

  it('shows the one who may sign the very paper, and nobody else', async () => {
    const code = await walk([...drafted, 'check']);
    const { pdf } = await previewResult(cast('approver'), { code });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(readText(pdf, code)).toContain(cast('approver').name);
    await expect(previewResult(cast('approver-httb'), { code })).rejects.toMatchObject({ code: 'not_found' });
    await expect(previewResult(cast('business'), { code })).rejects.toMatchObject({ code: 'denied' });
  });

  it('refuses with a signed and sealed paper', async () => {
    const code = await walk([...inReview, 'propose_refusal', 'submit_refusal', 'check', 'sign']);
    await expect(makeMove(cast('records'), code, { move: 'issue' })).rejects.toMatchObject({
      detail: 'granted',
    });
    await walk(['issue_refusal', 'collect'], code);
    const paper = (await papersOf(code)).find(({ kind }) => kind === 'result');
    expect(paper?.status).toBe('valid');
    expect(await textOf(paper?.sha256 ?? '')).toContain(words);
    await expect(
      makeMove(cast('approver'), code, await needsOf(code, 'correct_result')),
    ).rejects.toMatchObject({ detail: 'granted' });
  });

  it('extends with Form 04, only ever to a later date than the one promised', async () => {
    const code = await walk([...inReview]);
    const before = (await findDossier(database(), code)).dossier.promisedAt;
    const sameDay = civilDateAt(before ?? new Date());
    await expect(
      makeMove(cast('approver'), code, { move: 'extend', reason: words, newDate: sameDay }),
    ).rejects.toMatchObject({ detail: 'new_date' });
    await expect(
      makeMove(cast('approver'), code, { move: 'extend', reason: words, newDate: '2026-01-05' }),
    ).rejects.toMatchObject({ detail: 'new_date' });
    await make(code, 'extend');
    const { dossier } = await findDossier(database(), code);
    expect(civilDateAt(dossier.promisedAt ?? new Date())).toBe('2031-01-15');
    const promises = await database()
      .select()
      .from(dossierPromises)
      .where(eq(dossierPromises.dossierId, dossier.id))
      .orderBy(asc(dossierPromises.madeAt));
    expect(promises.map(({ dueAt }) => dueAt)).toEqual([before, dossier.promisedAt]);
    const form = (await papersOf(code)).find(({ kind }) => kind === 'form_04');
    expect(await textOf(form?.sha256 ?? '')).toContain('15/01/2031');
  });

  it('stops with Form 05', async () => {
    const code = await walk([...inReview, 'stop']);
    const { dossier } = await findDossier(database(), code);
    expect(dossier).toMatchObject({ state: 'stopped' });
    expect(dossier.endedAt).not.toBeNull();
    expect((await papersOf(code)).map(({ kind }) => kind)).toContain('form_05');
  });

  it('replaces a corrected result, again if need be, and revokes the last', async () => {
    const code = await walk([...issued, 'collect']);
    const first = (await papersOf(code)).find(({ kind }) => kind === 'result');
    await make(code, 'correct_result', { decision: 'Điều kiện đã được sửa.' });
    const [old, corrected] = (await papersOf(code)).filter(({ kind }) => kind === 'result');
    expect(old).toMatchObject({
      id: first?.id,
      status: 'corrected',
      successorId: corrected?.id,
      statusReason: words,
    });
    expect(corrected).toMatchObject({ status: 'valid', number: `${first?.number}-ĐC1` });
    expect(await verifyPaper({ capability: old?.capability ?? '' })).toMatchObject({
      status: 'corrected',
      number: first?.number,
      successor: `${first?.number}-ĐC1`,
    });
    expect(await verifyPaper({ sha256: old?.sha256 ?? '' })).toMatchObject({ status: 'corrected' });
    expect(await verifyPaper({ capability: corrected?.capability ?? '' })).toMatchObject({
      status: 'valid',
      number: `${first?.number}-ĐC1`,
    });
    const text = await textOf(corrected?.sha256 ?? '');
    for (const part of [
      'Điều kiện đã được sửa.',
      `${first?.number}-ĐC1`,
      `Thay thế văn bản số ${first?.number}`,
    ])
      expect(text).toContain(part);
    const signatures = await database().execute(
      sql`select signer_name, kind from document_signatures where sha256 = ${corrected?.sha256}`,
    );
    expect(signatures).toMatchObject([{ signer_name: cast('approver').name, kind: 'person' }]);
    const copies = await database()
      .select({ sha256: documents.sha256, status: documents.status })
      .from(documents)
      .where(eq(documents.source, 'result'));
    expect(copies).toEqual(
      expect.arrayContaining([
        { sha256: old?.sha256, status: 'superseded' },
        { sha256: corrected?.sha256, status: 'active' },
      ]),
    );
    await make(code, 'archive');
    await make(code, 'correct_result');
    const second = (await papersOf(code)).at(-1);
    expect(second?.number).toBe(`${first?.number}-ĐC2`);
    await make(code, 'archive');
    await make(code, 'revoke_result');
    expect(await verifyPaper({ capability: second?.capability ?? '' })).toMatchObject({ status: 'revoked' });
    expect(await stateOf(code)).toBe('result_revoked');
  });

  it('lets lapse by the job what is past its date, and only after its own notice', async () => {
    const asked = await walk([...inReview]);
    await markAll(cast('reviewer'), asked);
    await make(asked, 'ask_supplement');
    const unpaid = await walk([...accepted, 'request_fee']);
    await expect(makeMove(systemActor(), asked, { move: 'expire_supplement' })).rejects.toMatchObject({
      detail: 'supplement_overdue',
    });
    await expect(makeMove(systemActor(), unpaid, { move: 'expire_payment' })).rejects.toMatchObject({
      detail: 'payment_overdue',
    });
    const past = sql`now() - interval '40 days'`;
    await database()
      .update(supplements)
      .set({ dueAt: new Date(Date.now() - 86_400_000) })
      .where(sql`answered_at is null`);
    await expireSupplements.run({});
    expect(await stateOf(asked)).toBe('supplement_requested');
    await tellAll(asked);
    await expireSupplements.run({});
    expect(await stateOf(asked)).toBe('expired_supplement');
    made.add('expire_supplement');
    await expirePayments.run({});
    expect(await stateOf(unpaid)).toBe('fee_due');
    await database()
      .update(feeObligations)
      .set({ createdAt: sql`${past}` })
      .where(eq(feeObligations.state, 'unpaid'));
    await expirePayments.run({});
    expect(await stateOf(unpaid)).toBe('fee_due');
    await tellAll(unpaid);
    await expirePayments.run({});
    expect(await stateOf(unpaid)).toBe('expired_payment');
    made.add('expire_payment');
  });

  it('refuses the expiry to everybody but the portal itself', async () => {
    const code = await walk([...accepted, 'request_fee']);
    await proveRefusals(code, 'expire_payment');
    await proveRefusals(code, 'expire_supplement');
  });

  it('has made every move of the table', () => {
    expect(allMoves.filter((name) => !made.has(name))).toEqual([]);
  });

  it('refuses every move from every state the table does not name', async () => {
    const first = walked[0] ?? '';
    const { facts } = await findDossier(database(), first);
    for (const state of allStates)
      for (const name of allMoves) {
        const offered = movesFrom(dossierMoves, state, () => true).includes(name);
        expect(offered, `${state} ${name}`).toBe(moveRow(name).from.includes(state));
      }
    expect(facts.state).toBe('submitted');
    for (const [index, code] of walked.entries()) {
      const state = await stateOf(code);
      const unlawful = allMoves.filter((one) => !moveRow(one).from.includes(state));
      const sample = unlawful.filter((_, n) => (n + index) % 6 === 0);
      const tries = sample.map(async (name) => makeMove(actorOf(name), code, await needsOf(code, name)));
      for (const [n, one] of (await Promise.allSettled(tries)).entries())
        expect(one, `${state} ${sample[n]}`).toMatchObject({
          reason: { code: expect.stringMatching(/^(unlawful_move|not_found|denied|duty_conflict)$/) },
        });
    }
  });
});

describe('what the walks left behind', () => {
  it('stored dates are what the ledger gives when it is read anew', async () => {
    const { calendar } = await readCalendar(database());
    for (const code of walked) {
      const { dossier, definition } = await findDossier(database(), code);
      const rule = ruleOf(definition, dossier.answers);
      const ledger = await listClockEvents(database(), dossier.id);
      if (rule === null || ledger.length === 0) continue;
      const { due } = dueDate(rule, toClockEvents(ledger), calendar);
      expect(dossier.dueAt, `${code} ${dossier.state}`).toEqual(due);
      const states = await database()
        .select({ to: dossierEvents.toState, seq: dossierEvents.seq })
        .from(dossierEvents)
        .where(eq(dossierEvents.dossierId, dossier.id))
        .orderBy(asc(dossierEvents.seq));
      expect(states.map(({ seq }) => seq)).toEqual(states.map((_, index) => index + 1));
      expect(states.at(-1)?.to).toBe(dossier.state);
    }
  });

  it('Form 01 says code, date and components as the dossier does', async () => {
    const code = walked.at(-1) ?? '';
    const { definition, dossier } = await findDossier(database(), code);
    const form = (await papersOf(code)).find(({ kind }) => kind === 'form_01');
    const text = await textOf(form?.sha256 ?? '');
    expect(text).toContain(code);
    expect(text).toContain(formatDate(civilDateAt(dossier.promisedAt ?? new Date())));
    const squeezed = text.replace(/\s/g, '');
    for (const { title, need } of definition.components)
      if (need === 'mandatory') expect(squeezed).toContain(title.vi.slice(0, 12).replace(/\s/g, ''));
  });

  it('gave no number twice, and one form per act', async () => {
    const rows = await database()
      .select({ number: issuedPapers.number })
      .from(issuedPapers)
      .where(sql`number is not null`);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    const twice = await walk([...inReview, 'extend']);
    await make(twice, 'extend', { newDate: '2032-02-02' });
    const numbers = (await papersOf(twice))
      .filter(({ kind }) => kind === 'form_04')
      .map(({ number }) => number);
    expect(numbers).toEqual([`${twice}/XL1`, `${twice}/XL2`]);
  });

  it('keeps a promise when a day off is added to the calendar', async () => {
    const code = await walk([...accepted]);
    const before = (await findDossier(database(), code)).dossier;
    const promised = await database()
      .select()
      .from(dossierPromises)
      .where(eq(dossierPromises.dossierId, before.id));
    await database().execute(sql`
      insert into calendar_days (date, kind, status, name_vi, name_en, source_ref, confidence, recorded_at, recorded_by)
      values (current_date + 1, 'off', 'official', 'Nghỉ thử', 'Trial day', 'test', 'demo', now(), 'test')`);
    const after = (await findDossier(database(), code)).dossier;
    expect(after.promisedAt).toEqual(before.promisedAt);
    expect(
      await database().select().from(dossierPromises).where(eq(dossierPromises.dossierId, before.id)),
    ).toEqual(promised);
    await expect(database().update(dossierPromises).set({ dueAt: new Date() })).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });

  it('a supplement needs every component judged and a round that is left', async () => {
    const code = await walk([...inReview]);
    const request = async () => makeMove(cast('reviewer'), code, await needsOf(code, 'ask_supplement'));
    await expect(request()).rejects.toMatchObject({ detail: 'components_marked' });
    const { definition } = await findDossier(database(), code);
    for (let round = 1; round <= definition.supplement.maxRounds; round += 1) {
      await markAll(cast('reviewer'), code);
      await request();
      await answer(code);
      await makeMove(cast('business'), code, { move: 'answer_supplement' });
    }
    await markAll(cast('reviewer'), code);
    await expect(request()).rejects.toMatchObject({ code: 'unlawful_move', detail: 'supplement_round_left' });
  });

  it('of 20 equal moves at once exactly one happens, and of 20 equal submissions', async () => {
    const code = await walk([]);
    const { version } = (await findDossier(database(), code)).dossier;
    const clicks = Array.from({ length: 20 }, () =>
      moveDossier(cast('one-stop'), { code, move: 'accept', version }),
    );
    const results = await Promise.allSettled(clicks);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' });
    const draft = await fillDraft(cast('business'), procedure);
    await payFees(draft);
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => submitDossier(cast('business'), { code: draft })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason.code).toMatch(/^(conflict|unlawful_move)$/);
    const rows = await database()
      .select({ move: dossierEvents.move })
      .from(dossierEvents)
      .innerJoin(dossiers, eq(dossiers.id, dossierEvents.dossierId))
      .where(sql`${dossiers.draftCode} = ${draft} or ${dossiers.code} = ${code}`);
    expect(rows.filter(({ move }) => move === 'submit')).toHaveLength(2);
    expect(rows.filter(({ move }) => move === 'accept')).toHaveLength(1);
  });

  it('all chains hold', async () => {
    expect(await actorNamed('auditor')).toBeDefined();
    expect((await verifyChains()).broken).toBeNull();
  });
});
