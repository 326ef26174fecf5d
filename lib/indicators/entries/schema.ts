import { z } from 'zod';

const Amount = z.number().nonnegative().max(1e12);

/** What the owner of an indicator writes down: a value or its parts, or the milestones reached. */
export const EnterIndicator = z.strictObject({
  indicator: z.string().regex(/^T\d{2}$/),
  /** The day the value speaks of. */
  asOf: z.iso.date(),
  value: Amount.optional(),
  numerator: Amount.optional(),
  denominator: Amount.optional(),
  /** Codes of the milestones reached by then. */
  done: z.array(z.string().max(60)).max(40).default([]),
  /** Where it comes from: the number and date of a document, a report, an address. */
  note: z.string().trim().min(5).max(2000),
  /** Newest entry when the form was shown; somebody else may have been faster. */
  seen: z.coerce.number().int().nonnegative(),
});
export type EnterIndicator = z.output<typeof EnterIndicator>;

export interface IndicatorEntry {
  id: number;
  indicatorId: string;
  asOf: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  done: readonly string[];
  note: string | null;
  /** The entry of the same day that this one corrects. */
  supersedes: number | null;
  recordedAt: Date;
}
