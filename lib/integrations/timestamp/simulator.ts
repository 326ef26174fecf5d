import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { DemoAuthority } from '@/lib/integrations/signing/authority';
import { makeCms } from '@/lib/integrations/signing/cms';
import { stampedText, type Timestamp } from '@/lib/integrations/timestamp/port';
import { DomainError } from '@/lib/kernel/errors';

export type TimestampMood = 'ok' | 'down' | 'malformed';

const identity = {
  name: 'Dịch vụ cấp dấu thời gian (mẫu)',
  title: '',
  organisation: 'Bộ Y tế (mẫu)',
  kind: 'agency',
} as const;

/** Stamps with the demonstration authority and the portal's clock. */
export function simulatedTimestamp(
  authority: DemoAuthority,
  clock: () => Date,
  mood: () => TimestampMood = () => 'ok',
): Timestamp {
  return {
    async stamp(digest) {
      if (mood() !== 'ok')
        throw new DomainError('unavailable', mood() === 'down' ? 'timestamp' : 'timestamp.answer');
      const facts = {
        digest: digest.toString('hex'),
        at: clock().toISOString(),
        serial: randomBytes(12).toString('hex'),
      };
      const hash = createHash('sha256').update(stampedText(facts)).digest();
      const cms = await makeCms(hash, await authority.keyOf(identity));
      return { ...facts, cms: cms.toString('base64') };
    },
  };
}
