import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { auditActs, personalDataReads } from '@/db/schema/audit';
import { dossierEvents, dossiers } from '@/db/schema/dossiers';
import { complaints } from '@/db/schema/feedback';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { demoOrganisation } from '@/lib/integrations/people';
import { newId } from '@/lib/kernel/ids';
import { findVersion } from '@/lib/procedures/queries';
import { handleComplaint } from './commands/handle';
import { judgeAnswer, makeComplaint, rateDossier, supplyComplaint } from './commands/say';
import { getComplaint } from './queries/get';
import { countComplaintViews, countRatings, listComplaints } from './queries/list';
import { getFeedback } from './queries/own';
import { listPublishedAnswers } from './queries/public';

useDatabase();

let cast: Cast;
const issued = 'G18.01-20261101-0000001';
const running = 'G18.01-20261101-0000002';

async function insertDossier(code: string, state: 'issued' | 'in_review'): Promise<void> {
  const procedure = await findVersion(database(), 'cosmetics-notification', 1);
  if (procedure === null) throw new Error('no procedure');
  const id = newId();
  const at = new Date('2026-11-02T09:00:00+07:00');
  await transaction(async (tx) => {
    await tx.insert(dossiers).values({
      id,
      code,
      draftCode: id,
      procedureSlug: procedure.slug,
      procedureVersion: procedure.version,
      state,
      ownerAccountId: cast('business').accountId,
      organisationId: demoOrganisation.id,
      applicantName: 'Công ty mẫu',
      unit: 'QLD',
      channel: 'ministry_portal',
      answers: {},
      receivedAt: at,
      createdAt: at,
      updatedAt: at,
    });
    await tx.insert(dossierEvents).values({
      dossierId: id,
      seq: 1,
      move: 'issue',
      action: 'dossier.issue',
      toState: state,
      actorName: 'Thử',
      role: 'records',
      payload: {},
      at,
    });
  });
}

beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
  await insertDossier(issued, 'issued');
  await insertDossier(running, 'in_review');
});

const body = 'Hồ sơ bị yêu cầu thêm giấy tờ không có trong danh mục.';

async function complain(code = issued): Promise<string> {
  return (await makeComplaint(cast('business'), { code, subject: 'rules', body })).code;
}

async function handle(
  complaint: string,
  handling: 'answer' | 'ask' | 'refuse' | 'publish',
  text = 'Đã xem.',
) {
  const { version } = await getComplaint(cast('control'), { complaint });
  return handleComplaint(cast('control'), { complaint, handling, text, version });
}

describe('a rating', () => {
  it('is given once, after the result, by the applicant only', async () => {
    const rate = (name: string, code: string, score = '4') =>
      rateDossier(cast(name), { code, score, remark: ' Nhanh ' });
    await expect(rate('business', running)).rejects.toMatchObject({ detail: 'no_result' });
    await expect(rate('business', issued, '6')).rejects.toMatchObject({ code: 'invalid' });
    await expect(rate('citizen', issued)).rejects.toMatchObject({ code: 'not_found' });
    await expect(rate('control', issued)).rejects.toMatchObject({ code: 'not_found' });
    await rate('business-member', issued);
    await expect(rate('business', issued, '1')).rejects.toMatchObject({ detail: 'rated' });
    const feedback = await getFeedback(cast('business'), { code: issued });
    expect(feedback).toMatchObject({ rateable: true, rating: { score: 4, remark: 'Nhanh' } });
    expect(await countRatings(cast('control'), undefined)).toEqual([{ score: 4, count: 1 }]);
  });
});

describe('a complaint', () => {
  it('gets its own number and fifteen working days, also when two come at once', async () => {
    const [first, second] = await Promise.all([complain(), complain(running)]);
    expect([first, second].toSorted()).toEqual(['PAKN-2026-00001', 'PAKN-2026-00002']);
    const found = await getComplaint(cast('business'), { complaint: first });
    expect(found.stages).toMatchObject([{ stage: 'answer', late: false }]);
    expect(found.due).not.toBeNull();
  });

  it('is seen by who made it, their organisation and control, and by nobody else', async () => {
    const complaint = await complain();
    expect((await getComplaint(cast('business-member'), { complaint })).body).toBe(body);
    await expect(getComplaint(cast('citizen'), { complaint })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getComplaint(cast('reviewer'), { complaint })).rejects.toMatchObject({ code: 'denied' });
    const read = await getComplaint(cast('control'), { complaint });
    const logged = await database()
      .select()
      .from(personalDataReads)
      .where(eq(personalDataReads.recordId, read.id));
    expect(logged).toMatchObject([{ recordType: 'complaint', role: 'tthc_control', purpose: 'supervision' }]);
  });

  it('goes from a question to an answer, its publication and the word of who complained', async () => {
    const complaint = await complain();
    await expect(handle(complaint, 'answer', ' ')).rejects.toMatchObject({ code: 'invalid' });
    await expect(handle(complaint, 'publish')).rejects.toMatchObject({ code: 'unlawful_move' });
    await handle(complaint, 'ask', 'Giấy tờ nào, ai yêu cầu?');
    const waiting = await getComplaint(cast('business'), { complaint });
    expect(waiting).toMatchObject({ state: 'supplement_asked', due: null, late: false });
    await expect(handle(complaint, 'ask', 'Hỏi lại lần nữa')).rejects.toMatchObject({
      code: 'unlawful_move',
    });
    await supplyComplaint(cast('business'), { complaint, supplement: 'Giấy ủy quyền bản gốc.' });
    await handle(complaint, 'answer', 'Giấy này không bắt buộc. Đơn vị đã rút yêu cầu.');
    await expect(handle(complaint, 'refuse')).rejects.toMatchObject({ code: 'unlawful_move' });
    await judgeAnswer(cast('business'), { complaint, satisfied: 'no' });
    await expect(judgeAnswer(cast('business'), { complaint, satisfied: 'yes' })).rejects.toMatchObject({
      detail: 'judge',
    });
    await handle(complaint, 'publish', '');
    const done = await getComplaint(cast('business'), { complaint });
    expect(done).toMatchObject({ state: 'published', satisfied: false, late: false });
    expect(done.stages.map(({ stage }) => stage)).toEqual(['ask', 'answer', 'publish']);
    const { rows } = await listPublishedAnswers({});
    expect(rows).toMatchObject([
      { code: complaint, answer: 'Giấy này không bắt buộc. Đơn vị đã rút yêu cầu.' },
    ]);
    expect(JSON.stringify(rows)).not.toContain(body);
    const again = await makeComplaint(cast('business'), {
      code: issued,
      subject: 'rules',
      body,
      repeats: complaint,
    });
    expect(await getComplaint(cast('control'), { complaint })).toMatchObject({ repeatedBy: again.code });
    expect(await getComplaint(cast('control'), { complaint: again.code })).toMatchObject({
      repeats: complaint,
    });
  });

  it('is refused with a reason, and not taken up again before it was answered', async () => {
    const complaint = await complain();
    const early = { code: issued, subject: 'rules' as const, body, repeats: complaint };
    await expect(makeComplaint(cast('business'), early)).rejects.toMatchObject({ detail: 'not_answered' });
    await handle(complaint, 'refuse', 'Không thuộc thẩm quyền.');
    expect(await getComplaint(cast('business'), { complaint })).toMatchObject({
      state: 'refused',
      answer: { text: 'Không thuộc thẩm quyền.' },
    });
    await expect(makeComplaint(cast('business'), { ...early, code: running })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is handled by control only, by whoever saw it last, on the record', async () => {
    const complaint = await complain();
    const { version, id } = await getComplaint(cast('control'), { complaint });
    const answer = { complaint, handling: 'answer' as const, text: 'Đã xem.', version };
    await expect(handleComplaint(cast('auditor'), answer)).rejects.toMatchObject({ code: 'denied' });
    await expect(handleComplaint(cast('reviewer'), answer)).rejects.toMatchObject({ code: 'not_found' });
    const tries = await Promise.allSettled([
      handleComplaint(cast('control'), answer),
      handleComplaint(cast('control'), answer),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const acts = await database()
      .select()
      .from(auditActs)
      .where(and(eq(auditActs.recordType, 'complaint'), eq(auditActs.recordId, id)));
    expect(acts.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
    expect(JSON.stringify(acts)).not.toContain('Đã xem.');
  });

  it('cannot be answered in the database without an answer', async () => {
    const complaint = await complain();
    const forced = database()
      .update(complaints)
      .set({ state: 'answered' })
      .where(eq(complaints.code, complaint));
    await expect(forced).rejects.toMatchObject({ cause: { constraint_name: 'complaints_answered' } });
  });

  it('stands in the list of its view and nowhere else', async () => {
    const list = await listComplaints(cast('control'), { view: 'open', subject: 'rules' });
    expect(list.rows.every(({ state }) => state === 'received' || state === 'supplement_asked')).toBe(true);
    const counts = await countComplaintViews(cast('control'), undefined);
    expect(counts.all).toBe(counts.open + counts.unpublished + counts.done);
    expect((await listComplaints(cast('citizen'), { view: 'all' })).rows).toEqual([]);
  });
});
