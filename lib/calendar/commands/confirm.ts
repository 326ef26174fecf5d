import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { type Reader, type Tx, transaction } from '@/db/client';
import { calendarDays } from '@/db/schema/calendar';
import { now } from '@/lib/kernel/clock';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { enqueue } from '@/lib/kernel/outbox';
import { query } from '@/lib/kernel/query';
import { recomputeDueDates } from '../events';
import { ConfirmDay, type Effect, type PreviewDay } from '../schema';
import { addEffect, countRunning, findMoved, moveDueDates, noEffect } from './recompute';

/** Up to here the dates move with the day itself; beyond, the worker moves them minutes later. */
const atOnce = 5_000;

async function findNewest(reader: Reader, date: string) {
  const [row] = await reader
    .select()
    .from(calendarDays)
    .where(and(eq(calendarDays.date, date), isNull(calendarDays.unitCode)))
    .orderBy(desc(calendarDays.id))
    .limit(1);
  return row ?? null;
}

interface NewDay {
  date: string;
  kind: ConfirmDay['kind'];
  nameVi: string;
  nameEn: string;
  document: string;
  by: string;
  at: Date;
}

/** Days are never rewritten: a newer row takes the place of the older one, which stays. */
async function appendDay(tx: Tx, { date, kind, nameVi, nameEn, document, by, at }: NewDay): Promise<number> {
  const [row] = await tx
    .insert(calendarDays)
    .values({
      date,
      kind,
      nameVi,
      nameEn,
      status: 'official',
      legalBasis: document,
      sourceRef: document,
      confidence: 'found',
      verifiedAt: at,
      recordedAt: at,
      recordedBy: by,
    })
    .returning({ id: calendarDays.id });
  return row?.id ?? 0;
}

/**
 * Makes a provisional or conditional day official, or sets a swapped day. Dates promised on Form 01 stay as they
 * were given; what the clock says of running dossiers moves with the calendar.
 */
export const confirmDay = command({
  action: 'calendar.confirm',
  input: ConfirmDay,
  async find(reader, { date }) {
    const newest = await findNewest(reader, date);
    return { record: { type: 'calendar_day', id: date }, subject: {}, newest };
  },
  async run({ tx, actor, input, found, now: at }) {
    const { newest } = found;
    if ((newest?.id ?? 0) !== input.seen) throw new DomainError('conflict', 'calendar_day');
    const id = await appendDay(tx, { ...input, by: actor.accountId, at });
    const effect = (await countRunning(tx)) < atOnce ? await moveAll(tx) : null;
    // Whoever moved a dossier meanwhile read the old calendar: the worker looks once more.
    await enqueue(tx, recomputeDueDates, { sequence: id }, { key: 'calendar.recompute' });
    return { id, effect };
  },
  trace: ({ input, found }, { id, effect }) => ({
    detail: {
      row: id,
      kind: input.kind,
      before: found.newest === null ? null : { kind: found.newest.kind, status: found.newest.status },
      document: input.document,
      reason: input.reason,
      moved: effect === null ? 'worker' : effect.later + effect.earlier,
    },
  }),
});

async function moveAll(tx: Tx): Promise<Effect> {
  let effect = noEffect;
  for await (const piece of findMoved(tx)) {
    await moveDueDates(tx, piece.moved);
    effect = addEffect(effect, piece);
  }
  return effect;
}

/** Carries the answer out of a transaction that must leave nothing behind. */
class Answer extends Error {
  constructor(readonly effect: Effect) {
    super('rolled back');
  }
}

/** What confirming would do, worked out on the real rows in a transaction that is always rolled back. */
export const previewDay = query<PreviewDay, Effect>({
  action: 'calendar.confirm',
  run: ({ input, actor }) =>
    transaction(async (tx): Promise<Effect> => {
      const names = { nameVi: '–', nameEn: '–', document: '–' };
      await appendDay(tx, { ...input, ...names, by: actor.accountId, at: now() });
      let effect = noEffect;
      for await (const piece of findMoved(tx)) effect = addEffect(effect, piece);
      throw new Answer(effect);
    }).catch((cause: unknown) => {
      if (cause instanceof Answer) return cause.effect;
      throw cause;
    }),
});
