import { env } from '@/lib/config/env';
import { now } from '@/lib/kernel/clock';

const halfYear = 182 * 86_400_000;

/** RFC 9116. Until the ministry names a mailbox, the page that says how to report is the contact. */
export function GET(): Response {
  const home = env().PUBLIC_URL;
  const lines = [
    `Contact: ${home}/privacy#security`,
    `Expires: ${new Date(now().getTime() + halfYear).toISOString()}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${home}/.well-known/security.txt`,
    `Policy: ${home}/privacy#security`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
