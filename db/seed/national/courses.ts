import {
  type ClockEffect,
  clockEffectOf,
  type DossierFacts,
  guardHolds,
  type Interruption,
  targetOf,
} from '@/lib/dossiers/rules';
import { type DossierMove, type DossierState, moveRow } from '@/lib/dossiers/workflow';
import type { Action } from '@/lib/policy/table';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { type Draw, dealer } from './draws';

/** A step of a course: everything about it but who and when. */
export interface CourseStep {
  readonly move: DossierMove;
  readonly action: Action;
  readonly from: DossierState;
  readonly to: DossierState;
  readonly effect: ClockEffect | null;
  readonly asksReason: boolean;
}
/** A lawful way from the draft to where the matter rests. */
export type Course = readonly CourseStep[];

type Chances = Partial<Record<DossierMove | 'rest', number>>;

/** How often each move follows, out of a hundred; what a guard forbids falls away. */
const usual: Partial<Record<DossierState, Chances>> = {
  draft: { submit: 100 },
  submitted: { accept: 90, ask_before_intake: 6, reject_intake: 2.4, request_withdrawal: 0.5, stop: 0.1 },
  intake_supplement: { resubmit: 82, expire_supplement: 14, request_withdrawal: 4 },
  fee_due: { settle_fee: 90, expire_payment: 10 },
  accepted: { assign: 94, request_fee: 5, request_withdrawal: 0.6, stop: 0.4 },
  assigned: { begin_review: 96, reassign: 3.4, request_withdrawal: 0.6 },
  in_review: {
    draft_result: 66,
    ask_supplement: 19,
    propose_refusal: 4,
    consult: 3,
    inspect: 3,
    convene_council: 1.2,
    extend: 1.2,
    request_fee: 0.8,
    reassign: 1,
    request_withdrawal: 0.6,
    stop: 0.2,
  },
  consulting: { give_opinion: 45, end_consultation: 55 },
  site_inspection: { record_inspection: 75, require_remediation: 25 },
  remediation: { accept_remediation: 88, refuse_remediation: 12 },
  council: { give_opinion: 60, end_council: 30, draft_result: 10 },
  supplement_requested: { answer_supplement: 87, expire_supplement: 12, request_withdrawal: 1 },
  drafting: { submit_for_sign: 100 },
  propose_refusal: { submit_refusal: 93, reopen_review: 7 },
  submitted_for_sign: { sign: 97, check: 90, return_for_rework: 4 },
  returned_for_rework: { draft_result: 80, reopen_review: 20 },
  signed: { issue: 100, issue_refusal: 100 },
  issued: { collect: 68, return_result: 29, rest: 3 },
  issued_refusal: { collect: 60, return_result: 30, rest: 10 },
  returned: { archive: 85, rest: 14.6, correct_result: 0.4 },
  result_corrected: { archive: 60, rest: 40 },
  archived: { rest: 99.5, correct_result: 0.2, revoke_result: 0.3 },
  withdraw_requested: { accept_withdrawal: 78, deny_withdrawal: 22 },
};

/** The matters that never seem to end: hardly anything that closes them, much of what goes round. */
const tangled: typeof usual = {
  ...usual,
  submitted: { accept: 100 },
  in_review: {
    draft_result: 6,
    ask_supplement: 40,
    consult: 16,
    inspect: 12,
    convene_council: 10,
    extend: 6,
    reassign: 8,
    request_withdrawal: 2,
  },
  consulting: { give_opinion: 70, end_consultation: 30 },
  site_inspection: { record_inspection: 60, require_remediation: 40 },
  remediation: { accept_remediation: 100 },
  council: { give_opinion: 75, end_council: 25 },
  supplement_requested: { answer_supplement: 100 },
  submitted_for_sign: { sign: 40, check: 40, return_for_rework: 60 },
  returned_for_rework: { draft_result: 30, reopen_review: 70 },
  withdraw_requested: { deny_withdrawal: 100 },
};

const past = new Date(0);
const present = new Date(1);

/** Papers are handed in, questions answered, fees paid and terms run out whenever a move needs it; times see to that. */
function factsAtStart(definition: ProcedureDefinition): DossierFacts {
  const components = definition.components.map(({ code }) => code);
  return {
    state: 'draft',
    interrupted: {},
    answers: {},
    definition,
    handedIn: components,
    marks: components.map((component) => ({ component, verdict: 'good' })),
    unpaid: 0,
    supplementRounds: 0,
    askedAtIntake: false,
    requestedItems: [],
    openItems: [],
    supplementDueAt: past,
    paymentDueAt: past,
    decision: null,
    checked: false,
  };
}

function factsAfter(facts: DossierFacts, move: DossierMove, to: DossierState): DossierFacts {
  const moved = { ...facts, state: to };
  switch (move) {
    case 'ask_before_intake':
      return { ...moved, askedAtIntake: true };
    case 'ask_supplement':
      return { ...moved, supplementRounds: facts.supplementRounds + 1 };
    case 'request_fee':
    case 'request_withdrawal':
      return { ...moved, interrupted: { ...facts.interrupted, [move satisfies Interruption]: facts.state } };
    case 'draft_result':
      return { ...moved, decision: 'grant', checked: false };
    case 'propose_refusal':
    case 'refuse_remediation':
      return { ...moved, decision: 'refuse', checked: false };
    case 'reopen_review':
      return { ...moved, decision: null, checked: false };
    case 'check':
      return { ...moved, checked: true };
    case 'return_for_rework':
      return { ...moved, checked: false };
    default:
      return moved;
  }
}

function isLawful(move: DossierMove, facts: DossierFacts): boolean {
  const { from, when } = moveRow(move);
  return from.includes(facts.state) && (when ?? []).every((guard) => guardHolds(guard, facts, present));
}

/** Once is enough in real life: a second check of the same draft, a second extension, a second fee. */
function isSensible(move: DossierMove | 'rest', facts: DossierFacts, course: Course): boolean {
  if (move === 'check') return !facts.checked;
  if (move === 'extend' || move === 'request_fee' || move === 'revoke_result')
    return !course.some((step) => step.move === move);
  return true;
}

/** Where a tangled matter begins to find its end. */
const tangledUntil = 38;

/** Draws one course along the workflow's own rows and guards. */
export function drawCourse(definition: ProcedureDefinition, draw: Draw, isTangled = false): Course {
  const course: CourseStep[] = [];
  let facts = factsAtStart(definition);
  let started = false;
  for (;;) {
    const chances = isTangled && course.length < tangledUntil ? tangled : usual;
    const known = Object.entries(chances[facts.state] ?? {}) as [DossierMove | 'rest', number][];
    const open = known.filter(
      ([move]) => (move === 'rest' || isLawful(move, facts)) && isSensible(move, facts, course),
    );
    const move = open.length === 0 ? 'rest' : dealer(open)(draw);
    if (move === 'rest') return course;
    const from = facts.state;
    const to = targetOf(move, facts);
    if (to === null) throw new Error(`${move} leads nowhere from ${from}`);
    const { action, needs } = moveRow(move);
    const effect = clockEffectOf(move, { from, to, started });
    course.push({ move, action, from, to, effect, asksReason: needs?.includes('reason') === true });
    started ||= effect === 'start';
    facts = factsAfter(facts, move, to);
  }
}

const usualOnes = 600;
const tangledOnes = 12;

export interface Courses {
  readonly usual: readonly Course[];
  /** At least forty events long. */
  readonly tangled: readonly Course[];
  readonly cancelled: Course;
}

/** The courses a procedure's dossiers take, drawn once: frequent ones stand in the list often. */
export function coursesOf(definition: ProcedureDefinition, draw: Draw): Courses {
  const long: Course[] = [];
  while (long.length < tangledOnes) {
    const course = drawCourse(definition, draw, true);
    if (course.length >= 40) long.push(course);
  }
  const { action } = moveRow('cancel');
  const cancelled: Course = [
    { move: 'cancel', action, from: 'draft', to: 'cancelled', effect: null, asksReason: false },
  ];
  return {
    usual: Array.from({ length: usualOnes }, () => drawCourse(definition, draw)),
    tangled: long,
    cancelled,
  };
}
