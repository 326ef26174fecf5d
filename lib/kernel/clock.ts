import 'server-only';
import { env } from '@/lib/config/env';

const startedAt = Date.now();

/** The portal's time. `CLOCK` moves its start for tests and rehearsals; it runs on from there. */
export function now(): Date {
  const start = env().CLOCK;
  if (start === undefined) return new Date();
  return new Date(new Date(start).getTime() + (Date.now() - startedAt));
}
