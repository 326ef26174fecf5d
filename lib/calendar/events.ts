import { z } from 'zod';

/** The calendar has a newer day: what the clock says of running dossiers is worked out again. */
export const recomputeDueDates = {
  name: 'calendar.recompute',
  payload: z.object({ sequence: z.number().int() }),
};
