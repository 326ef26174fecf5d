import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';

export const mailVerbs = {
  send: {
    input: z.strictObject({
      to: z.email(),
      subject: z.string().min(1).max(200),
      text: z.string().min(1),
      html: z.string().optional(),
    }),
    output: z.object({ messageId: z.string() }),
  },
};
export type Mail = Port<typeof mailVerbs>;
