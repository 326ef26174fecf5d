import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { PaymentNotice } from '@/lib/integrations/payment/port';
import type { SimulatedPayment } from '@/lib/integrations/payment/simulator';
import { signatureOf } from '@/lib/integrations/signature';
import { sendPage } from '@/lib/integrations/simulators/page';
import { paymentPage, unknownBillPage } from '@/lib/integrations/simulators/payment-page';
import { readForm } from '@/lib/integrations/simulators/request';

export interface Desk {
  payment: SimulatedPayment;
  secret: string;
  /** First address is the one we call and link to. */
  portals: readonly string[];
}

const TRIES = 3;

/** The real platform repeats its callback until it hears 200; we give up after a few and leave it to the query. */
async function notify({ portals, secret }: Desk, notice: PaymentNotice): Promise<void> {
  const body = JSON.stringify(notice);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const response = await fetch(`${portals[0]}/api/integrations/payment`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': notice.transactionId,
        ...signatureOf(secret, body),
      },
      body,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    if (response?.ok) return;
    if (attempt < TRIES) await delay(attempt * 300);
  }
}

/** `/payment/<bill>`: the page on which a person pays or the bank declines. */
export async function servePaymentDesk(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const billId = decodeURIComponent(new URL(request.url ?? '/', 'http://desk').pathname.split('/')[2] ?? '');
  const bill = desk.payment.find(billId);
  const portal = desk.portals[0] ?? '/';
  if (bill === undefined) return sendPage(response, unknownBillPage(portal), 404);
  const backToPortal = desk.portals.includes(new URL(bill.returnUrl).origin) ? bill.returnUrl : portal;
  if (request.method !== 'POST') return sendPage(response, paymentPage({ ...bill, returnUrl: backToPortal }));
  const choice = (await readForm(request)).get('choice');
  if (choice !== 'paid' && choice !== 'declined') return sendPage(response, paymentPage(bill), 400);
  if (bill.state === 'open') await notify(desk, desk.payment.settle(billId, choice));
  response.writeHead(303, { Location: backToPortal }).end();
}
