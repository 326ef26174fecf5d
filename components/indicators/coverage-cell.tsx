import { useLocale, useTranslations } from 'next-intl';
import { CoverageStrip } from '@/components/charts/coverage-strip';
import { formatNumber } from '@/lib/i18n/format';
import { coverageOf } from '@/lib/indicators/narration/rules';
import type { Figure } from '@/lib/indicators/schema';
import { asOfText } from './words';

/** Who has answered and as of when; without reports, where the figure comes from instead. */
export function CoverageCell({ figure }: { figure: Figure }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const coverage = coverageOf(figure);
  const until = figure.asOf !== null && (
    <span className="block text-muted">{t('coverage.until', { date: asOfText(figure, { t, locale }) })}</span>
  );
  if (coverage === null) {
    return (
      <>
        <span className="block">{t(`provenance.${figure.provenance}`)}</span> {until}
      </>
    );
  }
  const { members, fresh, carried, missing } = coverage;
  return (
    <>
      <span className="tabular block whitespace-nowrap">
        {formatNumber(members - missing, locale)}/{formatNumber(members, locale)} {until}
      </span>
      <CoverageStrip bare className="mt-1 max-w-40" counts={{ reported: fresh, carried, missing }} />
    </>
  );
}
