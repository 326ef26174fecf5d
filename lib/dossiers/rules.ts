/**
 * What holds of a dossier, and what a move does to its clock.
 * Decree 118/2025/NĐ-CP; Decree 45/2020/NĐ-CP (one supplement request); Decree 163/2025, 98/2021 and 46/2026
 * (rounds and days per procedure, carried by the pinned version of its definition).
 */
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';
import { needsUpload, requiredComponents } from '@/lib/procedures/rules';
import {
  type DossierGuard,
  type DossierMove,
  type DossierState,
  dossierMoves,
  dossierStates,
} from './workflow';

/** The facts the guards need; built by one query, never from a request. */
export interface DossierFacts {
  state: DossierState;
  /** The state each open interruption left, from the history: where its end leads back to. */
  interrupted: Readonly<Partial<Record<Interruption, DossierState>>>;
  answers: Answers;
  definition: ProcedureDefinition;
  /** Components with at least one paper attached (or reused). */
  handedIn: readonly string[];
  marks: readonly { component: string; verdict: 'good' | 'wrong' | 'missing' }[];
  unpaid: number;
  supplementRounds: number;
  /** A supplement was already asked before acceptance. */
  askedAtIntake: boolean;
  /** Components and `answers.<field>` named by the open request. */
  requestedItems: readonly string[];
  /** Of those, the ones that have not been dealt with yet. */
  openItems: readonly string[];
  supplementDueAt: Date | null;
  paymentDueAt: Date | null;
  decision: 'grant' | 'refuse' | null;
  checked: boolean;
}

/** Days an applicant has to pay before the matter may lapse: a sample value until the ministry sets one. */
export const paymentDays = 10;

type Guards = Record<DossierGuard, (facts: DossierFacts, now: Date) => boolean>;

const guards: Guards = {
  components_complete: (facts) => missingComponents(facts).length === 0,
  fee_settled: ({ unpaid }) => unpaid === 0,
  supplement_round_left: ({ definition, state, askedAtIntake, supplementRounds }) =>
    state === 'submitted' ? !askedAtIntake : supplementRounds < definition.supplement.maxRounds,
  components_marked: (facts) => unmarkedComponents(facts).length === 0,
  supplement_answered: ({ openItems }) => openItems.length === 0,
  supplement_overdue: ({ supplementDueAt }, now) => supplementDueAt !== null && supplementDueAt < now,
  payment_overdue: ({ paymentDueAt }, now) => paymentDueAt !== null && paymentDueAt < now,
  decision_drafted: ({ decision }) => decision === 'grant',
  refusal_drafted: ({ decision }) => decision === 'refuse',
  checked: ({ checked }) => checked,
  granted: ({ decision }) => decision === 'grant',
  refused: ({ decision }) => decision === 'refuse',
};

export function guardHolds(guard: DossierGuard, facts: DossierFacts, now: Date): boolean {
  return guards[guard](facts, now);
}

/** Mandatory papers that are not there yet, by the pinned version and the answers given. */
export function missingComponents(
  facts: Pick<DossierFacts, 'definition' | 'answers' | 'handedIn'>,
): string[] {
  return requiredComponents(facts.definition, facts.answers)
    .filter((component) => needsUpload(component) && !facts.handedIn.includes(component.code))
    .map(({ code }) => code);
}

/** Components the reviewer has not judged; only when all are judged may a supplement be asked (complete the first time). */
export function unmarkedComponents(facts: Pick<DossierFacts, 'definition' | 'answers' | 'marks'>): string[] {
  const marked = new Set(facts.marks.map(({ component }) => component));
  return requiredComponents(facts.definition, facts.answers)
    .map(({ code }) => code)
    .filter((code) => !marked.has(code));
}

/** Where the move leads from here; the table's `same` and `previous` become real states. */
export function targetOf(
  move: DossierMove,
  facts: Pick<DossierFacts, 'state' | 'interrupted'>,
): DossierState | null {
  const { to } = dossierMoves[move];
  if (to === 'same') return facts.state;
  if (to !== 'previous') return to;
  return facts.interrupted[interruptionEndedBy(move)] ?? null;
}

/** States in which the clock stands still: public codes 5, 6 and 7. */
export function isPaused(state: DossierState): boolean {
  const code = dossierStates[state].public;
  return code === 5 || code === 6 || code === 7;
}

/** States that end handling: public codes 3, 8, 9 and 10. */
export function isEnded(state: DossierState): boolean {
  const code = dossierStates[state].public;
  return code === 3 || code === 8 || code === 9 || code === 10;
}

export type ClockEffect = 'start' | 'pause' | 'resume' | 'extend' | 'stop';

/**
 * What a move does to the clock, read off the public codes it leaves and enters, so that no row of the
 * workflow can forget it. `started`: the dossier was accepted before.
 */
export function clockEffectOf(
  move: DossierMove,
  change: { from: DossierState; to: DossierState; started: boolean },
): ClockEffect | null {
  const { from, to, started } = change;
  if (move === 'extend') return 'extend';
  if (to === 'accepted' && !started) return 'start';
  if (!started || isEnded(from)) return null;
  if (isEnded(to)) return 'stop';
  if (isPaused(to)) return isPaused(from) ? null : 'pause';
  return isPaused(from) ? 'resume' : null;
}

/** Moves that interrupt handling and are taken back to where they came from. */
export const interruptions = ['request_fee', 'request_withdrawal'] as const;
export type Interruption = (typeof interruptions)[number];

function interruptionEndedBy(move: DossierMove): Interruption {
  return move === 'settle_fee' ? 'request_fee' : 'request_withdrawal';
}

/** Official code of a dossier: agency and unit, day, number of the day. */
export function dossierCode(series: { unitNumber: string; day: string; number: number }): string {
  return `G18.${series.unitNumber}-${series.day.replaceAll('-', '')}-${String(series.number).padStart(7, '0')}`;
}

export type Editable = { kind: 'answer'; field: string } | { kind: 'component'; component: string };

/** A draft is open throughout; later only what a supplement request names reopens (Form 02), and nothing else. */
export function editableNow(
  facts: Pick<DossierFacts, 'state' | 'requestedItems'>,
  target: Editable,
): boolean {
  switch (facts.state) {
    case 'draft':
      return true;
    case 'intake_supplement':
    case 'supplement_requested':
      return facts.requestedItems.includes(
        target.kind === 'answer' ? `answers.${target.field}` : target.component,
      );
    default:
      return false;
  }
}
