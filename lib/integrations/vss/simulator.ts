import { hashOf } from '@/lib/integrations/signature';
import type { Vss } from '@/lib/integrations/vss/port';
import { isoOf } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';

/** Accepts every well-formed document; the same visit sent again gets the same receipt. */
export function simulatedVss(world: { now(): Date }): Vss {
  const receipts = new Map<string, string>();
  return {
    async submit({ facilityCode, messageType, visitCode }) {
      const receiptNumber = `BH${facilityCode}${hashOf(`${messageType}.${visitCode}`).slice(0, 10).toUpperCase()}`;
      const receivedAt = receipts.get(receiptNumber) ?? isoOf(world.now());
      receipts.set(receiptNumber, receivedAt);
      return { receiptNumber, receivedAt };
    },
    async status({ receiptNumber }) {
      if (!receipts.has(receiptNumber)) throw new DomainError('not_found', 'vss');
      return { receiptNumber, state: 'accepted', reason: null };
    },
  };
}
