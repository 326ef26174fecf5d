/**
 * States and moves of a one-stop dossier.
 * Decree 118/2025/NĐ-CP as amended by 367/2025/NĐ-CP; public codes of the national portal (TrangThaiHoSo);
 * forms of Circular 03/2025/TT-VPCP. Internal states are a recommendation, each maps to one public code.
 */

import type { Move } from '@/lib/kernel/workflow';
import type { Action } from '@/lib/policy/table';

export const dossierStates = {
  draft: { public: null },
  submitted: { public: 1 },
  intake_supplement: { public: 5 },
  rejected_intake: { public: 3 },
  fee_due: { public: 6 },
  accepted: { public: 2 },
  assigned: { public: 4 },
  in_review: { public: 4 },
  consulting: { public: 4 },
  site_inspection: { public: 4 },
  remediation: { public: 5 },
  council: { public: 4 },
  supplement_requested: { public: 5 },
  expired_supplement: { public: 8 },
  drafting: { public: 4 },
  propose_refusal: { public: 4 },
  submitted_for_sign: { public: 4 },
  returned_for_rework: { public: 4 },
  signed: { public: 4 },
  issued: { public: 9 },
  issued_refusal: { public: 9 },
  returned: { public: 10 },
  withdraw_requested: { public: 7 },
  withdrawn: { public: 8 },
  stopped: { public: 8 },
  archived: { public: 10 },
  result_corrected: { public: 10 },
  result_revoked: { public: 10 },
  expired_payment: { public: 8 },
  cancelled: { public: null },
} as const satisfies Record<string, { public: PublicStatus | null }>;

export type DossierState = keyof typeof dossierStates;
/** Code exchanged with the National Public Service Portal. */
export type PublicStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Conditions named in the table; each is a pure function in `rules.ts`. */
export type DossierGuard =
  | 'components_complete'
  | 'fee_settled'
  | 'supplement_round_left'
  | 'components_marked'
  | 'supplement_answered'
  | 'supplement_overdue'
  | 'payment_overdue'
  | 'decision_drafted'
  | 'refusal_drafted'
  | 'checked'
  | 'granted'
  | 'refused';

/** What a move asks of the person who makes it, besides the move itself. */
export type DossierNeed =
  | 'reason'
  | 'ground'
  | 'items'
  | 'assignee'
  | 'experts'
  | 'decision'
  | 'opinion'
  | 'new_date'
  | 'amount';

const running = [
  'accepted',
  'assigned',
  'in_review',
  'consulting',
  'site_inspection',
  'council',
  'drafting',
  'propose_refusal',
  'submitted_for_sign',
  'returned_for_rework',
] as const satisfies readonly DossierState[];

const waiting = ['remediation', 'supplement_requested', 'fee_due'] as const satisfies readonly DossierState[];

type DossierMoveRow = Move<DossierState, DossierGuard> & {
  action: Action;
  needs?: readonly DossierNeed[];
  /** Procedural form that must exist before the move can commit. */
  form?: 'form_01' | 'form_02' | 'form_03' | 'form_04' | 'form_05';
};

export const dossierMoves = {
  submit: {
    from: ['draft'],
    to: 'submitted',
    action: 'dossier.submit',
    when: ['components_complete', 'fee_settled'],
  },
  cancel: { from: ['draft'], to: 'cancelled', action: 'dossier.cancel' },
  accept: {
    from: ['submitted'],
    to: 'accepted',
    action: 'dossier.receive',
    when: ['components_complete'],
    form: 'form_01',
  },
  ask_before_intake: {
    from: ['submitted'],
    to: 'intake_supplement',
    action: 'dossier.receive',
    when: ['supplement_round_left'],
    needs: ['items'],
    form: 'form_02',
  },
  reject_intake: {
    from: ['submitted'],
    to: 'rejected_intake',
    action: 'dossier.receive',
    needs: ['reason', 'ground'],
    form: 'form_03',
  },
  resubmit: {
    from: ['intake_supplement'],
    to: 'submitted',
    action: 'dossier.supplement',
    when: ['components_complete', 'supplement_answered'],
  },
  request_fee: {
    from: ['accepted', 'in_review'],
    to: 'fee_due',
    action: 'dossier.charge',
    needs: ['amount', 'reason'],
  },
  settle_fee: { from: ['fee_due'], to: 'previous', action: 'dossier.pay', when: ['fee_settled'] },
  expire_payment: {
    from: ['fee_due'],
    to: 'expired_payment',
    action: 'dossier.expire',
    when: ['payment_overdue'],
  },
  assign: { from: ['accepted'], to: 'assigned', action: 'dossier.assign', needs: ['assignee'] },
  reassign: {
    from: ['assigned', 'in_review', 'returned_for_rework'],
    to: 'same',
    action: 'dossier.assign',
    needs: ['assignee', 'reason'],
  },
  begin_review: { from: ['assigned'], to: 'in_review', action: 'dossier.review' },
  ask_supplement: {
    from: ['in_review'],
    to: 'supplement_requested',
    action: 'dossier.review',
    when: ['supplement_round_left', 'components_marked'],
    needs: ['items'],
    form: 'form_02',
  },
  answer_supplement: {
    from: ['supplement_requested'],
    to: 'in_review',
    action: 'dossier.supplement',
    when: ['supplement_answered'],
  },
  expire_supplement: {
    from: ['supplement_requested', 'intake_supplement'],
    to: 'expired_supplement',
    action: 'dossier.expire',
    when: ['supplement_overdue'],
  },
  consult: { from: ['in_review'], to: 'consulting', action: 'dossier.review', needs: ['reason', 'experts'] },
  give_opinion: { from: ['consulting', 'council'], to: 'same', action: 'dossier.opine', needs: ['opinion'] },
  end_consultation: { from: ['consulting'], to: 'in_review', action: 'dossier.review' },
  inspect: { from: ['in_review'], to: 'site_inspection', action: 'dossier.review', needs: ['reason'] },
  record_inspection: {
    from: ['site_inspection'],
    to: 'in_review',
    action: 'dossier.review',
    needs: ['opinion'],
  },
  require_remediation: {
    from: ['site_inspection'],
    to: 'remediation',
    action: 'dossier.review',
    needs: ['reason'],
  },
  accept_remediation: {
    from: ['remediation'],
    to: 'in_review',
    action: 'dossier.review',
    needs: ['opinion'],
  },
  refuse_remediation: {
    from: ['remediation'],
    to: 'propose_refusal',
    action: 'dossier.review',
    needs: ['decision'],
  },
  convene_council: {
    from: ['in_review'],
    to: 'council',
    action: 'dossier.review',
    needs: ['reason', 'experts'],
  },
  end_council: { from: ['council'], to: 'in_review', action: 'dossier.review', needs: ['opinion'] },
  draft_result: {
    from: ['in_review', 'council', 'returned_for_rework'],
    to: 'drafting',
    action: 'dossier.review',
    needs: ['decision'],
  },
  propose_refusal: {
    from: ['in_review'],
    to: 'propose_refusal',
    action: 'dossier.review',
    needs: ['decision'],
  },
  reopen_review: {
    from: ['propose_refusal', 'returned_for_rework'],
    to: 'in_review',
    action: 'dossier.review',
  },
  submit_for_sign: {
    from: ['drafting'],
    to: 'submitted_for_sign',
    action: 'dossier.review',
    when: ['decision_drafted'],
  },
  submit_refusal: {
    from: ['propose_refusal'],
    to: 'submitted_for_sign',
    action: 'dossier.review',
    when: ['refusal_drafted'],
  },
  check: { from: ['submitted_for_sign'], to: 'same', action: 'dossier.check', needs: ['opinion'] },
  return_for_rework: {
    from: ['submitted_for_sign'],
    to: 'returned_for_rework',
    action: 'dossier.rework',
    needs: ['reason'],
  },
  sign: {
    from: ['submitted_for_sign'],
    to: 'signed',
    action: 'dossier.sign',
    when: ['checked', 'fee_settled'],
  },
  issue: { from: ['signed'], to: 'issued', action: 'dossier.issue', when: ['granted'] },
  issue_refusal: { from: ['signed'], to: 'issued_refusal', action: 'dossier.issue', when: ['refused'] },
  return_result: { from: ['issued', 'issued_refusal'], to: 'returned', action: 'dossier.return' },
  collect: { from: ['issued', 'issued_refusal'], to: 'returned', action: 'dossier.collect' },
  archive: { from: ['returned', 'result_corrected'], to: 'archived', action: 'dossier.archive' },
  correct_result: {
    from: ['returned', 'archived'],
    to: 'result_corrected',
    action: 'dossier.amend',
    needs: ['reason'],
    when: ['granted'],
  },
  revoke_result: {
    from: ['returned', 'archived'],
    to: 'result_revoked',
    action: 'dossier.amend',
    needs: ['reason', 'ground'],
    when: ['granted'],
  },
  request_withdrawal: {
    from: ['submitted', 'intake_supplement', ...running, ...waiting],
    to: 'withdraw_requested',
    action: 'dossier.withdraw',
    needs: ['reason'],
  },
  accept_withdrawal: { from: ['withdraw_requested'], to: 'withdrawn', action: 'dossier.receive' },
  deny_withdrawal: {
    from: ['withdraw_requested'],
    to: 'previous',
    action: 'dossier.receive',
    needs: ['reason'],
  },
  extend: {
    from: [...running],
    to: 'same',
    action: 'dossier.extend',
    needs: ['reason', 'new_date'],
    form: 'form_04',
  },
  stop: {
    from: ['submitted', 'intake_supplement', ...running, ...waiting],
    to: 'stopped',
    action: 'dossier.stop',
    needs: ['reason', 'ground'],
    form: 'form_05',
  },
} as const satisfies Record<string, DossierMoveRow>;

export type DossierMove = keyof typeof dossierMoves;

export function isDossierMove(name: string): name is DossierMove {
  return Object.hasOwn(dossierMoves, name);
}

/** The move's row with the literal types widened, for code that treats all moves alike. */
export function moveRow(move: DossierMove): DossierMoveRow {
  return dossierMoves[move];
}
