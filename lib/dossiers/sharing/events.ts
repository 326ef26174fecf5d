import { z } from 'zod';

/** Every dossier handed in through one of our channels is to be known to the National Public Service Portal. */
export const dossierShared = {
  name: 'dossier.share',
  payload: z.strictObject({ dossierId: z.uuid() }),
};
