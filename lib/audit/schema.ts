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
