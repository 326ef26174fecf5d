import { settlePayment } from '@/lib/dossiers/commands/pay';
import { paymentNotice } from '@/lib/integrations';
import { problemOf } from '@/lib/kernel/file-answer';

/** The payment platform tells us of a bill; it repeats until it hears 200, and the same word twice changes nothing. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { billId, amount, state, transactionId, bank } = paymentNotice({
      headers: request.headers,
      body: await request.text(),
    });
    await settlePayment({ billId, amount, state, transactionId, bank });
    return Response.json({ received: true });
  } catch (cause) {
    return problemOf(cause);
  }
}
