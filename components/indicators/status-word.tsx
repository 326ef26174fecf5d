import { useLocale, useTranslations } from 'next-intl';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import { formatNumber } from '@/lib/i18n/format';
import type { Figure, Status } from '@/lib/indicators/schema';

const tones = {
  achieved: 'achieved',
  on_track: 'on_track',
  at_risk: 'at_risk',
  off_track: 'off_track',
  unknown: 'no_data',
  no_target: 'neutral',
} as const satisfies Record<Status, StatusTone>;

/** Shape and word; what was missed stays said even when it has been reached since. */
export function StatusWord({ figure }: { figure: Pick<Figure, 'status' | 'missed' | 'gap'> }) {
  const t = useTranslations('indicators.status');
  const locale = useLocale();
  const { status, missed, gap } = figure;
  return (
    <>
      <StatusTag tone={tones[status]}>{t(status)}</StatusTag>
      {gap !== null && status !== 'achieved' && (
        <span className="block text-14 text-muted">{t('gap', { gap: formatNumber(gap, locale) })}</span>
      )}
      {missed && <span className="block text-14 text-muted">{t('missed')}</span>}
    </>
  );
}

export function StatusOnly({ status }: { status: Status }) {
  const t = useTranslations('indicators.status');
  return <StatusTag tone={tones[status]}>{t(status)}</StatusTag>;
}
