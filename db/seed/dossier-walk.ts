import type { auditActs } from '@/db/schema/audit';
import type {
  clockEvents,
  componentMarks,
  dossierEvents,
  dossiers,
  feeObligations,
  supplements,
} from '@/db/schema/dossiers';
import { prefillAnswers } from '@/lib/dossiers/drafts/rules';
import { subjectOf, supplementDeadline } from '@/lib/dossiers/papers/rules';
import { clockEffectOf, dossierCode, isEnded } from '@/lib/dossiers/rules';
import { type DossierMove, type DossierState, moveRow } from '@/lib/dossiers/workflow';
import { actHash, genesis } from '@/lib/kernel/audit-hash';
import { type Calendar, civilDateAt, dateOf, dayNumberAt, isWorking } from '@/lib/kernel/calendar';
import { addWorkingHours, type ClockEvent, dueDate } from '@/lib/kernel/clock-rules';
import { foldTones } from '@/lib/kernel/text';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { feeOf, limitOf, needsUpload } from '@/lib/procedures/rules';
import { applicantFor, type SampleApplicant } from './applicants';
import { chance, uuidOf } from './chance';
import { officerFor, type SampleOfficer } from './dossier-officers';
import { sampleAnswers } from './sample-answers';

interface Walk {
  definition: ProcedureDefinition;
  state: DossierState;
  moves: readonly DossierMove[];
  nth: number;
  calendar: Calendar;
  /** The moment of seeding; nothing happens after it. */
  at: Date;
  unitNumber: string;
}

/** A sample dossier as rows. Its code is given last, when all submissions of its unit and day are known. */
export interface Walked {
  dossier: typeof dossiers.$inferInsert;
  events: (typeof dossierEvents.$inferInsert)[];
  clock: (typeof clockEvents.$inferInsert)[];
  supplements: (typeof supplements.$inferInsert)[];
  marks: (typeof componentMarks.$inferInsert)[];
  fees: (typeof feeObligations.$inferInsert)[];
  acts: (typeof auditActs.$inferInsert)[];
  series: string;
  number: (sequence: number) => void;
  sequence: () => number;
}

/** Walks one dossier along its moves, in office hours, with the clock run by the portal's own rules. */
export function walk(given: Walk): Walked {
  const { definition, nth, at } = given;
  const id = uuidOf(`dossier:${nth}`);
  const applicant = applicantFor(definition, nth);
  const times = timesOf(given);
  const openedAt = new Date((times[0] ?? at).getTime() - 3_600_000);
  const known = prefillAnswers(definition, knownOf(applicant));
  const answers = sampleAnswers(definition, `dossier:${nth}`, known);
  const dossier: Walked['dossier'] = {
    id,
    draftCode: `N-${id.slice(0, 12).replaceAll('-', '')}`,
    procedureSlug: definition.slug,
    procedureVersion: definition.version,
    state: 'draft',
    ownerAccountId: applicant.accountId,
    organisationId: applicant.organisation?.id ?? null,
    applicantName: applicant.organisation?.name ?? applicant.person,
    subject: subjectOf(definition, answers),
    unit: definition.unit,
    channel: chance(`channel:${nth}`) < 0.8 ? 'ministry_portal' : 'counter',
    answers,
    createdAt: openedAt,
    updatedAt: openedAt,
    sample: true,
    version: 1,
  };
  const submittedOn = civilDateAt(times[0] ?? at);
  const walked: Walked = {
    dossier,
    events: [openEvent(id, applicant, openedAt)],
    clock: [],
    supplements: [],
    marks: [],
    fees: feesOf(given, id, openedAt),
    acts: [],
    series: `dossier:${given.unitNumber}:${submittedOn}`,
    sequence: () => 0,
    number: () => {},
  };
  for (const [index, move] of given.moves.entries()) {
    step(walked, { ...given, applicant, move, now: times[index] ?? at });
  }
  return coded(walked, { ...given, submittedOn });
}

type Step = Walk & { applicant: SampleApplicant; move: DossierMove; now: Date };

function step(walked: Walked, given: Step): void {
  const { dossier, events } = walked;
  const { move, now, applicant, definition, nth } = given;
  const row = moveRow(move);
  const from = dossier.state;
  const to = row.to === 'same' || row.to === 'previous' ? from : row.to;
  const actor = officerFor(row.action, definition.unit, `dossier:${nth}`) ?? asActor(applicant);
  const seq = events.length + 1;
  events.push({
    dossierId: dossier.id,
    seq,
    move,
    action: row.action,
    fromState: from,
    toState: to,
    actorId: actor.accountId,
    personId: actor.personId,
    actorName: actor.name,
    role: actor.role,
    scope: actor.scope,
    reason: row.needs?.includes('reason') ? 'Nội dung mẫu cho hồ sơ trình diễn.' : null,
    payload: { sample: true },
    at: now,
  });
  walked.acts.push(actOf(walked, { move, from, to, now, actor }));
  advanceClock(walked, { ...given, from, to, seq });
  Object.assign(
    dossier,
    { state: to, updatedAt: now, version: (dossier.version ?? 1) + 1 },
    changesOf(walked, { ...given, actor }),
  );
}

/** What single moves leave on the dossier besides its state. */
function changesOf(
  walked: Walked,
  { move, now, definition, calendar, actor, nth }: Step & { actor: SampleOfficer },
): Partial<Walked['dossier']> {
  switch (move) {
    case 'submit':
      for (const fee of walked.fees) Object.assign(fee, { state: 'paid', settledAt: now });
      return { submittedAt: now };
    case 'assign':
      return {
        assigneeId: officerFor('dossier.review', definition.unit, `dossier:${nth}`)?.accountId ?? null,
      };
    case 'ask_supplement':
    case 'ask_before_intake': {
      const dueAt = supplementDeadline(definition, now, calendar);
      const round = move === 'ask_supplement' ? 1 : 0;
      walked.supplements.push(supplementOf(walked, { definition, round, now, dueAt }));
      if (round === 1) walked.marks.push(...marksOf(walked, definition, { actor, now }));
      return { supplementRounds: round, supplementDueAt: dueAt };
    }
    case 'answer_supplement':
    case 'resubmit':
      for (const request of walked.supplements)
        Object.assign(request, {
          answeredAt: now,
          addressed: request.items.map(({ component }) => component),
        });
      return { supplementDueAt: null };
    case 'draft_result':
    case 'propose_refusal':
      return { decision: decisionOf(move, actor) };
    case 'check':
      return { checkedBy: actor.accountId };
    case 'return_for_rework':
      return { checkedBy: null };
    default:
      return {};
  }
}

function decisionOf(move: 'draft_result' | 'propose_refusal', { accountId }: SampleOfficer) {
  const draftedBy = accountId ?? '';
  return move === 'draft_result'
    ? { outcome: 'grant' as const, text: 'Hồ sơ mẫu đáp ứng yêu cầu.', draftedBy }
    : {
        outcome: 'refuse' as const,
        text: 'Hồ sơ mẫu không đáp ứng yêu cầu.',
        legalGround: 'Căn cứ mẫu',
        draftedBy,
      };
}

function supplementOf(
  walked: Walked,
  {
    definition,
    round,
    now,
    dueAt,
  }: { definition: ProcedureDefinition; round: number; now: Date; dueAt: Date },
) {
  const asked = definition.components.find(needsUpload) ?? definition.components[0];
  return {
    id: uuidOf(`supplement:${walked.dossier.id}:${round}`),
    dossierId: walked.dossier.id,
    round,
    items:
      asked === undefined
        ? []
        : [
            {
              component: asked.code,
              what: `Nộp lại: ${asked.title.vi}`,
              reason: 'Bản đã nộp không đọc được (mẫu).',
            },
          ],
    requestedAt: now,
    dueAt,
  };
}

function marksOf(
  { dossier }: Walked,
  definition: ProcedureDefinition,
  by: { actor: SampleOfficer; now: Date },
) {
  const asked = definition.components.find(needsUpload) ?? definition.components[0];
  return definition.components.map(({ code }) => ({
    dossierId: dossier.id,
    component: code,
    verdict: code === asked?.code ? ('wrong' as const) : ('good' as const),
    note: null,
    markedBy: by.actor.accountId ?? '',
    markedAt: by.now,
  }));
}

function advanceClock(
  walked: Walked,
  {
    move,
    now,
    from,
    to,
    seq,
    definition,
    calendar,
  }: Step & { from: DossierState; to: DossierState; seq: number },
): void {
  const { dossier, clock } = walked;
  const effect = clockEffectOf(move, { from, to, started: dossier.receivedAt != null });
  if (isEnded(to) && dossier.endedAt == null) dossier.endedAt = now;
  if (effect === null) return;
  clock.push({ dossierId: dossier.id, kind: effect, at: now, eventSeq: seq });
  if (effect === 'start') dossier.receivedAt = now;
  const limit = limitOf(definition, dossier.answers);
  if (limit === null) return;
  const events: ClockEvent[] = clock.map(({ kind, at }) => ({ kind, at }));
  const { due } = dueDate({ amount: limit.amount, unit: limit.unit }, events, calendar);
  Object.assign(dossier, { dueAt: due, pausedAt: effect === 'pause' ? now : null });
  if (effect === 'start') dossier.promisedAt = due;
}

const workingDays = { working_day: 1, calendar_day: 5 / 7, working_hour: 1 / 8, month: 21 } as const;

function workingDaysBefore(calendar: Calendar, day: number, count: number): number {
  let [candidate, left] = [day, count];
  while (left > 0) {
    candidate -= 1;
    if (isWorking(calendar, candidate)) left -= 1;
  }
  return candidate;
}

/** When each move happened: running dossiers within or just past their limit, finished ones some time ago. */
function timesOf({ definition, state, moves, nth, calendar, at }: Walk): Date[] {
  if (moves.length === 0) return [];
  const { amount, unit } = definition.limit ?? { amount: 5, unit: 'working_day' as const };
  const limit = Math.max(2, amount * workingDays[unit]);
  const late = chance(`late:${nth}`) < 0.12 ? 1.25 : 0.25 + chance(`pace:${nth}`) * 0.6;
  const span = limit * late;
  const since = isEnded(state) ? Math.ceil(2 + chance(`since:${nth}`) * 90) : 0;
  const today = dayNumberAt(at);
  const first = workingDaysBefore(calendar, today, Math.max(1, Math.ceil(span + since)));
  const start = new Date(
    `${dateOf(first)}T0${8 + Math.floor(chance(`hour:${nth}`) * 2)}:${10 + Math.floor(chance(`minute:${nth}`) * 49)}:00+07:00`,
  );
  const hours = (span * 8) / Math.max(1, moves.length);
  const latest = at.getTime() - 60_000;
  return moves.map((_, index) => {
    const when = index === 0 ? start : addWorkingHours(start, Math.max(0.2, hours * index), calendar);
    return new Date(Math.min(when.getTime(), latest - (moves.length - index) * 1000));
  });
}

function feesOf({ definition, nth }: Walk, dossierId: string, at: Date): Walked['fees'] {
  const amount = feeOf(definition, {});
  if (definition.fee === null || amount === null || amount === 0) return [];
  const { kind, moment } = definition.fee;
  return [{ id: uuidOf(`fee:${nth}`), dossierId, amount, kind, moment, state: 'unpaid', createdAt: at }];
}

function knownOf({ person, organisation }: SampleApplicant) {
  return {
    name: person,
    email: 'lien-he@mau.moh.example',
    phone: '0912345678',
    personalId: '099090900001',
    birthDate: '1990-01-01',
    organisationName: organisation?.name ?? null,
    taxCode: organisation?.taxCode ?? null,
    address: organisation?.address ?? 'Số 1 phố Mẫu, thành phố Hà Nội',
    representative: organisation?.representative ?? null,
  };
}

function asActor({ accountId, personId, person, organisation }: SampleApplicant): SampleOfficer {
  return organisation === null
    ? { accountId, personId, name: person, role: 'applicant_citizen', scope: null }
    : { accountId, personId, name: person, role: 'applicant_org', scope: `org:${organisation.id}` };
}

function openEvent(dossierId: string, applicant: SampleApplicant, at: Date) {
  const { accountId, personId, name, role, scope } = asActor(applicant);
  return {
    dossierId,
    seq: 1,
    move: 'open' as const,
    action: 'dossier.draft',
    fromState: null,
    toState: 'draft' as const,
    actorId: accountId,
    personId,
    actorName: name,
    role,
    scope,
    payload: { sample: true },
    at,
  };
}

function actOf(
  { acts, dossier }: Walked,
  {
    move,
    from,
    to,
    now,
    actor,
  }: { move: DossierMove; from: DossierState; to: DossierState; now: Date; actor: SampleOfficer },
): Walked['acts'][number] {
  const act = {
    recordType: 'dossier',
    recordId: dossier.id,
    seq: acts.length + 1,
    action: moveRow(move).action,
    outcome: 'done' as const,
    actorId: actor.accountId,
    personId: actor.personId,
    role: actor.role,
    scope: actor.scope,
    delegationId: null,
    at: now,
    requestId: 'seed',
    detail: { move, from, to, sample: true },
    prevHash: acts.at(-1)?.hash ?? genesis,
  };
  return { ...act, hash: actHash(act) };
}

function coded(walked: Walked, { unitNumber, submittedOn }: Walk & { submittedOn: string }): Walked {
  let taken = 0;
  walked.sequence = () => taken;
  walked.number = (sequence) => {
    taken = sequence;
    const { dossier } = walked;
    dossier.code = dossierCode({ unitNumber, day: submittedOn, number: sequence });
    dossier.searchText = foldTones(`${dossier.code} ${dossier.applicantName} ${dossier.subject}`);
  };
  return walked;
}
