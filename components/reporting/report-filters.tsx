import { useLocale, useTranslations } from 'next-intl';
import { FilterBar, FilterCheck, FilterSearch, FilterSelect } from '@/components/ui/filter-bar';
import { formatPeriod } from '@/lib/i18n/format';
import type { ListReports } from '@/lib/reporting/schema';

interface ReportFiltersProps {
  values: ListReports;
  forms: readonly { id: string; title: string }[];
  periods: readonly string[];
  /** Empty for whoever sees one province only. */
  places: readonly { id: string; name: string }[];
}

export function ReportFilters({ values, forms, periods, places }: ReportFiltersProps) {
  const t = useTranslations('reporting.list.filter');
  const locale = useLocale();
  const { form, period, place, search, state, late } = values;
  const filtered = (search ?? place ?? late) !== undefined;
  return (
    <FilterBar
      action="/reporting"
      label={t('label')}
      submit={t('apply')}
      kept={{ state }}
      clear={filtered && { href: `/reporting?form=${form}&period=${period}`, label: t('clear') }}
      className="my-3"
    >
      <FilterSelect
        name="form"
        label={t('form')}
        value={form}
        options={forms.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FilterSelect
        name="period"
        label={t('period')}
        value={period}
        options={periods.map((id) => ({ value: id, label: formatPeriod(id, locale) }))}
      />
      {places.length > 1 && (
        <FilterSelect
          name="place"
          label={t('place')}
          value={place}
          empty={t('anyPlace')}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FilterSearch name="search" label={t('search')} value={search} hint={t('searchHint')} />
      <FilterCheck name="late" label={t('late')} checked={late} />
    </FilterBar>
  );
}
