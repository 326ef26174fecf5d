import { useLocale, useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/components/ui/button';
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
  return (
    <div className="no-print flex flex-wrap items-end justify-between gap-4">
      <form method="get" action="/indicators/index766" className="flex min-w-0 flex-wrap items-end gap-4">
        <label className="min-w-0">
          <span className="block text-14 font-semibold">{t('period')}</span>
          <select name="period" defaultValue={chosen.period} className="control mt-1 w-auto max-w-full pr-8">
            {!listed.includes(chosen.period) && (
              <option value={chosen.period}>{formatPeriod(chosen.period, locale)}</option>
            )}
            {(['months', 'quarters', 'years'] as const).map((kind) => (
              <optgroup key={kind} label={t(kind)}>
                {periods[kind].map((period) => (
                  <option key={period} value={period}>
                    {formatPeriod(period, locale)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="min-w-0">
          <span className="block text-14 font-semibold">{t('unit')}</span>
          <select
            name="unit"
            defaultValue={chosen.unit ?? ''}
            className="control mt-1 w-auto max-w-full pr-8"
          >
            <option value="">{t('anyUnit')}</option>
            {units.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button variant="secondary">{t('show')}</Button>
      </form>
      <div className="flex flex-wrap gap-2">
        <PrintButton label={t('print')} className={small} />
        <a href={exportHref} className={small} download>
          {t('csv')}
        </a>
      </div>
    </div>
  );
}
