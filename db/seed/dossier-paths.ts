import type { DossierMove, DossierState } from '@/lib/dossiers/workflow';

const toReview = ['submit', 'accept', 'assign', 'begin_review'] as const satisfies readonly DossierMove[];
const completed = [
  ...toReview,
  'ask_supplement',
  'answer_supplement',
] as const satisfies readonly DossierMove[];
const toSign = ['draft_result', 'submit_for_sign'] as const satisfies readonly DossierMove[];
const toIssue = [...toSign, 'check', 'sign', 'issue'] as const satisfies readonly DossierMove[];

/** A lawful way to every state; where there are two, the sample takes them in turn. */
export const pathsTo: Record<DossierState, readonly (readonly DossierMove[])[]> = {
  draft: [[]],
  cancelled: [['cancel']],
  submitted: [['submit']],
  rejected_intake: [['submit', 'reject_intake']],
  intake_supplement: [['submit', 'ask_before_intake']],
  fee_due: [['submit', 'accept', 'request_fee']],
  expired_payment: [['submit', 'accept', 'request_fee', 'expire_payment']],
  accepted: [
    ['submit', 'accept'],
    ['submit', 'ask_before_intake', 'resubmit', 'accept'],
  ],
  assigned: [['submit', 'accept', 'assign']],
  in_review: [toReview, completed],
  consulting: [[...toReview, 'consult']],
  site_inspection: [[...toReview, 'inspect']],
  remediation: [[...toReview, 'inspect', 'require_remediation']],
  council: [[...toReview, 'convene_council']],
  supplement_requested: [[...toReview, 'ask_supplement']],
  expired_supplement: [[...toReview, 'ask_supplement', 'expire_supplement']],
  drafting: [
    [...toReview, 'draft_result'],
    [...completed, 'draft_result'],
  ],
  propose_refusal: [[...toReview, 'propose_refusal']],
  submitted_for_sign: [
    [...toReview, ...toSign],
    [...completed, ...toSign, 'check'],
  ],
  returned_for_rework: [[...toReview, ...toSign, 'return_for_rework']],
  signed: [[...toReview, ...toSign, 'check', 'sign']],
  issued: [
    [...toReview, ...toIssue],
    [...completed, ...toIssue],
  ],
  issued_refusal: [[...toReview, 'propose_refusal', 'submit_refusal', 'check', 'sign', 'issue_refusal']],
  returned: [
    [...toReview, ...toIssue, 'collect'],
    [...completed, ...toIssue, 'return_result'],
  ],
  archived: [
    [...toReview, ...toIssue, 'collect', 'archive'],
    [...completed, ...toIssue, 'collect', 'archive'],
  ],
  withdraw_requested: [[...toReview, 'request_withdrawal']],
  withdrawn: [[...toReview, 'request_withdrawal', 'accept_withdrawal']],
  stopped: [[...toReview, 'stop']],
  result_corrected: [[...toReview, ...toIssue, 'collect', 'correct_result']],
  result_revoked: [[...toReview, ...toIssue, 'collect', 'archive', 'revoke_result']],
};

/** How many of a hundred sample dossiers stand in each state: finished ones are the most, every state occurs. */
export const shares: Record<DossierState, number> = {
  draft: 3,
  cancelled: 1,
  submitted: 7,
  rejected_intake: 1,
  intake_supplement: 2,
  fee_due: 1,
  expired_payment: 1,
  accepted: 4,
  assigned: 4,
  in_review: 12,
  consulting: 2,
  site_inspection: 1,
  remediation: 1,
  council: 1,
  supplement_requested: 5,
  expired_supplement: 1,
  drafting: 3,
  propose_refusal: 1,
  submitted_for_sign: 4,
  returned_for_rework: 1,
  signed: 2,
  issued: 3,
  issued_refusal: 2,
  returned: 14,
  archived: 18,
  withdraw_requested: 1,
  withdrawn: 1,
  stopped: 1,
  result_corrected: 1,
  result_revoked: 1,
};
