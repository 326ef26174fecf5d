import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { reportEvents, reportLocks, reportRemarks, reports } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { actorNamed } from '@/db/testing-actors';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { addAccountOf, addFacility, fillReport, monthBack, seedReporting } from '@/db/testing-reports';
import type { Actor } from '@/lib/policy/actor';
import { answerRemark } from './commands/answer';
import { lockReports } from './commands/lock';
import { moveReport } from './commands/move';
import { openReport } from './commands/open';
import { saveCells } from './commands/save';
import { getReport } from './queries/get';
import { type ReportMoveName, type ReportState, reportMoves, reportStates } from './workflow';

useDatabase();

let cast: Cast;
beforeAll(async () => {
  await seedReporting();
  cast = await readCast();
});

const reason = 'Đề nghị rà soát lại số liệu đơn thuốc';
const report = async (id: string) => (await database().select().from(reports).where(eq(reports.id, id)))[0];
const eventsOf = (id: string) =>
  database().select().from(reportEvents).where(eq(reportEvents.reportId, id)).orderBy(asc(reportEvents.id));

async function move(
  actor: Actor,
  id: string,
  name: ReportMoveName,
  remarks: { element: string; text: string }[] = [],
) {
  const version = (await report(id))?.version ?? 0;
  if (name === 'return') return moveReport(actor, { move: name, reportId: id, version, reason, remarks });
  if (name === 'reopen') return moveReport(actor, { move: name, reportId: id, version, reason });
  return moveReport(actor, { move: name, reportId: id, version });
}

/** A complete report of a hospital of its own, brought to a state by the people whose duty that is. */
async function reportIn(state: ReportState, facilityId?: string): Promise<string> {
  const id = facilityId ?? (await addFacility());
  const view = await fillReport(cast('doh-editor'), { facilityId: id });
  const path: Record<ReportState, readonly (readonly [string, ReportMoveName])[]> = {
    draft: [],
    submitted: [['doh-editor', 'submit']],
    returned: [
      ['doh-editor', 'submit'],
      ['doh-leader', 'return'],
    ],
    verified: [
      ['doh-editor', 'submit'],
      ['doh-leader', 'verify'],
    ],
    locked: [
      ['doh-editor', 'submit'],
      ['doh-leader', 'verify'],
      ['indicator-owner', 'lock'],
    ],
  };
  for (const [who, name] of path[state]) await move(cast(who), view.id, name);
  return view.id;
}

describe('the moves', () => {
  const names = Object.keys(reportMoves) as ReportMoveName[];
  const doers: Record<ReportMoveName, string> = {
    submit: 'doh-editor',
    return: 'doh-leader',
    verify: 'doh-leader',
    lock: 'indicator-owner',
    reopen: 'indicator-owner',
  };

  it.each(reportStates)('from %s are those of the table, whoever asks', async (state) => {
    for (const name of names) {
      const id = await reportIn(state);
      const { from, to } = reportMoves[name];
      const lawful = (from as readonly ReportState[]).includes(state);
      const made = move(cast(doers[name]), id, name);
      if (!lawful) {
        await expect(made, `${state} ${name}`).rejects.toMatchObject({ code: 'unlawful_move', detail: name });
        expect(await report(id)).toMatchObject({ state });
        continue;
      }
      await expect(made, `${state} ${name}`).resolves.toMatchObject({ state: to });
      const events = await eventsOf(id);
      expect(events.at(-1)).toMatchObject({
        move: name,
        fromState: state,
        toState: to,
        action: reportMoves[name].action,
        personId: cast(doers[name]).personId,
      });
    }
  });

  it('belong to the roles of the policy; who may only read is denied, and the denial is kept', async () => {
    const id = await reportIn('submitted');
    for (const name of ['doh-editor', 'indicator-owner', 'leadership', 'auditor'])
      await expect(getReport(cast(name), { id }), name).resolves.toMatchObject({ state: 'submitted' });
    await expect(move(cast('leadership'), id, 'verify')).rejects.toMatchObject({ code: 'denied' });
    await expect(move(cast('auditor'), id, 'return')).rejects.toMatchObject({ code: 'denied' });
    await expect(move(cast('doh-leader'), id, 'lock')).rejects.toMatchObject({ code: 'denied' });
    await expect(move(cast('indicator-owner'), id, 'verify')).rejects.toMatchObject({ code: 'denied' });
    const acts = await actsOn(id);
    expect(acts.filter(({ outcome }) => outcome === 'denied').map(({ action }) => action)).toEqual([
      'report.verify',
      'report.return',
      'report.lock',
      'report.verify',
    ]);
  });

  it('do not exist out of reach', async () => {
    const id = await reportIn('submitted');
    for (const name of ['facility', 'facility-head', 'hospital-his'])
      await expect(getReport(cast(name), { id }), name).rejects.toMatchObject({ code: 'not_found' });
    await expect(move(cast('facility-head'), id, 'submit')).rejects.toMatchObject({ code: 'not_found' });
    const elsewhere = await addFacility({ unitCode: 'SYT-79', placeId: 'p34-79' });
    const opening = { facilityId: elsewhere, periodId: monthBack(1), formId: 'hospital-month' };
    await expect(openReport(cast('doh-editor'), opening)).rejects.toMatchObject({ code: 'not_found' });
    for (const name of ['citizen', 'admin', 'reviewer'])
      await expect(getReport(cast(name), { id }), name).rejects.toMatchObject({ code: 'denied' });
    await expect(getReport(cast('auditor'), { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuse a version that is not the last', async () => {
    const id = await reportIn('submitted');
    const stale = { move: 'verify' as const, reportId: id, version: 1 };
    await expect(moveReport(cast('doh-leader'), stale)).rejects.toMatchObject({ code: 'conflict' });
    const version = (await report(id))?.version;
    const both = await Promise.allSettled([
      moveReport(cast('doh-leader'), { move: 'verify', reportId: id, version }),
      moveReport(cast('doh-leader'), { move: 'return', reportId: id, version, reason, remarks: [] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('tell the trail what was done, without the words of people', async () => {
    const id = await reportIn('locked');
    const acts = await actsOn(id);
    expect(acts.map(({ action, outcome, role }) => [action, outcome, role])).toEqual([
      ['report.enter', 'done', 'doh_editor'],
      ['report.enter', 'done', 'doh_editor'],
      ['report.submit', 'done', 'doh_editor'],
      ['report.verify', 'done', 'doh_leader'],
      ['report.lock', 'done', 'indicator_owner'],
    ]);
    expect(acts.at(-1)?.detail).toMatchObject({ move: 'lock', from: 'verified', to: 'locked' });
    await move(cast('indicator-owner'), id, 'reopen');
    expect(JSON.stringify((await actsOn(id)).at(-1)?.detail)).not.toContain(reason);
  });
});

const actsOn = (id: string) =>
  database().select().from(auditActs).where(eq(auditActs.recordId, id)).orderBy(asc(auditActs.seq));

describe('a submission', () => {
  it('waits for every answer, for errors to be mended and for warnings to be explained', async () => {
    const facilityId = await addFacility();
    const { id } = await openReport(cast('doh-editor'), {
      facilityId,
      periodId: monthBack(1),
      formId: 'hospital-month',
    });
    const blocked = async () => (await getReport(cast('doh-editor'), { id })).blocked;
    expect(await blocked()).toEqual([{ name: 'submit', unmet: ['complete'] }]);
    await expect(move(cast('doh-editor'), id, 'submit')).rejects.toMatchObject({
      code: 'unlawful_move',
      detail: 'complete',
    });
    await fillReport(cast('doh-editor'), { facilityId });
    expect(await blocked()).toEqual([]);
    await save(id, [{ part: 'E27a', value: 10 }]);
    await save(id, [{ part: 'E27b', value: 20 }]);
    expect(await blocked()).toEqual([{ name: 'submit', unmet: ['no_open_error'] }]);
    await save(id, [
      { part: 'E26', value: true },
      { part: 'E27a', value: 20 },
    ]);
    await save(id, [
      { part: 'E15', value: true },
      { part: 'E16', value: `${monthBack(13).slice(0, 4)}-01-01` },
      { part: 'E17', state: 'unknown', reason: 'Chưa thống kê' },
    ]);
    expect(await blocked()).toEqual([{ name: 'submit', unmet: ['warnings_explained'] }]);
    const written = `${monthBack(13).slice(0, 4)}-01-01`;
    await save(id, [{ part: 'E16', value: written, reason: 'Quyết định đang được số hóa' }]);
    expect(await getReport(cast('doh-editor'), { id })).toMatchObject({ moves: ['submit'], missing: [] });
  });
});

type Given = {
  part: string;
  value?: boolean | number | string;
  state?: 'value' | 'unknown';
  reason?: string;
};

async function save(id: string, cells: Given[], who = 'doh-editor') {
  const view = await getReport(cast(who), { id });
  return saveCells(cast(who), {
    reportId: id,
    cells: cells.map((one) => ({ ...one, seen: view.cells[one.part]?.current?.revision ?? 0 })),
  });
}

describe('remarks', () => {
  const remarks = [
    { element: 'E27', text: 'Số đơn chưa khớp' },
    { element: 'E31', text: 'Lượt khám giảm nhiều' },
  ];

  it('open only their elements and those that share a check, and wait for an answer', async () => {
    const id = await reportIn('submitted');
    await move(cast('doh-leader'), id, 'return', remarks);
    const view = await getReport(cast('doh-editor'), { id });
    const open = Object.values(view.cells).filter(({ editable }) => editable);
    // E27 needs E26; E32 and E33 may not exceed E31.
    expect([...new Set(open.map(({ element }) => element))].sort()).toEqual([
      'E26',
      'E27',
      'E31',
      'E32',
      'E33',
    ]);
    expect(await save(id, [{ part: 'E54a', value: 3 }])).toEqual([
      { part: 'E54a', outcome: 'refused', code: 'not_remarked' },
    ]);
    expect(view.blocked).toEqual([{ name: 'submit', unmet: ['remarks_answered'] }]);
    await save(id, [{ part: 'E27a', value: 5 }]);
    const [, second] = (await getReport(cast('doh-editor'), { id })).remarks;
    await answerRemark(cast('doh-editor'), {
      remarkId: second?.id ?? 0,
      text: 'Bệnh viện sửa chữa khu khám',
    });
    const answered = await getReport(cast('doh-leader'), { id });
    expect(answered.remarks.map(({ state, answer }) => [state, answer])).toEqual([
      ['answered', null],
      ['answered', 'Bệnh viện sửa chữa khu khám'],
    ]);
    await move(cast('doh-editor'), id, 'submit');
    await move(cast('doh-leader'), id, 'verify');
    const rows = await database().select().from(reportRemarks).where(eq(reportRemarks.reportId, id));
    expect(rows.every(({ state, settledBy }) => state === 'settled' && settledBy !== null)).toBe(true);
    await expect(
      answerRemark(cast('doh-editor'), { remarkId: second?.id ?? 0, text: 'Thêm' }),
    ).rejects.toMatchObject({ code: 'unlawful_move' });
  });

  it('stand at elements of the form', async () => {
    const id = await reportIn('submitted');
    const wrong = move(cast('doh-leader'), id, 'return', [{ element: 'E01', text: 'Không thuộc mẫu này' }]);
    await expect(wrong).rejects.toMatchObject({ issues: [{ path: 'remarks.0.element' }] });
  });

  it('do not make late who was on time', async () => {
    const id = await reportIn('submitted');
    const before = await report(id);
    await move(cast('doh-leader'), id, 'return');
    await move(cast('doh-editor'), id, 'submit');
    expect(await report(id)).toMatchObject({ submittedAt: before?.submittedAt, version: 4 });
  });
});

describe('duties', () => {
  it('are apart: who entered or submitted does not verify, by a second account neither', async () => {
    const id = await reportIn('submitted');
    const subject = await addAccountOf(cast('doh-editor'), { role: 'doh_leader', scope: 'SYT-01' });
    for (const actor of [cast('doh-editor'), await actorNamed(subject)]) {
      await expect(move(actor, id, 'verify')).rejects.toMatchObject({ code: 'duty_conflict' });
      const view = await getReport(actor, { id });
      expect(view).toMatchObject({ barred: ['verify'], moves: ['return'] });
    }
    const forged = database()
      .insert(reportEvents)
      .values({
        reportId: id,
        move: 'verify',
        fromState: 'submitted',
        toState: 'verified',
        action: 'report.verify',
        personId: cast('doh-editor').personId,
        recordedAt: new Date(),
        recordedBy: 'x',
      });
    await expect(forged).rejects.toMatchObject({ cause: { constraint_name: 'report_duties_apart' } });
  });

  it('bind whoever entered a single cell, and nobody who entered nothing', async () => {
    const facilityId = await addFacility();
    const id = (await fillReport(cast('doh-editor'), { facilityId })).id;
    const second = await addAccountOf(cast('doh-leader'), { role: 'doh_editor', scope: 'SYT-01' });
    const leader = await actorNamed(second);
    const same = await getReport(leader, { id });
    const nothing = await saveCells(leader, {
      reportId: id,
      cells: [{ part: 'E31a', value: 0, seen: same.cells.E31a?.current?.revision ?? 0 }],
    });
    expect(nothing).toMatchObject([{ outcome: 'unchanged' }]);
    await move(cast('doh-editor'), id, 'submit');
    await move(cast('doh-leader'), id, 'return');
    await saveCells(leader, { reportId: id, cells: [{ part: 'E31a', value: 1, seen: 1 }] });
    await move(cast('doh-editor'), id, 'submit');
    await expect(move(cast('doh-leader'), id, 'verify')).rejects.toMatchObject({ code: 'duty_conflict' });
  });

  it('keep the verifier of a ministry hospital from locking it', async () => {
    const ministry = await addFacility({ unitCode: 'KHCNDT', ownership: 'ministry', managedBy: 'byt' });
    const editor = await addAccountOf(cast('facility'), {
      role: 'facility_head',
      scope: `facility:${ministry}`,
    });
    const view = await fillReport(await actorNamed(editor), { facilityId: ministry });
    await move(await actorNamed(editor), view.id, 'submit');
    await move(cast('indicator-owner'), view.id, 'verify');
    await expect(move(cast('indicator-owner'), view.id, 'lock')).rejects.toMatchObject({
      code: 'duty_conflict',
    });
    await expect(move(cast('indicator-owner-2'), view.id, 'lock')).resolves.toMatchObject({
      state: 'locked',
    });
  });
});

describe('locks', () => {
  it('are numbered without a gap, however many come at once, and fix what was there', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await reportIn('verified'));
    await Promise.all(ids.map((id) => move(cast('indicator-owner'), id, 'lock')));
    const locks = await database().select().from(reportLocks).orderBy(asc(reportLocks.sequence));
    expect(locks.map(({ sequence }) => sequence)).toEqual(locks.map((_, at) => at + 1));
    const [id = ''] = ids;
    const last = (await eventsOf(id)).at(-1);
    const view = await getReport(cast('auditor'), { id });
    const cells = Object.values(view.cells)
      .flatMap(({ part, current }) =>
        current === null ? [] : [[part, current.revision, current.state, current.value]],
      )
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    const hash = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
    expect(last).toMatchObject({ contentHash: hash, valueCount: cells.length });
    expect(view.lastLock).toMatchObject({ contentHash: hash });
  });

  it('close the cells; of a save and a lock at once the lock holds what was saved, or nothing was', async () => {
    const id = await reportIn('locked');
    expect(await save(id, [{ part: 'E31a', value: 9 }])).toEqual([
      { part: 'E31a', outcome: 'refused', code: 'closed' },
    ]);
    const racing = await reportIn('verified');
    await move(cast('indicator-owner'), racing, 'reopen');
    await move(cast('doh-editor'), racing, 'submit');
    const cells = [{ part: 'E31a', value: 9, seen: 1 }];
    const [verified, saved] = await Promise.all([
      move(cast('doh-leader'), racing, 'verify'),
      saveCells(cast('doh-editor'), { reportId: racing, cells }),
    ]);
    expect(verified.state).toBe('verified');
    expect(saved).toEqual([{ part: 'E31a', outcome: 'refused', code: 'closed' }]);
  });

  it('go many at once, each for itself, and say which were refused', async () => {
    const ids = [await reportIn('verified'), await reportIn('verified'), await reportIn('submitted')];
    const period = { periodId: monthBack(1), formId: 'hospital-month' };
    const stranger = '00000000-0000-4000-8000-000000000000';
    const named = await lockReports(cast('indicator-owner'), { ...period, ids: [...ids, stranger] });
    expect(named).toEqual({
      locked: 2,
      refused: [
        { id: stranger, code: 'not_found' },
        { id: ids[2], code: 'unlawful_move' },
      ],
      more: false,
    });
    await reportIn('verified');
    const rest = await lockReports(cast('indicator-owner'), { ...period, unitCode: 'SYT-01' });
    expect(rest.refused).toEqual([]);
    expect(rest.locked).toBeGreaterThan(0);
    await expect(lockReports(cast('doh-leader'), period)).rejects.toMatchObject({ code: 'denied' });
  });

  it('leave a reopened report open again, wholly', async () => {
    const id = await reportIn('locked');
    await move(cast('indicator-owner'), id, 'reopen');
    const [saved] = await save(id, [{ part: 'E54a', value: 2 }]);
    expect(saved).toMatchObject({ outcome: 'saved' });
    expect(await getReport(cast('doh-editor'), { id })).toMatchObject({
      state: 'returned',
      lastLock: { sequence: expect.any(Number) },
    });
  });
});
