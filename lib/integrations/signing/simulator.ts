import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemoAuthority } from '@/lib/integrations/signing/authority';
import { makeCms } from '@/lib/integrations/signing/cms';
import { type CmsSource, signInField } from '@/lib/integrations/signing/embed';
import type { Signing, SigningMood } from '@/lib/integrations/signing/port';
import { DomainError } from '@/lib/kernel/errors';

/** Signs with the demonstration authority: the signatures are real, only the authority is not. */
export function simulatedSigning(authority: DemoAuthority, mood: () => SigningMood = () => 'ok'): Signing {
  const source: CmsSource = async (digest, { signer }) => {
    const behaviour = mood();
    if (behaviour === 'down') throw new DomainError('unavailable', 'signing');
    if (behaviour === 'rejects') throw new DomainError('denied', 'signing');
    if (behaviour === 'slow') await wait(1500);
    const asked = behaviour === 'malformed' ? Buffer.alloc(digest.length) : digest;
    return makeCms(asked, await authority.keyOf(signer));
  };
  return { sign: (input) => signInField(input, source) };
}
