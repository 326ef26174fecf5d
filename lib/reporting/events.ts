import { z } from 'zod';

/** Announced after every move of a report; notices listen. */
export const reportMoved = {
  name: 'report.moved',
  payload: z.strictObject({ reportId: z.uuid(), eventId: z.number().int(), move: z.string() }),
};
