import { z } from 'zod';

/** Announced after every move; notifications, national portal and search listen. */
export const dossierMoved = {
  name: 'dossier.moved',
  payload: z.strictObject({ dossierId: z.uuid(), seq: z.number().int(), move: z.string() }),
};
