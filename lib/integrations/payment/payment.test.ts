import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPaymentNotice } from '@/lib/integrations/payment/callback';
import { simulatedPayment } from '@/lib/integrations/payment/simulator';
import { signatureOf } from '@/lib/integrations/signature';
import { servePaymentDesk } from '@/lib/integrations/simulators/payment-desk';
import { readBody } from '@/lib/integrations/simulators/request';
import { DomainError } from '@/lib/kernel/errors';

const secret = 'shared with the payment platform';
const now = () => new Date('2026-11-22T09:00:00+07:00');
const received: { headers: Headers; body: string }[] = [];

function listening(
  answer: (request: IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>,
) {
  const server = createServer((request, response) => void answer(request, response));
  return new Promise<{ origin: string; close(): void }>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () => server.close(),
      }),
    ),
  );
}

let portal: Awaited<ReturnType<typeof listening>>;
let desk: Awaited<ReturnType<typeof listening>>;
const payment = simulatedPayment({ payUrl: (billId) => `/payment/${billId}`, now });

beforeAll(async () => {
  portal = await listening(async (request, response) => {
    received.push({
      headers: new Headers(request.headers as Record<string, string>),
      body: await readBody(request),
    });
    response.writeHead(204).end();
  });
  desk = await listening((request, response) =>
    servePaymentDesk({ payment, secret, portals: [portal.origin] }, request, response),
  );
});
afterAll(() => {
  portal.close();
  desk.close();
});

async function bill(reference: string, returnUrl = `${portal.origin}/my/dossiers/1`): Promise<string> {
  const order = {
    reference,
    amount: 500_000,
    description: 'Phí <b>thẩm định</b>',
    payer: 'An Phúc',
    returnUrl,
  };
  return (await payment.port.createBill(order)).billId;
}

const choose = (billId: string, choice: string) =>
  fetch(`${desk.origin}/payment/${billId}`, {
    method: 'POST',
    body: new URLSearchParams({ choice }),
    redirect: 'manual',
  });

describe('the payment page', () => {
  it('shows the bill as text, in đồng', async () => {
    const page = await (await fetch(`${desk.origin}/payment/${await bill('r0')}`)).text();
    expect(page).toContain('500.000 ₫');
    expect(page).toContain('Phí &lt;b&gt;thẩm định&lt;/b&gt;');
  });

  it('pays, tells the portal in a signed message and sends the person back', async () => {
    const billId = await bill('r1');
    const back = await choose(billId, 'paid');
    expect([back.status, back.headers.get('location')]).toEqual([303, `${portal.origin}/my/dossiers/1`]);
    const [call] = received.splice(0);
    if (call === undefined) throw new Error('no callback');
    expect(readPaymentNotice(secret, call)).toMatchObject({
      billId,
      reference: 'r1',
      amount: 500_000,
      state: 'paid',
    });
    expect(await payment.port.status({ billId })).toMatchObject({ state: 'paid', bank: 'Ngân hàng mẫu' });
    expect((await payment.port.reconcile({ date: '2026-11-22' })).entries).toHaveLength(1);
  });

  it('is paid once: a second press tells nothing new', async () => {
    const billId = await bill('r1');
    expect((await choose(billId, 'paid')).status).toBe(303);
    expect(received).toHaveLength(0);
  });

  it('may be declined and tried again', async () => {
    const billId = await bill('r2');
    await choose(billId, 'declined');
    expect(received.splice(0)).toHaveLength(1);
    expect(await payment.port.status({ billId })).toMatchObject({ state: 'declined', paidAt: null });
    await bill('r2');
    expect(await payment.port.status({ billId })).toMatchObject({ state: 'open' });
  });

  it('refunds once and says so in the reconciliation', async () => {
    const billId = await bill('r3');
    await choose(billId, 'paid');
    received.splice(0);
    const refund = await payment.port.refund({ billId, reason: 'Từ chối tiếp nhận' });
    expect(await payment.port.refund({ billId, reason: 'Từ chối tiếp nhận' })).toEqual(refund);
    const { entries } = await payment.port.reconcile({ date: '2026-11-22' });
    expect(entries.filter((entry) => entry.billId === billId).map(({ kind }) => kind)).toEqual([
      'payment',
      'refund',
    ]);
  });

  it('never leads to a stranger', async () => {
    const back = await choose(await bill('r4', 'https://evil.example/'), 'paid');
    expect(back.headers.get('location')).toBe(portal.origin);
    received.splice(0);
  });

  it('knows when there is no such bill', async () => {
    expect((await fetch(`${desk.origin}/payment/HD0`)).status).toBe(404);
  });
});

describe('the callback', () => {
  const body = JSON.stringify({
    billId: 'b',
    reference: 'r',
    amount: 1,
    state: 'paid',
    transactionId: 't',
    bank: 'x',
    at: '2026-11-22T09:00:00+07:00',
  });
  const read = (headers: Record<string, string>, text = body) => {
    try {
      return readPaymentNotice(secret, { headers: new Headers(headers), body: text }).state;
    } catch (error) {
      return error instanceof DomainError ? error.code : error;
    }
  };

  it('is believed only when signed, fresh, unchanged and well-formed', () => {
    const long = new Date(Date.now() - 6 * 60_000);
    expect(read(signatureOf(secret, body))).toBe('paid');
    expect(read({})).toBe('denied');
    expect(read(signatureOf('another', body))).toBe('denied');
    expect(read(signatureOf(secret, body, long))).toBe('denied');
    expect(read(signatureOf(secret, body), body.replace('"amount":1', '"amount":2'))).toBe('denied');
    expect(read(signatureOf(secret, '{}'), '{}')).toBe('invalid');
    expect(read(signatureOf(secret, 'x'), 'x')).toBe('invalid');
  });
});
