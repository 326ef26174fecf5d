import { z } from 'zod';
import type { EvidenceView } from '@/lib/reporting/schema';
import type { EvidenceFault } from './define';

/** A signed document is text and a few pages; whoever sends more sends a scan. */
export const maxEvidenceBytes = 20 * 1024 * 1024;

/** What is said of the document beside the file itself. */
export const EvidenceClaim = z.strictObject({
  reportId: z.uuid(),
  element: z.string().regex(/^E\d{2}$/),
  numberSymbol: z.string().trim().min(1).max(100),
  issuedOn: z.iso.date(),
  issuingUnit: z.string().trim().min(2).max(200),
});
export type EvidenceClaim = z.infer<typeof EvidenceClaim>;

export const RecordEvidence = EvidenceClaim.extend({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive().max(maxEvidenceBytes),
  mime: z.string(),
  scan: z.enum(['clean', 'not_scanned']),
  name: z.string().trim().min(1).max(200),
});
export type RecordEvidence = z.infer<typeof RecordEvidence>;

export const DecideEvidence = z
  .strictObject({
    id: z.uuid(),
    version: z.coerce.number().int(),
    decision: z.enum(['accept', 'refuse']),
    reason: z.string().trim().max(1000).default(''),
  })
  .refine(({ decision, reason }) => decision === 'accept' || reason.length >= 10, {
    path: ['reason'],
    error: 'reason_short',
  });

export const WithdrawEvidence = z.strictObject({ id: z.uuid(), version: z.coerce.number().int() });

export const EvidenceRef = z.strictObject({ id: z.uuid() });

/** A refused file is not kept; the reasons are. */
export type OfferOutcome =
  | { outcome: 'offered'; id: string }
  | { outcome: 'refused'; faults: EvidenceFault[] };

export type EvidenceMove = 'accept' | 'refuse' | 'withdraw';

/** One written proof as one person may see and judge it. */
export interface EvidenceLine extends EvidenceView {
  periodId: string;
  signedAt: Date | null;
  version: number;
  moves: readonly EvidenceMove[];
}

export interface EvidenceList {
  lines: readonly EvidenceLine[];
  /** Elements of the report that take evidence, in the order of the form. */
  slots: readonly string[];
  canOffer: boolean;
}
