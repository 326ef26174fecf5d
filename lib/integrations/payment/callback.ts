import 'server-only';
import { PaymentNotice } from '@/lib/integrations/payment/port';
import { isGenuine, signatureHeaders } from '@/lib/integrations/signature';
import { DomainError } from '@/lib/kernel/errors';

/** Reads the platform's callback; a message that is not provably its own is denied, whatever it says. */
export function readPaymentNotice(secret: string, call: { headers: Headers; body: string }): PaymentNotice {
  const timestamp = call.headers.get(signatureHeaders.timestamp);
  const signature = call.headers.get(signatureHeaders.signature);
  if (!isGenuine(secret, { timestamp, signature, body: call.body }))
    throw new DomainError('denied', 'payment');
  const notice = PaymentNotice.safeParse(parseJson(call.body));
  if (!notice.success) throw new DomainError('invalid', 'payment', { cause: notice.error });
  return notice.data;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new DomainError('invalid', 'payment', { cause });
  }
}
