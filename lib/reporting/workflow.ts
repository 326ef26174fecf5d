/**
 * States and moves of a facility report: the facility submits, the department returns or verifies, the ministry
 * locks and may reopen. Quyết định 1710/QĐ-BYT and 2491/QĐ-BYT ask for the figures; the steps are this portal's.
 */
import type { reportStates as states } from '@/db/schema/reporting';
import type { Move } from '@/lib/kernel/workflow';
import type { Action } from '@/lib/policy/table';

export const reportStates = [
  'draft',
  'submitted',
  'returned',
  'verified',
  'locked',
] as const satisfies typeof states;
export type ReportState = (typeof reportStates)[number];

/** Conditions named in the table; each is a pure function in `rules.ts`. */
export type ReportGuard = 'complete' | 'no_open_error' | 'warnings_explained' | 'remarks_answered';
export type ReportNeed = 'reason' | 'remarks';

export interface ReportMove extends Move<ReportState, ReportGuard> {
  to: ReportState;
  action: Action;
  /** What the person must give besides the move. */
  needs?: readonly ReportNeed[];
}

export const reportMoves = {
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    action: 'report.submit',
    when: ['complete', 'no_open_error', 'warnings_explained', 'remarks_answered'],
  },
  return: { from: ['submitted'], to: 'returned', action: 'report.return', needs: ['reason', 'remarks'] },
  verify: { from: ['submitted'], to: 'verified', action: 'report.verify', when: ['no_open_error'] },
  lock: { from: ['verified'], to: 'locked', action: 'report.lock' },
  reopen: { from: ['verified', 'locked'], to: 'returned', action: 'report.reopen', needs: ['reason'] },
} as const satisfies Record<string, ReportMove>;

export type ReportMoveName = keyof typeof reportMoves;

/** Cells can be changed in these states only; of a returned report only those a remark stands at, when there are any. */
export const openStates = ['draft', 'returned'] as const satisfies readonly ReportState[];
