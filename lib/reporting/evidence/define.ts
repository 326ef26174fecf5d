import { z } from 'zod';

/** What is checked of a file that is to prove a claim; a file that fails one of them proves nothing. */
export const EvidenceCheck = z.enum(['signature', 'issuing_unit', 'issue_date', 'first_use']);
export type EvidenceCheck = z.infer<typeof EvidenceCheck>;

/** Why a check failed; each has a sentence of its own. */
export const evidenceFaults = [
  'unsigned',
  'altered',
  'untrusted',
  'other_unit',
  'unit_not_signer',
  'after_period',
  'date_not_signed',
  'used',
] as const;
export const EvidenceFault = z.enum(evidenceFaults);
export type EvidenceFault = z.infer<typeof EvidenceFault>;

export const EvidenceFinding = z.object({
  check: EvidenceCheck,
  passed: z.boolean(),
  /** What was found, as evidence of the check: the signer, the unit, the date, the earlier claim. */
  found: z.string().nullable(),
  fault: EvidenceFault.optional(),
});
export type EvidenceFinding = z.infer<typeof EvidenceFinding>;
