import 'server-only';
import { env } from '@/lib/config/env';

/** A route that answers to the session's cookie must not answer to another site's form. */
export function isSameSite(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin === null || origin === new URL(env().PUBLIC_URL).origin;
}
