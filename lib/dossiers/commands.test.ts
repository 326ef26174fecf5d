import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { feeObligations } from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { verifyChains } from '@/lib/audit/queries';
import { receiveUpload } from '@/lib/documents/uploads/commands';
import { storage } from '@/lib/integrations/storage';
import type { Actor } from '@/lib/policy/actor';
import { attachDocument } from './commands/attach';
import { openDossier, saveAnswers } from './commands/draft';
import { moveDossier } from './commands/move';
import { markComponent } from './commands/review';
import { submitDossier } from './commands/submit';
import { getDossier } from './queries/get';
import { verifyPaper } from './queries/public';
import type { MoveDossier } from './schema';

const answers = {
  brand: 'Soleil',
  product_name: 'Soleil Crème Solaire SPF 50',
  product_type: ['sunscreen'],
  intended_use: 'Chống nắng cho da mặt',
  presentation: 'single',
  country: 'FR',
  manufacturer_name: 'Soleil Laboratoires S.A.S.',
  manufacturer_address: '12 rue des Érables, Lyon',
  has_assembler: 'no',
  owner_name: 'Soleil Laboratoires S.A.S.',
  owner_address: '12 rue des Érables, Lyon',
  authorisation_number: 'UQ-2024/181',
  authorisation_date: '2024-12-12',
  authorisation_expiry: '2099-12-31',
  cfs_status: 'exempt',
  cfs_exemption_ground: 'Nước xuất khẩu là thành viên CPTPP',
  ingredients: [{ name: 'AQUA', percentage: '60' }],
  importer_is_applicant: 'yes',
  contact_phone: '0912345678',
  contact_email: 'an.phuc@mau.moh.example',
  declared_true: true,
};

async function* bytes(text: string) {
  yield Buffer.from(text);
}

const pdf = (words: string) => bytes(`%PDF-1.4\n% ${words}\n%%EOF\n`);

describe('a cosmetics notification from draft to a result a stranger can verify', () => {
  useDatabase();
  const people: Record<string, Actor> = {};
  let code = '';

  beforeAll(async () => {
    await seedPeople();
    for (const name of [
      'business',
      'one-stop',
      'dispatcher',
      'reviewer',
      'reviewer-2',
      'checker',
      'approver',
      'records',
      'auditor',
      'admin',
      'citizen',
    ]) {
      people[name] = await actorNamed(name);
    }
  });

  const who = (name: string): Actor => people[name] ?? (undefined as never);

  async function move(name: string, input: Omit<MoveDossier, 'code' | 'version'>) {
    const { version } = await getDossier(who('auditor'), { code });
    return moveDossier(who(name), { code, version, ...input });
  }

  it('opens with what the register knows, keeps answers, and refuses to submit what is incomplete', async () => {
    const opened = await openDossier(who('business'), { procedure: 'cosmetics-notification' });
    code = opened.code;
    const draft = await getDossier(who('business'), { code });
    expect(draft.state).toBe('draft');
    expect(draft.answers.organisation_name).toBe('Công ty TNHH Dược phẩm An Phúc');
    expect(draft.fees).toMatchObject([{ amount: 500_000, state: 'unpaid' }]);
    await expect(submitDossier(who('business'), { code })).rejects.toMatchObject({ code: 'invalid' });
    await saveAnswers(who('business'), { code, answers });
  });

  it('hides a draft from officers and from other applicants', async () => {
    await expect(getDossier(who('reviewer'), { code })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getDossier(who('auditor'), { code })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getDossier(who('citizen'), { code })).rejects.toMatchObject({ code: 'not_found' });
    await expect(saveAnswers(who('citizen'), { code, answers: { brand: 'x' } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('takes papers, wants the fee, and gives a receipt made from what was stored', async () => {
    const draft = await getDossier(who('business'), { code });
    for (const component of draft.missing) {
      const { id } = await receiveUpload(who('business'), {
        stream: pdf(component),
        name: `${component}.pdf`,
      });
      await attachDocument(who('business'), { code, component, documentId: id });
    }
    await expect(submitDossier(who('business'), { code })).rejects.toMatchObject({
      code: 'unlawful_move',
      detail: 'fee_settled',
    });
    await transaction((tx) =>
      tx.update(feeObligations).set({ state: 'paid' }).where(eq(feeObligations.dossierId, draft.id)),
    );
    const submitted = await submitDossier(who('business'), { code });
    expect(submitted.code).toMatch(/^G18\.\d{2}-\d{8}-\d{7}$/);
    expect(await storage().verify(submitted.receipt.sha256)).toBe(true);
    code = submitted.code;
  });

  it('is received with Form 01 and a promised date', async () => {
    await expect(moveDossier(who('one-stop'), { code, move: 'accept', version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(move('reviewer', { move: 'accept' })).rejects.toMatchObject({ code: 'denied' });
    await move('one-stop', { move: 'accept' });
    const dossier = await getDossier(who('one-stop'), { code });
    expect(dossier.publicStatus).toBe(2);
    expect(dossier.promisedAt).toEqual(dossier.dueAt);
    expect(dossier.papers.map(({ kind }) => kind)).toContain('form_01');
    expect(dossier.clock?.due).toEqual(dossier.dueAt);
  });

  it('is assigned, judged in full, sent back once, and goes on when answered', async () => {
    await move('dispatcher', { move: 'assign', assignee: who('reviewer').accountId });
    await expect(move('reviewer-2', { move: 'begin_review' })).rejects.toMatchObject({ code: 'denied' });
    await move('reviewer', { move: 'begin_review' });
    const items = [
      {
        component: 'owner-authorisation',
        what: 'Nộp bản còn hiệu lực',
        reason: 'Số trên giấy khác số kê khai',
      },
    ];
    const { definition } = await getDossier(who('reviewer'), { code });
    const [wanted] = definition.components.filter(({ reuse }) => reuse.includes('UP'));
    const component = wanted?.code ?? '';
    const request = items.map((item) => ({ ...item, component }));
    await expect(move('reviewer', { move: 'ask_supplement', items: request })).rejects.toMatchObject({
      detail: 'components_marked',
    });
    for (const { code: one } of definition.components) {
      await markComponent(who('reviewer'), {
        code,
        component: one,
        verdict: one === component ? 'wrong' : 'good',
      });
    }
    await move('reviewer', { move: 'ask_supplement', items: request });
    const paused = await getDossier(who('business'), { code });
    expect(paused.publicStatus).toBe(5);
    expect(paused.dueAt).toBeNull();
    await expect(saveAnswers(who('business'), { code, answers: { brand: 'Other' } })).rejects.toMatchObject({
      code: 'denied',
    });
    await expect(move('business', { move: 'answer_supplement' })).rejects.toMatchObject({
      detail: 'supplement_answered',
    });
    const { id } = await receiveUpload(who('business'), { stream: pdf('better'), name: 'better.pdf' });
    await attachDocument(who('business'), { code, component, documentId: id });
    await move('business', { move: 'answer_supplement' });
    const running = await getDossier(who('reviewer'), { code });
    expect(running.dueAt).not.toBeNull();
    expect(running.unmarked).toEqual([component]);
  });

  it('keeps duties apart, is signed, numbered, sealed and collected', async () => {
    await move('reviewer', { move: 'draft_result', decision: 'Đủ điều kiện cấp số tiếp nhận.' });
    await move('reviewer', { move: 'submit_for_sign' });
    await expect(move('approver', { move: 'sign' })).rejects.toMatchObject({ detail: 'checked' });
    await move('checker', { move: 'check', opinion: 'Đồng ý trình ký.' });
    await expect(move('admin', { move: 'sign' })).rejects.toMatchObject({ code: 'not_found' });
    await move('approver', { move: 'sign' });
    await move('records', { move: 'issue' });
    const issued = await getDossier(who('business'), { code });
    expect(issued.publicStatus).toBe(9);
    const result = issued.papers.find(({ kind }) => kind === 'result');
    expect(result?.number).toMatch(/^001\/\d{2}\/CBMP-QLD$/);
    expect(await verifyPaper({ capability: result?.capability ?? '' })).toMatchObject({
      status: 'valid',
      number: result?.number,
    });
    expect(await verifyPaper({ sha256: result?.sha256 ?? '' })).toMatchObject({ status: 'valid' });
    expect(await verifyPaper({ sha256: '0'.repeat(64) })).toEqual({ status: 'unknown' });
    await move('business', { move: 'collect' });
    expect((await getDossier(who('business'), { code })).publicStatus).toBe(10);
  });

  it('leaves a chain that holds, and names the act when a byte is changed', async () => {
    const whole = await verifyChains();
    expect(whole).toMatchObject({ broken: null });
    expect(whole.acts).toBeGreaterThan(20);
    const tamper = `update audit_acts set detail = detail || '{"x":1}' where action = 'dossier.sign' and outcome = 'done'`;
    await expect(database().execute(tamper)).rejects.toMatchObject({ cause: { code: '42501' } });
    const owner = postgres(process.env.DATABASE_URL ?? '', { max: 1 });
    await expect(owner.unsafe(tamper)).rejects.toMatchObject({ code: '42501' });
    await owner.unsafe('alter table audit_acts disable trigger all');
    await owner.unsafe(tamper);
    await owner.end();
    expect((await verifyChains()).broken).toMatchObject({ action: 'dossier.sign', fault: 'hash' });
  });
});
