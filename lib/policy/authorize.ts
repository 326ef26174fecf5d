import type { Actor, Grant } from './actor';
import { type Action, excludes, policy, type Reach } from './table';

/** What a record must say of itself so that a right on it can be judged. */
export interface Subject {
  /** Account that owns the record. */
  owner?: string | null | undefined;
  /** Scopes it lies in: unit codes, `org:<id>`, `facility:<id>`. */
  scopes?: readonly string[] | undefined;
  /** Accounts it is assigned to or that are invited to it. */
  assignees?: readonly string[] | undefined;
}

/** A grant that carries the action, with how far it reaches. */
export interface Reaching {
  grant: Grant;
  reach: Reach;
}

export function isAction(name: string): name is Action {
  return Object.hasOwn(policy, name);
}

/** Every grant of the actor that carries the action; empty means refuse. */
export function reachOf(actor: Actor, action: Action): Reaching[] {
  const row: Partial<Record<string, Reach>> = policy[action];
  return actor.grants.flatMap((grant) => {
    const reach = Object.hasOwn(row, grant.role) ? row[grant.role] : undefined;
    return reach === undefined ? [] : [{ grant, reach }];
  });
}

/** The grant under which the actor may do this to that, or null: unknown means refuse. */
export function grantFor(actor: Actor, action: Action, subject: Subject): Grant | null {
  return reachOf(actor, action).find((reaching) => covers(actor, reaching, subject))?.grant ?? null;
}

export function may(actor: Actor, action: Action, subject: Subject): boolean {
  return grantFor(actor, action, subject) !== null;
}

function covers(actor: Actor, { grant, reach }: Reaching, subject: Subject): boolean {
  const person = grant.mandate?.onBehalfOf ?? actor.accountId;
  const inScope = grant.scope !== null && (subject.scopes ?? []).includes(grant.scope);
  switch (reach) {
    case 'own':
      return subject.owner === person || inScope;
    case 'assigned':
      return (subject.assignees ?? []).includes(person);
    case 'unit':
      return inScope;
    case 'all':
      return true;
  }
}

/** The acts that bar a person from doing `action` on the same record. */
export function barredBy(action: Action): Action[] {
  return excludes.filter(([, second]) => second === action).map(([first]) => first);
}
