import { type DossierMove, dossierMoves, moveRow } from '@/lib/dossiers/workflow';

/** The way on first, then what asks others, then what ends or delays. */
const forward = [
  'accept',
  'assign',
  'begin_review',
  'give_opinion',
  'end_consultation',
  'record_inspection',
  'accept_remediation',
  'end_council',
  'draft_result',
  'submit_for_sign',
  'submit_refusal',
  'check',
  'sign',
  'issue',
  'issue_refusal',
  'accept_withdrawal',
  'return_result',
  'archive',
  'ask_before_intake',
  'ask_supplement',
] as const satisfies readonly DossierMove[];

export function orderOfMoves(moves: readonly DossierMove[]): DossierMove[] {
  const names = Object.keys(dossierMoves);
  const place = (move: DossierMove) => {
    const first = forward.findIndex((one) => one === move);
    return first === -1 ? forward.length + names.indexOf(move) : first;
  };
  return [...moves].sort((left, right) => place(left) - place(right));
}

/** "02" of `form_02`; null for a move without a procedural form. */
export function formNumberOf(move: DossierMove): string | null {
  return moveRow(move).form?.slice('form_'.length) ?? null;
}

/** Keys differ between all moves one person can meet in one state; move-facts.test.ts holds it. */
const shortcuts = {
  accept: 'n',
  ask_before_intake: 'b',
  reject_intake: 't',
  request_fee: 'p',
  assign: 'g',
  reassign: 'g',
  begin_review: 't',
  ask_supplement: 'b',
  consult: 'y',
  give_opinion: 'y',
  end_consultation: 'e',
  inspect: 'i',
  record_inspection: 'n',
  require_remediation: 'h',
  accept_remediation: 'n',
  refuse_remediation: 't',
  convene_council: 'c',
  end_council: 'e',
  draft_result: 'd',
  propose_refusal: 'x',
  reopen_review: 'm',
  submit_for_sign: 't',
  submit_refusal: 't',
  check: 'n',
  return_for_rework: 'r',
  sign: 's',
  issue: 'i',
  issue_refusal: 'i',
  return_result: 'r',
  archive: 'u',
  correct_result: 'c',
  revoke_result: 'h',
  accept_withdrawal: 'n',
  deny_withdrawal: 't',
  extend: 'a',
  stop: 'z',
} as const satisfies Partial<Record<DossierMove, string>>;

/** Moves an officer makes; the others belong to applicants and to the portal itself. */
export type StaffMove = keyof typeof shortcuts;

export function isStaffMove(move: string): move is StaffMove {
  return Object.hasOwn(shortcuts, move);
}

export function shortcutOf(move: DossierMove): string {
  return isStaffMove(move) ? shortcuts[move] : '';
}
