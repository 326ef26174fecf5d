import { z } from 'zod';
import { roles } from '@/lib/policy/table';

export const outcomes = ['done', 'denied', 'failed'] as const;

/** Filters of the trail as they stand in the address; what can't be read is no filter. */
export const ActFilter = z.object({
  action: z.string().max(60).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  /** Id of the record, or the code of a dossier. */
  record: z.string().trim().max(100).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
});
export type ActFilter = z.output<typeof ActFilter>;

export const ReadFilter = z.object({
  record: z.string().trim().max(100).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type ReadFilter = z.output<typeof ReadFilter>;

/** Acts of the trail that no right of the policy table names: a sign-in and its end. */
export const sessionActions = ['session.open', 'session.end'] as const;

export type Outcome = (typeof outcomes)[number];

export interface ActLine {
  id: number;
  at: Date;
  action: string;
  outcome: Outcome;
  recordType: string;
  recordId: string;
  seq: number;
  role: string | null;
  scope: string | null;
  actor: string | null;
  /** Code of the dossier the act was about, when it was one. */
  dossier: string | null;
}

export interface ReadLine {
  id: number;
  at: Date;
  actor: string | null;
  role: string;
  scope: string | null;
  purpose: string;
  recordType: string;
  recordId: string;
  dossier: string | null;
}

/** What is wrong with an act: its content, its link to the one before, or one that is missing before it. */
export type Fault = 'hash' | 'link' | 'gap';

/** The first act of the trail that does not hold. */
export interface BrokenAct {
  id: number;
  recordType: string;
  recordId: string;
  seq: number;
  action: string;
  fault: Fault;
}

export interface ChainVerdict {
  acts: number;
  broken: BrokenAct | null;
}
