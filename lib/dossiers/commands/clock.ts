import 'server-only';
import { civilDateAt } from '@/lib/kernel/calendar';
import type { ClockEvent, ClockRule, PauseCause } from '@/lib/kernel/clock-rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { limitOf } from '@/lib/procedures/rules';
import type { ClockLedgerRow } from './find';

export function ruleOf(definition: ProcedureDefinition, answers: Record<string, unknown>): ClockRule | null {
  const limit = limitOf(definition, answers);
  return limit === null ? null : { amount: limit.amount, unit: limit.unit };
}

/** Ledger rows in the words of the pure clock; the move tells why time stood still. */
export function toClockEvents(rows: readonly ClockLedgerRow[]): ClockEvent[] {
  return rows.map(({ kind, at, until, move, paper }) => ({
    kind,
    at,
    cause: causeOf(move),
    ...(until === null ? {} : { to: civilDateAt(until) }),
    ...(paper == null ? {} : { source: paper }),
  }));
}

function causeOf(move: ClockLedgerRow['move']): PauseCause {
  if (move === 'request_fee' || move === 'settle_fee') return 'payment';
  if (move === 'request_withdrawal' || move === 'deny_withdrawal') return 'withdrawal';
  return 'supplement';
}
