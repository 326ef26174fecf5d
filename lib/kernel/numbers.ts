import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { counters } from '@/db/schema/outbox';
import { DomainError } from './errors';
import { turns } from './turns';

/** The number the series would give next; a paper may be drawn with it before it is taken. */
export async function peekNumber(reader: Reader, series: string): Promise<number> {
  const [row] = await reader.select({ value: counters.value }).from(counters).where(eq(counters.key, series));
  return (row?.value ?? 0) + 1;
}

/** Takes exactly that number, in the transaction that uses it: no gap, no double; a lost race is a conflict. */
export async function takeNumber(tx: Tx, series: string, number: number): Promise<void> {
  const taken =
    number === 1
      ? await tx.insert(counters).values({ key: series, value: 1 }).onConflictDoNothing().returning()
      : await tx
          .update(counters)
          .set({ value: sql`${counters.value} + 1` })
          .where(and(eq(counters.key, series), eq(counters.value, number - 1)))
          .returning();
  if (taken.length === 0) throw new DomainError('conflict', numberTaken);
}

/** Detail of the conflict when somebody else took the number meanwhile. */
export const numberTaken = 'number';

/** Another process wins a round now and then; so many in a row it does not. */
const mostTries = 20;

const inTurn = turns();

/**
 * Repeats a write that lost the race for a number; nothing of the lost try was kept. While another such write of this
 * process is under way it waits for its turn: in a rush each draws its paper once, with the number it will get.
 */
export function withFreshNumber<T>(write: () => Promise<T>): Promise<T> {
  return inTurn(() => repeated(write, 1));
}

async function repeated<T>(write: () => Promise<T>, tries: number): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (!lostNumber(cause) || tries >= mostTries) throw cause;
    await setTimeout(Math.random() * 20 * tries);
    return repeated(write, tries + 1);
  }
}

function lostNumber(cause: unknown): boolean {
  return cause instanceof DomainError && cause.code === 'conflict' && cause.detail === numberTaken;
}
