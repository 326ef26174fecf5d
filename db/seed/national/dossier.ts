import type { toClockEvents } from '@/lib/dossiers/commands/clock';
import type { DossierState } from '@/lib/dossiers/workflow';
import type { Calendar } from '@/lib/kernel/calendar';
import type { CourseStep } from './courses';
import type { OfficeLine } from './days';
import type { FilledForm } from './forms';
import type { Acting, Applicant } from './people';

type LedgerRow = Parameters<typeof toClockEvents>[0][number] & { readonly eventSeq: number };

export interface Event {
  readonly seq: number;
  readonly step: CourseStep;
  readonly by: Acting;
  readonly at: Date;
}

export interface Request {
  readonly id: string;
  readonly round: number;
  readonly requestedAt: Date;
  readonly dueAt: Date;
  answeredAt: Date | null;
}

export interface Fee {
  readonly id: string;
  readonly amount: number;
  readonly moment: 'receipt' | 'supplement';
  readonly createdAt: Date;
  settledAt: Date | null;
}

/** A dossier with everything that happened to it, before it becomes rows. */
export interface Walked {
  readonly id: string;
  readonly draftCode: string;
  readonly code: string | null;
  readonly form: FilledForm;
  readonly applicant: Applicant;
  readonly subject: string;
  readonly channel: 'ministry_portal' | 'counter';
  readonly openedAt: Date;
  readonly events: Event[];
  readonly clock: LedgerRow[];
  readonly requests: Request[];
  readonly fees: Fee[];
  state: DossierState;
  assigneeId: string | null;
  checkedBy: string | null;
  decision: { outcome: 'grant' | 'refuse'; draftedBy: string } | null;
  experts: readonly string[];
  submittedAt: Date | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  promisedAt: Date | null;
  pausedAt: Date | null;
  endedAt: Date | null;
  rounds: number;
}

export interface World {
  readonly calendar: Calendar;
  readonly office: OfficeLine;
  /** Remembered deadlines of supplements, by procedure and day. */
  readonly deadlines: Map<string, Date>;
}
