import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { filledBy, Hatch } from '@/components/charts/hatch';
import { formatNumber } from '@/lib/i18n/format';
import { coverageOf } from '@/lib/indicators/narration/rules';
import type { Figure } from '@/lib/indicators/schema';
import { coverageText } from './sentences';
import { asOfText } from './words';

/** Dark: reported this period; light: carried from an earlier report; stripes: nobody answered. */
export function CoverageStrip({ figure }: { figure: Figure }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const id = useId();
  const coverage = coverageOf(figure);
  if (coverage === null) return <span className="text-muted">{t(`provenance.${figure.provenance}`)}</span>;
  const { members, fresh, carried, missing } = coverage;
  const wide = (count: number) => `${(count / members) * 100}%`;
  const from = (count: number) => `${(count / members) * 100}%`;
  return (
    <>
      <span className="tabular block whitespace-nowrap">
        {formatNumber(members - missing, locale)}/{formatNumber(members, locale)}{' '}
        <span className="text-muted">{t('coverage.until', { date: asOfText(figure, { t, locale }) })}</span>
      </span>
      <svg
        role="img"
        aria-label={coverageText(figure, { t, locale }) ?? ''}
        className="chart-mark mt-1 block h-2 w-full max-w-40 min-w-20"
      >
        <defs>
          <Hatch id={id} />
        </defs>
        <rect width="100%" height="8" fill={filledBy(id)} />
        <rect width={wide(fresh)} height="8" className="fill-fill" />
        <rect x={from(fresh)} width={wide(carried)} height="8" className="fill-rate-2" />
      </svg>
    </>
  );
}
