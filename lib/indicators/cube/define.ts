import type { Cells } from '@/lib/reporting/checks';

/** One lock with the cells it fixed, as the database tells it: `null` is an explicit "unknown", absent is blank. */
export interface LockRow {
  readonly sequence: number;
  /** The facility's number. */
  readonly facility: number;
  readonly periodId: string;
  readonly formId: string;
  /** Milliseconds since 1970. */
  readonly lockedAt: number;
  readonly sample: boolean;
  readonly cells: Cells;
}

/** An accepted written proof of one element's claim: it stands from the period it was given for. */
export interface ProofRow {
  readonly facility: number;
  readonly element: string;
  readonly periodId: string;
  readonly decidedAt: number;
}

/** Up to where the reader knows: every lock numbered so far, every proof decided so far. */
export interface Known {
  readonly sequence: number;
  readonly at: number;
}

/** Sums over the members of one group. */
export interface Totals {
  members: number;
  answered: number;
  fresh: number;
  carried: number;
  numerator: number;
  denominator: number;
  proven: number;
  sample: number;
}
