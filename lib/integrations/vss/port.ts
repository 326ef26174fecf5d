import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';

/** Appraisal gateway of Vietnam Social Security: XML 130 messages by facility, answered with a receipt number. */
export const vssVerbs = {
  submit: {
    input: z.strictObject({
      facilityCode: z.string().regex(/^\d{5}$/),
      messageType: z.enum(['checkin', 'xml130']),
      visitCode: z.string().min(1),
      /** The XML document itself. */
      document: z.string().startsWith('<'),
    }),
    output: z.object({ receiptNumber: z.string(), receivedAt: z.iso.datetime({ offset: true }) }),
  },
  status: {
    input: z.strictObject({ receiptNumber: z.string().min(1) }),
    output: z.object({
      receiptNumber: z.string(),
      state: z.enum(['received', 'accepted', 'refused']),
      reason: z.string().nullable(),
    }),
  },
};
export type Vss = Port<typeof vssVerbs>;
