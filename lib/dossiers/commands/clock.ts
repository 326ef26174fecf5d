import 'server-only';
import { desc, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { calendarDays } from '@/db/schema/calendar';
import { type Calendar, type CalendarDay, civilDateAt, compileCalendar } from '@/lib/kernel/calendar';
import type { ClockEvent, ClockRule, PauseCause } from '@/lib/kernel/clock-rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { limitOf } from '@/lib/procedures/rules';
import type { ClockLedgerRow } from './find';

export interface CalendarInForce {
  calendar: Calendar;
  days: CalendarDay[];
  /** Highest row known; a promise remembers it. */
  sequence: number;
}

/** The days that differ from the ordinary week, as they stand now: the newest row of each date wins. */
export async function readCalendar(reader: Reader): Promise<CalendarInForce> {
  const rows = await reader
    .selectDistinctOn([calendarDays.date], {
      id: calendarDays.id,
      date: calendarDays.date,
      kind: calendarDays.kind,
      status: calendarDays.status,
      name: calendarDays.nameVi,
      source: sql<string>`coalesce(${calendarDays.legalBasis}, ${calendarDays.sourceRef})`,
    })
    .from(calendarDays)
    .where(sql`${calendarDays.unitCode} is null`)
    .orderBy(calendarDays.date, desc(calendarDays.id));
  const days = rows.map(({ id: _, ...day }) => day);
  return { calendar: compileCalendar(days), days, sequence: Math.max(0, ...rows.map(({ id }) => id)) };
}

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
