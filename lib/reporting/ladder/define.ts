import { z } from 'zod';
import { Condition, Words } from '@/lib/reporting/define';

/** One step of a ladder: what has to be reported to claim it, and which element's evidence slot proves it. */
export const Rung = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: Words,
  /** Every one has to hold. */
  claim: z.array(Condition).min(1),
  /** null: no document is asked for this step, so it can be measured but never proven. */
  proof: z
    .string()
    .regex(/^E\d{2}$/)
    .nullable(),
  /** What is still to be done, said to the facility. */
  missing: Words,
  /** Which document proves it, said to the facility. */
  document: Words.optional(),
});
export type Rung = z.infer<typeof Rung>;

/** Steps from the lowest up; who stands on one stands on all below it. */
export const Ladder = z.object({ id: z.string(), title: Words, rungs: z.array(Rung).min(2) });
export type Ladder = z.infer<typeof Ladder>;

export const defineLadder = <const T extends Ladder>(ladder: T): T => ladder;
