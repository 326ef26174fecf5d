import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';

const PersonalId = z.string().regex(/^\d{12}$/);

/** National Population Database: the two services the portal needs; fields as publicly described [knowledge]. */
export const populationVerbs = {
  verify: {
    input: z.strictObject({ personalId: PersonalId, name: z.string().min(1), birthDate: z.iso.date() }),
    output: z.object({
      match: z.boolean(),
      mismatches: z.array(z.enum(['personal_id', 'name', 'birth_date'])),
    }),
  },
  readBasic: {
    /** The purpose is written to the partner's own log of who read whom. */
    input: z.strictObject({ personalId: PersonalId, purpose: z.string().min(1) }),
    output: z.object({
      personalId: PersonalId,
      name: z.string(),
      birthDate: z.iso.date(),
      sex: z.enum(['male', 'female']),
      nationality: z.string(),
      permanentAddress: z.string(),
      alive: z.boolean(),
    }),
  },
};
export type Population = Port<typeof populationVerbs>;
export type PopulationRecord = z.infer<typeof populationVerbs.readBasic.output>;
