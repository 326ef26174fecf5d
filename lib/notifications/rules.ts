/**
 * Whom a move of a dossier is told to, and when it needs an answer.
 * Decree 224/2026/NĐ-CP, article 15: immediate notice of any change of status.
 */
import type { DossierMove } from '@/lib/dossiers/workflow';

/** Moves an applicant is told of; internal steps between officers are not news to them. */
export const toldToApplicant = [
  'submit',
  'accept',
  'ask_before_intake',
  'reject_intake',
  'request_fee',
  'settle_fee',
  'begin_review',
  'ask_supplement',
  'answer_supplement',
  'expire_supplement',
  'extend',
  'stop',
  'sign',
  'issue',
  'issue_refusal',
  'accept_withdrawal',
  'deny_withdrawal',
  'correct_result',
  'revoke_result',
] as const satisfies readonly DossierMove[];
export type ToldMove = (typeof toldToApplicant)[number];

export function isTold(move: string): move is ToldMove {
  return toldToApplicant.some((told) => told === move);
}
