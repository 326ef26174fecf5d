import 'server-only';
import { env } from '@/lib/config/env';
import { demonstrationAuthority } from '@/lib/integrations/signing';
import { remoteTimestamp } from '@/lib/integrations/timestamp/http';
import type { Timestamp } from '@/lib/integrations/timestamp/port';
import { simulatedTimestamp } from '@/lib/integrations/timestamp/simulator';
import { now } from '@/lib/kernel/clock';

let chosen: Timestamp | undefined;

/** The time-stamping service of this installation. */
export function timestamp(): Timestamp {
  const { PARTNER_TIMESTAMP_URL: url, PARTNER_TIMESTAMP_SECRET: secret } = env();
  chosen ??=
    url && secret ? remoteTimestamp({ url, secret }) : simulatedTimestamp(demonstrationAuthority(), now);
  return chosen;
}
