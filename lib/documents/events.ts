import { z } from 'zod';

/** A file came in: the worker reads its words. */
export const documentStored = { name: 'document.read', payload: z.strictObject({ sha256: z.string() }) };
