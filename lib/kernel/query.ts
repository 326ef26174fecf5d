import 'server-only';
import { type AnyColumn, arrayOverlaps, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { cache } from 'react';
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
  /** The same, each way apart: a big list asks every one by its own index. */
  ways: (ownership: Ownership) => readonly Way[];
}

/** One way rows come within reach: through a column of theirs, or because everything does. */
export interface Way {
  by: keyof Ownership | 'all';
  condition: SQL;
}

interface Definition<I, R> {
  action: Action;
  /** Records with personal data in the answer: each read is logged with its purpose. */
  reads?: (result: R, input: I) => readonly RecordRef[];
  /** Lists and boards may be read from the replica. */
  from?: 'replica';
  run: (reading: Reading<I>) => Promise<R>;
}

/**
 * A read: right → scope in the statement itself → log of what was personal. While one page is drawn the same question
 * is asked once, and logged once; between pages, and outside of them, nothing is kept.
 */
export function query<I, R>(definition: Definition<I, R>): (actor: Actor, input: I) => Promise<R> {
  const ask = asking(definition);
  const answers = cache((_actor: Actor, _input: string | undefined) => new Map<'given', Promise<R>>());
  return (actor, input) => {
    const kept = answers(actor, JSON.stringify(input));
    const answer = kept.get('given') ?? ask(actor, input);
    kept.set('given', answer);
    return answer;
  };
}

function asking<I, R>(definition: Definition<I, R>): (actor: Actor, input: I) => Promise<R> {
  return async (actor, input) => {
    const reaching = reachOf(actor, definition.action);
    const [first] = reaching;
    if (first === undefined) throw new DomainError('denied', definition.action);
    const db = definition.from === 'replica' ? replica() : database();
    const result = await definition.run({
      db,
      actor,
      input,
      within: (ownership) =>
        or(...waysOf(actor, reaching, ownership).map(({ condition }) => condition)) ?? sql`false`,
      ways: (ownership) => waysOf(actor, reaching, ownership),
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

function waysOf(actor: Actor, reaching: readonly Reaching[], ownership: Ownership): Way[] {
  if (reaching.some(({ reach }) => reach === 'all')) return [{ by: 'all', condition: sql`true` }];
  return reaching.flatMap((one) => waysThrough(actor, one, ownership));
}

function waysThrough(actor: Actor, { grant, reach }: Reaching, columns: Ownership): Way[] {
  const person = grant.mandate?.onBehalfOf ?? actor.accountId;
  const { owner, assignee, invited } = columns;
  switch (reach) {
    case 'all':
      return [{ by: 'all', condition: sql`true` }];
    case 'own':
      return [
        ...(owner === undefined ? [] : [{ by: 'owner' as const, condition: eq(owner, person) }]),
        ...waysInScope(grant, columns),
      ];
    case 'assigned':
      return [
        ...(assignee === undefined ? [] : [{ by: 'assignee' as const, condition: eq(assignee, person) }]),
        ...(invited === undefined
          ? []
          : [{ by: 'invited' as const, condition: arrayOverlaps(invited, [person]) }]),
      ];
    case 'unit':
      return waysInScope(grant, columns);
  }
}

function waysInScope({ scope }: Grant, columns: Ownership): Way[] {
  if (scope === null) return [];
  const [kind, id] = scope.includes(':') ? (scope.split(':', 2) as [string, string]) : ['unit', scope];
  const by = kind === 'org' ? 'organisation' : kind === 'facility' ? 'facility' : 'unit';
  const column = columns[by];
  return column === undefined ? [] : [{ by, condition: inArray(column, [id]) }];
}
