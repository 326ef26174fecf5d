import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { formatPeriod } from '@/lib/i18n/format';
import type { ListReports } from '@/lib/reporting/schema';

interface ReportFiltersProps {
  values: ListReports;
  forms: readonly { id: string; title: string }[];
  periods: readonly string[];
  /** Empty for whoever sees one province only. */
  places: readonly { id: string; name: string }[];
}

const select = 'control min-h-9 w-auto max-w-72 py-1 text-14';

/** One line that reads as a sentence; every condition goes to the address. */
export function ReportFilters({ values, forms, periods, places }: ReportFiltersProps) {
  const t = useTranslations('reporting.list.filter');
  const locale = useLocale();
  return (
    <form
      method="get"
      action="/reporting"
      aria-label={t('label')}
      className="no-print my-3 flex flex-wrap items-center gap-x-2 gap-y-2 text-14"
    >
      {values.state !== undefined && <input type="hidden" name="state" value={values.state} />}
      <label className="flex items-center gap-2">
        {t('form')}
        <select name="form" defaultValue={values.form} className={select}>
          {forms.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('period')}
        <select name="period" defaultValue={values.period} className={select}>
          {periods.map((id) => (
            <option key={id} value={id}>
              {formatPeriod(id, locale)}
            </option>
          ))}
        </select>
      </label>
      {places.length > 1 && (
        <label className="flex items-center gap-2">
          {t('place')}
          <select name="place" defaultValue={values.place ?? ''} className={select}>
            <option value="">{t('anyPlace')}</option>
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="flex items-center gap-2">
        {t('search')}
        <input
          type="search"
          name="search"
          defaultValue={values.search ?? ''}
          placeholder={t('searchHint')}
          className="control min-h-9 w-52 py-1 text-14"
        />
      </label>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          name="late"
          value="true"
          defaultChecked={values.late}
          className="size-5 accent-fill"
        />
        {t('late')}
      </label>
      <Button variant="secondary" size="small">
        {t('apply')}
      </Button>
      {(values.search ?? values.place ?? values.late) !== undefined && (
        <TextLink href={`/reporting?form=${values.form}&period=${values.period}`}>{t('clear')}</TextLink>
      )}
    </form>
  );
}
