import { z } from 'zod';

/** What is checked of a file that is to prove a claim; a file that fails one of them proves nothing. */
export const EvidenceCheck = z.enum(['signature', 'issuing_unit', 'issue_date', 'first_use']);
export type EvidenceCheck = z.infer<typeof EvidenceCheck>;

export const EvidenceFinding = z.object({
  check: EvidenceCheck,
  passed: z.boolean(),
  /** What was found, as evidence of the check: the signer, the unit, the date, the earlier claim. */
  found: z.string().nullable(),
});
export type EvidenceFinding = z.infer<typeof EvidenceFinding>;
