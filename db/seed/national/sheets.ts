import { dossierStates } from '@/lib/dossiers/workflow';
import { actHash, genesis } from '@/lib/kernel/audit-hash';
import { foldTones } from '@/lib/kernel/text';
import { isTold } from '@/lib/notifications/rules';
import { copyLine, copyText } from './copy';
import type { Event, Walked } from './dossier';
import { type Draw, idAt } from './draws';
import type { Acting } from './people';
import type { Sheets } from './targets';

export interface Extent {
  /** Acts of the trail are kept for dossiers from some day on. */
  readonly withActs: boolean;
  readonly draw: Draw;
}

export function write(sheets: Sheets, walked: Walked, { withActs, draw }: Extent): void {
  writeDossier(sheets, walked);
  writeEvents(sheets, walked);
  for (const { kind, at, until, eventSeq } of walked.clock)
    sheets.clock_events.add(copyLine([walked.id, kind, at, until, eventSeq]));
  writeRequests(sheets, walked);
  writeFees(sheets, walked, draw);
  writeShare(sheets, walked, draw);
  if (walked.endedAt === null) writeMessages(sheets, walked, draw);
  if (withActs) writeActs(sheets, walked);
}

const openedBefore = `1\topen\tdossier.draft\t\\N\tdraft\t\\N\t{"sample": true}`;

/** The columns that name the actor, written once for the many events of one person. */
const named = new WeakMap<Acting, string>();
function nameOf(by: Acting): string {
  const known = named.get(by);
  if (known !== undefined) return known;
  const text = [by.accountId, by.personId, by.name, by.role, by.scope].map(copyText).join('\t');
  named.set(by, text);
  return text;
}

const reasons = [
  'Nội dung mẫu cho hồ sơ trình diễn.',
  'Cần làm rõ số liệu trong hồ sơ (mẫu).',
  'Thông tin giữa các thành phần hồ sơ chưa thống nhất (mẫu).',
  'Theo đề nghị của đơn vị thụ lý (mẫu).',
];

function writeEvents({ dossier_events }: Sheets, { id, openedAt, applicant, events }: Walked): void {
  dossier_events.add(`${id}\t${openedBefore}\t${nameOf(applicant)}\t${openedAt.toISOString()}\n`);
  for (const { seq, step, by, at } of events) {
    const { move, action, from, to, asksReason } = step;
    const reason = asksReason ? reasons[at.getTime() % reasons.length] : '\\N';
    dossier_events.add(
      `${id}\t${seq}\t${move}\t${action}\t${from}\t${to}\t${reason}\t{"sample": true}\t${nameOf(by)}\t${at.toISOString()}\n`,
    );
  }
}

const folded = new WeakMap<Acting, string>();
function foldedName(applicant: Acting, name: string): string {
  const known = folded.get(applicant) ?? foldTones(name);
  folded.set(applicant, known);
  return known;
}

const words = {
  grant: { text: 'Hồ sơ mẫu đáp ứng yêu cầu.' },
  refuse: { text: 'Hồ sơ mẫu không đáp ứng yêu cầu.', legalGround: 'Căn cứ mẫu' },
};

function writeDossier(sheets: Sheets, walked: Walked): void {
  const { form, applicant, code, subject, decision } = walked;
  const { definition } = form;
  const name = applicant.organisation?.name ?? applicant.name;
  const last = walked.events.at(-1);
  const open = walked.requests.at(-1);
  const isOpen = walked.state === 'supplement_requested' || walked.state === 'intake_supplement';
  const line = copyLine([
    walked.id,
    code,
    walked.draftCode,
    definition.slug,
    definition.version,
    walked.state,
    applicant.accountId,
    applicant.organisation?.id,
    name,
    subject,
    definition.unit,
    walked.assigneeId,
    walked.experts,
    walked.channel,
    form.answers(applicant, subject),
    decision === null ? null : JSON.stringify({ ...decision, ...words[decision.outcome] }),
    walked.checkedBy,
    walked.submittedAt,
    walked.receivedAt,
    walked.dueAt,
    walked.promisedAt,
    walked.pausedAt,
    walked.endedAt,
    walked.rounds,
    isOpen ? open?.dueAt : null,
    code === null ? '' : `${code.toLowerCase()} ${foldedName(applicant, name)} ${foldTones(subject)}`,
    walked.openedAt,
    last?.at ?? walked.openedAt,
    true,
    1 + walked.events.length,
  ]);
  sheets.dossiers.add(line);
}

function writeRequests(sheets: Sheets, walked: Walked): void {
  const { id, form, requests, endedAt } = walked;
  const { asked } = form;
  if (asked === null || requests.length === 0) return;
  const { component, title } = asked;
  const items = JSON.stringify([
    { component, what: `Nộp lại: ${title}`, reason: 'Bản đã nộp không đọc được (mẫu).' },
  ]);
  for (const { id: requestId, round, requestedAt, dueAt, answeredAt } of requests) {
    const addressed = answeredAt === null ? [] : [component];
    sheets.supplements.add(
      copyLine([requestId, id, round, items, requestedAt, dueAt, addressed, answeredAt]),
    );
  }
  if (endedAt === null && walked.rounds > 0) writeMarks(sheets, walked, component);
}

/** Marks matter while somebody works on the dossier; what was handed in anew waits to be judged. */
function writeMarks(
  { component_marks }: Sheets,
  { id, form, requests, assigneeId }: Walked,
  wrong: string,
): void {
  const last = requests.at(-1);
  if (last === undefined) return;
  for (const component of form.components) {
    const isWrong = component === wrong;
    if (isWrong && last.answeredAt !== null) continue;
    component_marks.add(copyLine([id, component, isWrong ? 'wrong' : 'good', assigneeId, last.requestedAt]));
  }
}

function writeFees(sheets: Sheets, { id, form, fees, channel }: Walked, draw: Draw): void {
  const kind = form.definition.fee?.kind ?? 'phi';
  for (const { id: feeId, amount, moment, createdAt, settledAt } of fees) {
    const state = settledAt === null ? 'unpaid' : 'paid';
    sheets.fee_obligations.add(copyLine([feeId, id, amount, kind, moment, state, createdAt, settledAt]));
    if (settledAt === null || channel === 'counter' || draw() >= 0.85) continue;
    const paid = ['https://mau.moh.example', 'paid', `MAU-${feeId.slice(0, 23)}`, 'Ngân hàng mẫu'];
    sheets.payments.add(
      copyLine([idAt(createdAt.getTime(), draw), feeId, `MAU-${feeId}`, ...paid, createdAt, settledAt]),
    );
  }
}

function writeShare({ dossier_shares }: Sheets, { id, code, state, events }: Walked, draw: Draw): void {
  const last = events.at(-1);
  const status = dossierStates[state].public;
  if (code === null || status === null || last === undefined || draw() >= 0.97) return;
  const message = `MAU${id.slice(-13).toUpperCase().replace('-', '')}`;
  dossier_shares.add(copyLine([id, last.seq, status, message, last.at, true]));
}

function writeMessages({ messages }: Sheets, walked: Walked, draw: Draw): void {
  const { id, applicant, code, draftCode, subject, events } = walked;
  for (const { seq, step, at } of events) {
    if (!isTold(step.move)) continue;
    const params = JSON.stringify({ code: code ?? draftCode, subject, seq });
    messages.add(copyLine([idAt(at.getTime(), draw), applicant.accountId, id, step.move, params, at]));
  }
}

function actOf(recordId: string, { seq, step, by, at }: Event, prevHash: string) {
  const { accountId, personId, role, scope } = by;
  const { move, from, to, action } = step;
  const act = {
    recordType: 'dossier',
    recordId,
    seq: seq - 1,
    action,
    outcome: 'done',
    actorId: accountId,
    personId,
    role,
    scope,
    delegationId: null,
    at,
    requestId: 'seed',
    detail: { move, from, to, sample: true },
    prevHash,
  };
  return { ...act, hash: actHash(act) };
}

function writeActs({ audit_acts }: Sheets, { id, events }: Walked): void {
  let prevHash = genesis;
  for (const event of events) {
    const act = actOf(id, event, prevHash);
    const { recordType, recordId, seq, action, outcome, actorId, personId, role, scope, at, requestId } = act;
    const detail = JSON.stringify(act.detail);
    audit_acts.add(
      copyLine([
        recordType,
        recordId,
        seq,
        action,
        outcome,
        actorId,
        personId,
        role,
        scope,
        at,
        requestId,
        detail,
        act.prevHash,
        act.hash,
      ]),
    );
    prevHash = act.hash;
  }
}
