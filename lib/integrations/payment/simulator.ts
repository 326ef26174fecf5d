import type { Bill, Payment, PaymentNotice } from '@/lib/integrations/payment/port';
import { hashOf } from '@/lib/integrations/signature';
import { civilDateAt, isoOf } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';

interface HeldBill extends Bill {
  description: string;
  payer: string;
  returnUrl: string;
  expiresAt: string | undefined;
  refundedAt: string | null;
}

export interface SimulatedPayment {
  port: Payment;
  find(billId: string): HeldBill | undefined;
  /** What the person does on the payment page; the notice goes to the portal. */
  settle(billId: string, state: 'paid' | 'declined'): PaymentNotice;
}

const BANK = 'Ngân hàng mẫu';

export function simulatedPayment(world: { payUrl(billId: string): string; now(): Date }): SimulatedPayment {
  const bills = new Map<string, HeldBill>();

  function held(billId: string): HeldBill {
    const bill = bills.get(billId);
    if (bill === undefined) throw new DomainError('not_found', 'payment');
    const expired = bill.expiresAt !== undefined && new Date(bill.expiresAt) < world.now();
    if (bill.state === 'open' && expired) bill.state = 'expired';
    return bill;
  }

  const port: Payment = {
    async createBill(order) {
      const billId = `HD${hashOf(order.reference).slice(0, 12).toUpperCase()}`;
      const known = bills.get(billId);
      if (known !== undefined && known.amount !== order.amount) throw new DomainError('conflict', 'payment');
      if (known === undefined || known.state === 'declined' || known.state === 'expired')
        bills.set(billId, { ...order, billId, expiresAt: order.expiresAt, ...unpaid });
      return { billId, payUrl: world.payUrl(billId), state: held(billId).state };
    },
    async status({ billId }) {
      const { reference, amount, state, transactionId, bank, paidAt } = held(billId);
      return { billId, reference, amount, state, transactionId, bank, paidAt };
    },
    async refund({ billId }) {
      const bill = held(billId);
      if (bill.state !== 'paid' && bill.state !== 'refunded') throw new DomainError('conflict', 'payment');
      bill.state = 'refunded';
      bill.refundedAt ??= isoOf(world.now());
      return { refundId: `HT${bill.billId.slice(2)}`, billId, amount: bill.amount };
    },
    async reconcile({ date }) {
      return {
        date,
        entries: [...bills.values()]
          .flatMap(entriesOf)
          .filter(({ at }) => civilDateAt(new Date(at)) === date),
      };
    },
  };

  function settle(billId: string, state: 'paid' | 'declined'): PaymentNotice {
    const bill = held(billId);
    if (bill.state !== 'open') throw new DomainError('conflict', 'payment');
    const at = isoOf(world.now());
    const transactionId = `GD${hashOf(`${billId}.${at}`).slice(0, 14).toUpperCase()}`;
    Object.assign(bill, { state, transactionId, bank: BANK, paidAt: state === 'paid' ? at : null });
    return { billId, reference: bill.reference, amount: bill.amount, state, transactionId, bank: BANK, at };
  }

  return { port, settle, find: (billId) => (bills.has(billId) ? held(billId) : undefined) };
}

const unpaid = { state: 'open', transactionId: null, bank: null, paidAt: null, refundedAt: null } as const;

function entriesOf(bill: HeldBill) {
  const { billId, reference, amount, transactionId, paidAt, refundedAt } = bill;
  if (transactionId === null || paidAt === null) return [];
  const payment = { kind: 'payment' as const, transactionId, billId, reference, amount, at: paidAt };
  if (refundedAt === null) return [payment];
  return [
    payment,
    { ...payment, kind: 'refund' as const, transactionId: `HT${billId.slice(2)}`, at: refundedAt },
  ];
}
