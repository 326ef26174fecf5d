import 'server-only';
import { type StampRequest, StampToken, type Timestamp } from '@/lib/integrations/timestamp/port';
import { isSound } from '@/lib/integrations/timestamp/verify';
import { asDomainError, DomainError } from '@/lib/kernel/errors';

const timeout = 15_000;

/** A remote time-stamping service; an answer that does not verify is no answer. */
export function remoteTimestamp({ url, secret }: { url: string; secret: string }): Timestamp {
  return {
    async stamp(digest) {
      const request: StampRequest = { hash: 'sha256', digest: digest.toString('base64') };
      const response = await fetch(new URL('/v1/timestamps', url), {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(timeout),
      }).catch(asDomainError('unavailable', 'timestamp'));
      if (!response.ok) throw new DomainError('unavailable', 'timestamp', { cause: response.status });
      const body: unknown = await response.json().catch(asDomainError('unavailable', 'timestamp.answer'));
      const token = StampToken.safeParse(body);
      if (!token.success || !(await isSound(token.data, digest))) {
        throw new DomainError('unavailable', 'timestamp.answer', { cause: token.error });
      }
      return token.data;
    },
  };
}
