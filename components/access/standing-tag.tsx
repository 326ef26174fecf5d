import { useTranslations } from 'next-intl';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import type { DatedStanding } from '@/lib/access/rules';

const tones = {
  in_force: 'on_time',
  coming: 'neutral',
  ended: 'no_data',
  revoked: 'overdue',
} as const satisfies Record<DatedStanding, StatusTone>;

export function StandingTag({ standing }: { standing: DatedStanding }) {
  const t = useTranslations('access.standing');
  return <StatusTag tone={tones[standing]}>{t(standing)}</StatusTag>;
}
