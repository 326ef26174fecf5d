import { z } from 'zod';

/** Announced after every move; the applicant's notices follow from it. */
export const dossierMoved = {
  name: 'dossier.moved',
  payload: z.strictObject({ dossierId: z.uuid(), seq: z.number().int(), move: z.string() }),
};
