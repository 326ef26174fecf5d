import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-look';
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar';
import { formatPeriod } from '@/lib/i18n/format';
import { PrintButton } from './print-button';

interface IndexControlsProps {
  chosen: { period: string; unit: string | null };
  periods: Record<'months' | 'quarters' | 'years', readonly string[]>;
  units: readonly { code: string; name: string }[];
  exportHref: string;
}

/** A question in the address: period and unit, sent by a plain form. */
export function IndexControls({ chosen, periods, units, exportHref }: IndexControlsProps) {
  const t = useTranslations('index766');
  const locale = useLocale();
  const small = buttonClass('secondary', 'small');
  const listed = Object.values(periods).flat();
  const named = (period: string) => ({ value: period, label: formatPeriod(period, locale) });
  const grouped = (['months', 'quarters', 'years'] as const).map((kind) => ({
    label: t(kind),
    options: periods[kind].map(named),
  }));
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-4">
      <FilterBar action="/indicators/index766" label={t('title')} submit={t('show')}>
        <FilterSelect
          name="period"
          label={t('period')}
          value={chosen.period}
          options={[...(listed.includes(chosen.period) ? [] : [named(chosen.period)]), ...grouped]}
        />
        <FilterSelect
          name="unit"
          label={t('unit')}
          value={chosen.unit ?? undefined}
          empty={t('anyUnit')}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </FilterBar>
      <div className="flex flex-wrap gap-2">
        <PrintButton label={t('print')} className={small} />
        <a href={exportHref} className={small} download>
          {t('csv')}
        </a>
      </div>
    </div>
  );
}
