import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';

/** Integer đồng. */
const Amount = z.number().int().positive().max(10_000_000_000);
const Instant = z.iso.datetime({ offset: true });
const billStates = ['open', 'paid', 'declined', 'expired', 'refunded'] as const;

/**
 * Payment platform of the National Public Service Portal: bill → payment page → signed callback → query → refund →
 * daily reconciliation [knowledge]. Transaction, obligation and receipt stay three separate proofs; the portal
 * keeps the last two.
 */
export const paymentVerbs = {
  createBill: {
    input: z.strictObject({
      /** The obligation's own code: asking twice for the same reference yields the same bill. */
      reference: z.string().min(1).max(80),
      amount: Amount,
      description: z.string().min(1).max(200),
      payer: z.string().min(1),
      returnUrl: z.url(),
      expiresAt: Instant.optional(),
    }),
    output: z.object({ billId: z.string(), payUrl: z.url(), state: z.enum(billStates) }),
  },
  status: {
    input: z.strictObject({ billId: z.string().min(1) }),
    output: z.object({
      billId: z.string(),
      reference: z.string(),
      amount: Amount,
      state: z.enum(billStates),
      transactionId: z.string().nullable(),
      bank: z.string().nullable(),
      paidAt: Instant.nullable(),
    }),
  },
  refund: {
    input: z.strictObject({ billId: z.string().min(1), reason: z.string().min(1) }),
    output: z.object({ refundId: z.string(), billId: z.string(), amount: Amount }),
  },
  reconcile: {
    input: z.strictObject({ date: z.iso.date() }),
    output: z.object({
      date: z.iso.date(),
      entries: z.array(
        z.object({
          kind: z.enum(['payment', 'refund']),
          transactionId: z.string(),
          billId: z.string(),
          reference: z.string(),
          amount: Amount,
          at: Instant,
        }),
      ),
    }),
  },
};
export type Payment = Port<typeof paymentVerbs>;
export type Bill = z.infer<typeof paymentVerbs.status.output>;

/** What the platform tells us by itself, at `/api/integrations/payment`. */
export const PaymentNotice = z.object({
  billId: z.string(),
  reference: z.string(),
  amount: Amount,
  state: z.enum(['paid', 'declined']),
  transactionId: z.string(),
  bank: z.string(),
  at: Instant,
});
export type PaymentNotice = z.infer<typeof PaymentNotice>;
