import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, mintActor } from '@/lib/policy/actor';

/** The portal itself: jobs and verified calls of partners act as this, and the history says so. */
export function systemActor(requestId: string = randomUUID()): Actor {
  return mintActor({
    accountId: '00000000-0000-7000-8000-000000000000',
    personId: '00000000-0000-7000-8000-000000000000',
    name: 'Hệ thống',
    grants: [{ role: 'system', scope: null }],
    sessionId: null,
    requestId,
    sample: false,
  });
}
