import { createHash } from 'node:crypto';

/** Hash before the first act of a chain. */
export const genesis = '0'.repeat(64);

export interface HashedAct {
  recordType: string;
  recordId: string;
  seq: number;
  action: string;
  outcome: string;
  actorId: string | null;
  personId: string | null;
  role: string | null;
  scope: string | null;
  delegationId: string | null;
  at: Date;
  requestId: string;
  detail: Record<string, unknown>;
  prevHash: string;
}

/** SHA-256 over the previous hash and the act's canonical JSON; any changed byte breaks the chain from there on. */
export function actHash(act: HashedAct): string {
  const {
    recordType,
    recordId,
    seq,
    action,
    outcome,
    actorId,
    personId,
    role,
    scope,
    delegationId,
    requestId,
    detail,
  } = act;
  const facts = {
    recordType,
    recordId,
    seq,
    action,
    outcome,
    actorId,
    personId,
    role,
    scope,
    delegationId,
    requestId,
    detail,
    at: act.at,
  };
  return createHash('sha256').update(act.prevHash).update(canonical(facts)).digest('hex');
}

/** Hides a personal value while its salt can still prove it. */
export function commitment(salt: string, value: unknown): string {
  return createHash('sha256').update(salt).update(canonical(value)).digest('hex');
}

/** JSON with sorted keys, so that equal values have equal bytes. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
