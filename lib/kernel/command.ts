import 'server-only';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { database, type Reader, type Tx, transaction } from '@/db/client';
import type { Actor, Grant } from '@/lib/policy/actor';
import { barredBy, grantFor, may, type Subject } from '@/lib/policy/authorize';
import type { Action } from '@/lib/policy/table';
import { type RecordRef, recordAct } from './audit-trail';
import { now } from './clock';
import { DomainError, InvalidInput } from './errors';
import { unstorablePaths } from './text';

/** What a command finds: the record it is about and what the policy must know of it. */
export interface Found {
  record: RecordRef;
  subject: Subject;
  /** Row version; when preparation took place it must still be the same in the transaction. */
  version?: number | undefined;
}

export interface Running<I, F, P> {
  tx: Tx;
  actor: Actor;
  grant: Grant;
  input: I;
  found: F;
  prepared: P;
  now: Date;
}

/** What the trail keeps of an act; personal values go in `personal` and enter only as salted commitments. */
export interface Trace {
  record?: RecordRef;
  detail: Record<string, unknown>;
  personal?: Record<string, unknown>;
}

interface Definition<S extends z.ZodType, F extends Found, P, R> {
  action: Action | ((input: z.output<S>) => Action);
  input: S;
  /** Must refuse with `not_found` what does not exist; visibility is judged by `sees`. */
  find: (reader: Reader, input: z.output<S>, actor: Actor) => Promise<F>;
  /** Right that makes the record visible; out of its reach the answer is "not found", not "denied". */
  sees?: Action;
  /** Slow work outside the transaction (rendering, storing): no lock is held meanwhile. */
  prepare?: (running: Omit<Running<z.output<S>, F, never>, 'tx' | 'prepared'>) => Promise<P>;
  run: (running: Running<z.output<S>, F, P>) => Promise<R>;
  trace: (running: Omit<Running<z.output<S>, F, P>, 'tx'>, result: R) => Trace;
}

export type Command<S extends z.ZodType, R> = ((actor: Actor, raw: z.input<S>) => Promise<R>) & { input: S };

/** A write: parse → find → authorize → (prepare) → one transaction of find, authorize, run, audit. */
export function command<S extends z.ZodType, F extends Found, R, P = undefined>(
  definition: Definition<S, F, P, R>,
): Command<S, R> {
  async function execute(actor: Actor, raw: z.input<S>): Promise<R> {
    const input = parse(definition.input, raw);
    const action = typeof definition.action === 'function' ? definition.action(input) : definition.action;
    let about: RecordRef | null = null;
    const find = async (reader: Reader) => {
      const found = await definition.find(reader, input, actor);
      about = found.record;
      return found;
    };
    try {
      const early =
        definition.prepare === undefined ? null : await prepared(definition, action, { actor, input, find });
      return await transaction(async (tx) => {
        const found = await find(tx);
        if (early !== null && early.found.version !== found.version)
          throw new DomainError('conflict', 'version');
        const grant = await authorize(tx, { actor, action, found, sees: definition.sees });
        const running = {
          actor,
          grant,
          input,
          found,
          prepared: early?.prepared as P,
          now: early?.now ?? now(),
        };
        const result = await definition.run({ ...running, tx });
        const { record, ...trace } = definition.trace(running, result);
        await recordAct(tx, {
          record: record ?? found.record,
          action,
          outcome: 'done',
          actor,
          grant,
          requestId: actor.requestId,
          ...trace,
        });
        return result;
      });
    } catch (cause) {
      if (about !== null && isRefusal(cause)) await recordRefusal(about, { actor, action, code: cause.code });
      throw cause;
    }
  }
  return Object.assign(execute, { input: definition.input });
}

function parse<S extends z.ZodType>(schema: S, raw: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) {
    const unstorable = unstorablePaths(parsed.data);
    if (unstorable.length === 0) return parsed.data;
    throw new InvalidInput(unstorable.map((path) => ({ path, code: 'invalid_format' })));
  }
  throw new InvalidInput(
    parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code === 'custom' ? issue.message : issue.code,
    })),
  );
}

async function prepared<S extends z.ZodType, F extends Found, P, R>(
  definition: Definition<S, F, P, R>,
  action: Action,
  { actor, input, find }: { actor: Actor; input: z.output<S>; find: (reader: Reader) => Promise<F> },
): Promise<{ found: F; prepared: P | undefined; now: Date }> {
  const at = now();
  const found = await find(database());
  const grant = await authorize(database(), { actor, action, found, sees: definition.sees });
  return { found, prepared: await definition.prepare?.({ actor, grant, input, found, now: at }), now: at };
}

/** What lies out of reach is said not to exist; the trail knows better. */
class OutOfReach extends DomainError {
  constructor(type: string) {
    super('not_found', type);
  }
}

async function authorize(
  reader: Reader,
  { actor, action, found, sees }: { actor: Actor; action: Action; found: Found; sees: Action | undefined },
): Promise<Grant> {
  const grant = grantFor(actor, action, found.subject);
  if (grant === null) {
    if (sees !== undefined && !may(actor, sees, found.subject)) throw new OutOfReach(found.record.type);
    throw new DomainError('denied', action);
  }
  const barred = barredBy(action);
  if (barred.length > 0 && (await hasDone(reader, actor, barred, found.record))) {
    throw new DomainError('duty_conflict', action);
  }
  return grant;
}

async function hasDone(reader: Reader, actor: Actor, actions: Action[], record: RecordRef): Promise<boolean> {
  const rows = await reader.execute(sql`
    select 1 from audit_acts
    where record_type = ${record.type} and record_id = ${record.id} and person_id = ${actor.personId}
      and outcome = 'done' and action in ${actions} limit 1`);
  return rows.length > 0;
}

function isRefusal(cause: unknown): cause is DomainError {
  if (!(cause instanceof DomainError)) return false;
  return cause.code === 'denied' || cause.code === 'duty_conflict' || cause instanceof OutOfReach;
}

/** Denied attempts are kept on the trail of their record, outside the transaction that was rolled back. */
async function recordRefusal(
  record: RecordRef,
  { actor, action, code }: { actor: Actor; action: Action; code: string },
): Promise<void> {
  await transaction((tx) =>
    recordAct(tx, {
      record,
      action,
      outcome: 'denied',
      actor,
      grant: null,
      requestId: actor.requestId,
      detail: { code },
    }),
  );
}
