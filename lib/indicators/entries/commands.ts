import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { indicatorEntries, indicators } from '@/db/schema/indicators';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { command } from '@/lib/kernel/command';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { faultsOf, keptOf } from './rules';
import { EnterIndicator } from './schema';

async function findIndicator(reader: Reader, id: string) {
  const [indicator] = await reader.select().from(indicators).where(eq(indicators.id, id));
  if (indicator === undefined) throw new DomainError('not_found', 'indicator');
  const { ownerUnitCode } = indicator;
  return {
    indicator,
    record: { type: 'indicator', id },
    subject: { scopes: ownerUnitCode === null ? [] : [ownerUnitCode] },
  };
}

/** The owner's value, milestones and note of a day. Nothing is rewritten: a correction names what it replaces. */
export const enterIndicator = command({
  action: 'indicator.enter',
  sees: 'indicator.read',
  input: EnterIndicator,
  find: (reader, { indicator }) => findIndicator(reader, indicator),
  async run({ tx, actor, input, found: { indicator }, now: at }) {
    // The row stands for the indicator: two entries of it queue here.
    await tx
      .select({ id: indicators.id })
      .from(indicators)
      .where(eq(indicators.id, indicator.id))
      .for('update');
    const newest = await newestOf(tx, indicator.id);
    if (newest !== input.seen) throw new DomainError('conflict', 'indicator_entry');
    const subject = { unit: indicator.unit, checklist: indicator.checklist, today: civilDateAt(now()) };
    const faults = faultsOf(input, subject);
    if (faults.length > 0) throw new InvalidInput(faults);
    const [same] = await tx
      .select({ id: indicatorEntries.id })
      .from(indicatorEntries)
      .where(and(eq(indicatorEntries.indicatorId, indicator.id), eq(indicatorEntries.asOf, input.asOf)))
      .orderBy(desc(indicatorEntries.id))
      .limit(1);
    const kept = keptOf(input, subject);
    const [row] = await tx
      .insert(indicatorEntries)
      .values({
        indicatorId: indicator.id,
        asOf: input.asOf,
        ...kept,
        note: input.note,
        supersedes: same?.id ?? null,
        recordedAt: at,
        recordedBy: actor.accountId,
      })
      .returning({ id: indicatorEntries.id });
    return { id: row?.id ?? 0, supersedes: same?.id ?? null, ...kept };
  },
  trace: ({ input }, { done: _, ...kept }) => ({ detail: { asOf: input.asOf, done: input.done, ...kept } }),
});

async function newestOf(reader: Reader, indicatorId: string): Promise<number> {
  const [row] = await reader
    .select({ id: indicatorEntries.id })
    .from(indicatorEntries)
    .where(eq(indicatorEntries.indicatorId, indicatorId))
    .orderBy(desc(indicatorEntries.id))
    .limit(1);
  return row?.id ?? 0;
}
