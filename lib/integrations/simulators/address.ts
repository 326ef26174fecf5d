import 'server-only';
import { createHmac } from 'node:crypto';
import { type Env, env } from '@/lib/config/env';

/** Where the simulators answer as seen from the portal's processes on the same machine. */
export function simulatorsUrl({ SIMULATORS_PORT }: Pick<Env, 'SIMULATORS_PORT'> = env()): string {
  return `http://127.0.0.1:${SIMULATORS_PORT}`;
}

/** Both ends derive the same secret, so the demonstration needs no setting. */
export function simulatedSecret(partner: string, { AUTH_SECRET }: Pick<Env, 'AUTH_SECRET'> = env()): string {
  return createHmac('sha256', AUTH_SECRET).update(`simulated partner:${partner}`).digest('hex');
}
