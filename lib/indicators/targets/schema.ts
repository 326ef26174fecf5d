import { z } from 'zod';
import { Pillar, type Words } from '../define';
import { BoardInput, type Figure, type Status, statuses } from '../schema';

export const ListTargets = BoardInput.extend({
  pillar: Pillar.optional(),
  status: z.enum([...statuses, 'missed']).optional(),
});
export type ListTargets = z.infer<typeof ListTargets>;

/** A row of all 72: the target, what was known at the deadline, what is known now, what follows. */
export interface TargetLine {
  id: string;
  title: Words;
  pillars: readonly Pillar[];
  figure: Figure;
  baseline: { value: Words; asOf: string; source: string } | null;
  atDeadline: {
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    status: Status;
  } | null;
}
