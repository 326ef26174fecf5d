import 'server-only';
import { type CmsSource, signInField } from '@/lib/integrations/signing/embed';
import { CmsAnswer, type CmsRequest, type Signing } from '@/lib/integrations/signing/port';
import { asDomainError, DomainError } from '@/lib/kernel/errors';

const timeout = 15_000;

/** A remote signing service: it receives a digest and answers a detached CMS; the paper never leaves the portal. */
export function remoteSigning({ url, secret }: { url: string; secret: string }): Signing {
  const source: CmsSource = async (digest, { signer, reason, at }) => {
    const request: CmsRequest = {
      hash: 'sha256',
      digest: digest.toString('base64'),
      signer,
      reason,
      at: at.toISOString(),
    };
    const response = await fetch(new URL('/v1/signatures', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(timeout),
    }).catch(asDomainError('unavailable', 'signing'));
    if (response.status === 403) throw new DomainError('denied', 'signing');
    if (!response.ok) throw new DomainError('unavailable', 'signing', { cause: response.status });
    const body: unknown = await response.json().catch(asDomainError('unavailable', 'signing.answer'));
    const answer = CmsAnswer.safeParse(body);
    if (!answer.success) throw new DomainError('unavailable', 'signing.answer', { cause: answer.error });
    return Buffer.from(answer.data.cms, 'base64');
  };
  return { sign: (input) => signInField(input, source) };
}
