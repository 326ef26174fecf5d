import 'server-only';
import { join } from 'node:path';
import { env } from '@/lib/config/env';
import { type DemoAuthority, demoAuthority } from '@/lib/integrations/signing/authority';
import { remoteSigning } from '@/lib/integrations/signing/http';
import type { Signing } from '@/lib/integrations/signing/port';
import { simulatedSigning } from '@/lib/integrations/signing/simulator';

let chosen: Signing | undefined;

/** The signing service of this installation: the ministry's when it is set, else the demonstration authority. */
export function signing(): Signing {
  const { PARTNER_SIGNING_URL: url, PARTNER_SIGNING_SECRET: secret } = env();
  chosen ??= url && secret ? remoteSigning({ url, secret }) : simulatedSigning(demonstrationAuthority());
  return chosen;
}

/** Roots whose signatures this installation vouches for. */
export async function signingRoots(): Promise<Buffer[]> {
  return env().PARTNER_SIGNING_URL ? [] : [await demonstrationAuthority().root()];
}

let authority: DemoAuthority | undefined;

export function demonstrationAuthority(): DemoAuthority {
  authority ??= demoAuthority(join(process.cwd(), '.data', 'demo-ca'));
  return authority;
}
