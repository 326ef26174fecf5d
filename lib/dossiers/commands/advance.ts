import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { clockEvents, dossierEvents, dossierPromises, dossiers } from '@/db/schema/dossiers';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { dueDate } from '@/lib/kernel/clock-rules';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { enqueue } from '@/lib/kernel/outbox';
import { movesFrom } from '@/lib/kernel/workflow';
import type { Actor, Grant } from '@/lib/policy/actor';
import { dossierMoved } from '../events';
import { clockEffectOf, guardHolds, isEnded, targetOf } from '../rules';
import { dossierShared } from '../sharing/events';
import { type DossierMove, type DossierState, dossierMoves, moveRow } from '../workflow';
import { ruleOf, toClockEvents } from './clock';
import { type DossierRow, type FoundDossier, listClockEvents } from './find';

export interface Step {
  move: DossierMove;
  actor: Actor;
  grant: Grant;
  now: Date;
  reason?: string | undefined;
  payload?: Record<string, unknown> | undefined;
  /** New date of an extension. */
  until?: Date | undefined;
  /** Paper that carries the act, when one does. */
  paperId?: string | undefined;
  /** Further columns of the dossier that change with the move. */
  set?: Partial<typeof dossiers.$inferInsert> | undefined;
}

/** Refuses a move the workflow's table does not allow from here, naming the condition that fails. */
export function assertLawful(found: FoundDossier, move: DossierMove, now: Date): DossierState {
  const row = moveRow(move);
  if (!row.from.includes(found.facts.state)) throw new DomainError('unlawful_move', move);
  const unmet = (row.when ?? []).find((guard) => !guardHolds(guard, found.facts, now));
  if (unmet !== undefined) throw new DomainError('unlawful_move', unmet);
  const to = targetOf(move, found.facts);
  if (to === null) throw new DomainError('unlawful_move', move);
  return to;
}

/** The lawful moves of this dossier at this moment, whoever asks. */
export function lawfulMoves(found: FoundDossier, now: Date): DossierMove[] {
  return movesFrom(dossierMoves, found.facts.state, (guard) => guardHolds(guard, found.facts, now));
}

/**
 * The one way a dossier moves: event, clock, state and feed in the caller's transaction.
 * The race is lost in the database: whoever saw an older version is refused.
 */
export async function advance(tx: Tx, found: FoundDossier, step: Step): Promise<DossierRow> {
  const to = assertLawful(found, step.move, step.now);
  await holdDossier(tx, found);
  const seq = await appendEvent(tx, found, { ...step, to });
  const clock = await advanceClock(tx, found, { ...step, to, seq });
  const ended = isEnded(to) && found.dossier.endedAt === null;
  const [row] = await tx
    .update(dossiers)
    .set({
      ...step.set,
      ...clock.set,
      ...(ended ? { endedAt: step.now } : {}),
      state: to,
      updatedAt: step.now,
      version: sql`${dossiers.version} + 1`,
    })
    .where(and(eq(dossiers.id, found.dossier.id), eq(dossiers.version, found.dossier.version)))
    .returning();
  if (row === undefined) throw new DomainError('conflict', 'dossier.version');
  await enqueue(tx, dossierMoved, { dossierId: found.dossier.id, seq, move: step.move });
  // One waiting message a dossier: the job sends the state it finds, so a second one has nothing to add.
  await enqueue(tx, dossierShared, { dossierId: found.dossier.id }, { key: `share:${found.dossier.id}` });
  return row;
}

/** Writers of one dossier queue here; whoever read it before the other wrote has lost. */
export async function holdDossier(tx: Tx, { dossier }: FoundDossier): Promise<void> {
  const [held] = await tx
    .select({ version: dossiers.version })
    .from(dossiers)
    .where(eq(dossiers.id, dossier.id))
    .for('update')
    .prepare('hold')
    .execute();
  if (held?.version !== dossier.version) throw new DomainError('conflict', 'dossier.version');
}

async function appendEvent(tx: Tx, found: FoundDossier, step: Step & { to: DossierState }): Promise<number> {
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${dossierEvents.seq}), 0)` })
    .from(dossierEvents)
    .where(eq(dossierEvents.dossierId, found.dossier.id))
    .prepare('last event')
    .execute();
  const seq = Number(last?.seq ?? 0) + 1;
  await tx
    .insert(dossierEvents)
    .values({
      dossierId: found.dossier.id,
      seq,
      move: step.move,
      action: moveRow(step.move).action,
      fromState: found.dossier.state,
      toState: step.to,
      actorId: step.grant.role === 'system' ? null : step.actor.accountId,
      personId: step.grant.role === 'system' ? null : step.actor.personId,
      actorName: step.actor.name,
      role: step.grant.role,
      scope: step.grant.scope,
      delegationId: step.grant.mandate?.delegationId ?? null,
      reason: step.reason ?? null,
      payload: step.payload ?? {},
      at: step.now,
    })
    .catch(asDutyConflict);
  return seq;
}

/** What the database's own fence says, in our words. */
function asDutyConflict(cause: unknown): never {
  const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
  const constraint =
    typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'constraint_name') : undefined;
  if (constraint === 'dossier_duties_apart') throw new DomainError('duty_conflict', 'dossier', { cause });
  if (constraint === 'dossier_mandate_holds') throw new DomainError('denied', 'delegation', { cause });
  if (constraint === 'dossier_events_dossier_seq_key')
    throw new DomainError('conflict', 'dossier.version', { cause });
  throw cause;
}

async function advanceClock(tx: Tx, found: FoundDossier, step: Step & { to: DossierState; seq: number }) {
  const { dossier, definition } = found;
  const started = dossier.receivedAt !== null;
  const effect = clockEffectOf(step.move, { from: dossier.state, to: step.to, started });
  if (effect === null) return { effect, set: {} };
  await tx.insert(clockEvents).values({
    dossierId: dossier.id,
    kind: effect,
    at: step.now,
    until: step.until ?? null,
    eventSeq: step.seq,
    paperId: step.paperId ?? null,
  });
  const rule = ruleOf(definition, dossier.answers);
  if (rule === null) return { effect, set: effect === 'start' ? { receivedAt: step.now } : {} };
  const { calendar, sequence } = await readCalendar(tx);
  const reading = dueDate(rule, toClockEvents(await listClockEvents(tx, dossier.id)), calendar);
  const promised = effect === 'start' || effect === 'extend' ? reading.due : null;
  if (promised !== null && step.paperId !== undefined) {
    await tx.insert(dossierPromises).values({
      id: newId(step.now),
      dossierId: dossier.id,
      dueAt: promised,
      paperId: step.paperId,
      calendarSequence: sequence,
      madeAt: step.now,
    });
  }
  return {
    effect,
    set: {
      dueAt: reading.due,
      pausedAt: effect === 'pause' ? step.now : null,
      ...(effect === 'start' ? { receivedAt: step.now } : {}),
      ...(promised === null ? {} : { promisedAt: promised }),
    },
  };
}
