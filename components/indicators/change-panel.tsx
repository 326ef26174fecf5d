import { useLocale, useTranslations } from 'next-intl';
import { ChangeBars } from '@/components/charts/change-bars';
import { formatPeriod } from '@/lib/i18n/format';
import type { IndicatorView } from '@/lib/indicators/schema';
import { changeText } from './sentences';

/** What moved the figure since the period before; the parts add up to the difference. */
export function ChangePanel({ figure, change }: Pick<IndicatorView, 'figure' | 'change'>) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  if (change === null || figure.value === null || figure.period === null) return null;
  const said = changeText(change, { t, locale }) ?? '';
  return (
    <section aria-labelledby="change" className="border-t-2 border-ink pt-3">
      <h2 id="change">{t('change.title')}</h2>
      <p className="mb-3 text-14 text-muted">{said}</p>
      <ChangeBars
        captionHidden
        title={t('change.title')}
        narration={said}
        from={{ label: formatPeriod(change.from, locale), value: figure.value - change.total }}
        to={{ label: formatPeriod(figure.period, locale), value: figure.value }}
        parts={(['numerator', 'denominator', 'cross'] as const).map((key) => ({
          key,
          label: t(`change.${key}`),
          points: change[key],
        }))}
      />
    </section>
  );
}
