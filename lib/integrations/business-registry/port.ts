import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Enterprise code = tax code of ten digits; the last is a check digit: 10 less the weighted sum of the first nine
 * modulo 11 [knowledge]. Where that gives 10, no code is issued.
 */
export function isTaxCode(code: string): boolean {
  if (!/^\d{10}$/.test(code)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return Number(code[9]) === 10 - (sum % 11);
}

/** National Business Registration: lookup by enterprise code; fields as publicly described [knowledge]. */
export const businessRegistryVerbs = {
  lookup: {
    input: z.strictObject({ taxCode: z.string().refine(isTaxCode, 'tax_code') }),
    output: z.object({
      taxCode: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      shortName: z.string().nullable(),
      type: z.string(),
      address: z.string(),
      /** Charter capital in đồng. */
      capital: z.number().int().nullable(),
      representatives: z.array(z.object({ name: z.string(), position: z.string() })),
      businessLines: z.array(z.object({ code: z.string(), name: z.string() })),
      state: z.enum(['active', 'suspended', 'dissolved']),
      firstIssuedOn: z.iso.date(),
      lastChangedOn: z.iso.date(),
    }),
  },
};
export type BusinessRegistry = Port<typeof businessRegistryVerbs>;
export type BusinessRecord = z.infer<typeof businessRegistryVerbs.lookup.output>;
