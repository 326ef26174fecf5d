import { useLocale, useTranslations } from 'next-intl';
import { FilterBar, FilterSearch, FilterSelect } from '@/components/ui/filter-bar';
import type { Board } from '@/lib/indicators/schema';
import type { Outcome } from './outcome-tabs';
import type { View } from './view';

interface FacilityFilterProps {
  path: string;
  view: View;
  outcome: Outcome | undefined;
  search: string | undefined;
  places: Board['places'];
}

/** Place and name; what else the view says is carried along. */
export function FacilityFilter({ path, view, outcome, search, places }: FacilityFilterProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const { asOf, period, world, place } = view;
  return (
    <FilterBar
      action={path}
      label={t('filter.label')}
      submit={t('filter.apply')}
      kept={{ asOf, period, world, outcome }}
      className="mb-4"
    >
      <FilterSelect
        name="place"
        label={t('filter.place')}
        value={place}
        empty={t('filter.nation')}
        options={places.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        width="w-auto max-w-52"
      />
      <FilterSearch
        name="search"
        label={t('facilities.search')}
        value={search}
        maxLength={100}
        width="w-56"
      />
    </FilterBar>
  );
}
