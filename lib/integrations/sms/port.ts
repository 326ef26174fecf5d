import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';

/** Short notices by SMS; Zalo and VNeID notices take the same message. */
export const smsVerbs = {
  send: {
    input: z.strictObject({ to: z.string().regex(/^(\+84|0)\d{9}$/), text: z.string().min(1).max(480) }),
    output: z.object({ messageId: z.string() }),
  },
};
export type Sms = Port<typeof smsVerbs>;
