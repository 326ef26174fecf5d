import 'server-only';
import { type AnyColumn, arrayOverlaps, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Database, database, replica } from '@/db/client';
import type { Actor, Grant } from '@/lib/policy/actor';
import { type Reaching, reachOf } from '@/lib/policy/authorize';
import { purposeOf } from '@/lib/policy/purpose';
import type { Action } from '@/lib/policy/table';
import { type RecordRef, recordReads } from './audit-trail';
import { DomainError } from './errors';

/** Columns that say whose a row is; a column that is absent can't be reached through that reach. */
export interface Ownership {
  owner?: AnyColumn;
  organisation?: AnyColumn;
  unit?: AnyColumn;
  facility?: AnyColumn;
  assignee?: AnyColumn;
  /** Array column of further accounts the row is open to. */
  invited?: AnyColumn;
}

export interface Reading<I> {
  db: Database;
  actor: Actor;
  input: I;
  /** The rows this actor may see, as a condition; every statement of a list carries it. */
  within: (ownership: Ownership) => SQL;
}

interface Definition<I, R> {
  action: Action;
  /** Records with personal data in the answer: each read is logged with its purpose. */
  reads?: (result: R, input: I) => readonly RecordRef[];
  /** Lists and boards may be read from the replica. */
  from?: 'replica';
  run: (reading: Reading<I>) => Promise<R>;
}

/** A read: right → scope in the statement itself → log of what was personal. */
export function query<I, R>(definition: Definition<I, R>): (actor: Actor, input: I) => Promise<R> {
  return async (actor, input) => {
    const reaching = reachOf(actor, definition.action);
    const [first] = reaching;
    if (first === undefined) throw new DomainError('denied', definition.action);
    const db = definition.from === 'replica' ? replica() : database();
    const result = await definition.run({
      db,
      actor,
      input,
      within: (ownership) => within(actor, reaching, ownership),
    });
    // Whoever reads as an officer too is logged as one: a read too many on the log harms nobody.
    const { grant } = reaching.find((one) => purposeOf(one.grant.role) !== 'own') ?? first;
    const purpose = purposeOf(grant.role);
    const records = purpose === 'own' ? [] : (definition.reads?.(result, input) ?? []);
    await recordReads(database(), { actor, grant, purpose, records });
    return result;
  };
}

export interface PublicReading<I> {
  db: Database;
  input: I;
}

/** A read open to everybody: no actor, nothing personal in the answer. */
export function publicQuery<I, R>(run: (reading: PublicReading<I>) => Promise<R>): (input: I) => Promise<R> {
  return (input) => run({ db: replica(), input });
}

function within(actor: Actor, reaching: readonly Reaching[], ownership: Ownership): SQL {
  const conditions = reaching.flatMap((one) => conditionOf(actor, one, ownership));
  return or(...conditions) ?? sql`false`;
}

function conditionOf(actor: Actor, { grant, reach }: Reaching, columns: Ownership): SQL[] {
  const person = grant.mandate?.onBehalfOf ?? actor.accountId;
  switch (reach) {
    case 'all':
      return [sql`true`];
    case 'own':
      return [
        ...(columns.owner === undefined ? [] : [eq(columns.owner, person)]),
        ...inScope(grant, columns),
      ];
    case 'assigned':
      return [
        ...(columns.assignee === undefined ? [] : [eq(columns.assignee, person)]),
        ...(columns.invited === undefined ? [] : [arrayOverlaps(columns.invited, [person])]),
      ];
    case 'unit':
      return inScope(grant, columns);
  }
}

function inScope({ scope }: Grant, columns: Ownership): SQL[] {
  if (scope === null) return [];
  const [kind, id] = scope.includes(':') ? (scope.split(':', 2) as [string, string]) : ['unit', scope];
  const column =
    kind === 'org' ? columns.organisation : kind === 'facility' ? columns.facility : columns.unit;
  return column === undefined ? [] : [inArray(column, [id])];
}
