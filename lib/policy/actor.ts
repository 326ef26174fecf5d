import type { Role } from './table';

/** One role somebody holds, where it holds, and on whose mandate. `scope` is a unit code, `org:<id>` or `facility:<id>`. */
export interface Grant {
  role: Role;
  scope: string | null;
  /** Set when the role is exercised under a dated delegation. */
  mandate?: { delegationId: string; onBehalfOf: string } | undefined;
}

declare const proven: unique symbol;

/** Who is asking, proven by a session, a token or the job runner; never built from a request's own words. */
export interface Actor {
  readonly accountId: string;
  /** The natural person: several accounts of one person share it, so that duties stay separate. */
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Session or token behind the request; null for the job runner. */
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly sample: boolean;
  readonly [proven]: true;
}

/**
 * The only place an `Actor` comes from. Callers: the session, the job runner and the test factory;
 * the architecture test counts them.
 */
export function mintActor(identity: Omit<Actor, typeof proven>): Actor {
  return identity as Actor;
}
