import 'server-only';
import { Fault } from '@/lib/kernel/fault';
import type { Actor } from '@/lib/policy/actor';
import { findActor } from './actor';
import { sessionCookie } from './cookies';
import { findTokenActor, tokenOf } from './token';

/** Who calls the interface; `scopes` is null for a person's own session, which reaches as far as the person. */
export interface Caller {
  actor: Actor;
  scopes: readonly string[] | null;
}

/** A token, or the session of a page of ours: a cookie alone is never enough for another site to write. */
export async function callerOf(request: Request, requestId: string): Promise<Caller> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const token = tokenOf(authorization);
    const caller = token === null ? null : await findTokenActor(token, requestId);
    if (caller === null) throw new Fault('unauthenticated', 'token');
    return caller;
  }
  if (!(request.headers.get('cookie') ?? '').includes(`${sessionCookie()}`))
    throw new Fault('unauthenticated');
  if (request.method !== 'GET' && request.headers.get('sec-fetch-site') !== 'same-origin')
    throw new Fault('cross_site', 'Sec-Fetch-Site');
  const actor = await findActor();
  if (actor === null) throw new Fault('unauthenticated');
  return { actor, scopes: null };
}

export function assertScope({ scopes }: Caller, wanted: readonly string[]): void {
  if (scopes !== null && !wanted.some((scope) => scopes.includes(scope)))
    throw new Fault('insufficient_scope', wanted.join(' '));
}
