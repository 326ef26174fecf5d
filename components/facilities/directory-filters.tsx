import { useLocale, useTranslations } from 'next-intl';
import { FilterBar, FilterDate, FilterSearch, FilterSelect } from '@/components/ui/filter-bar';
import { facilityClasses, facilityForms, facilityStatuses, managingBodies } from '@/lib/facilities/define';
import type { PlaceLink } from '@/lib/facilities/places/schema';
import { isFiltered } from '@/lib/facilities/rules';
import type { ListFacilities } from '@/lib/facilities/schema';
import { plainName } from './place-name';

interface DirectoryFiltersProps {
  values: ListFacilities;
  provinces: { since_2025: readonly PlaceLink[]; pre_2025: readonly PlaceLink[] };
}

/** What, where, of which class, whose, on which day. */
export function DirectoryFilters({ values, provinces }: DirectoryFiltersProps) {
  const t = useTranslations('facilities');
  const locale = useLocale();
  const { q, place, at, ownership, sort, order } = values;
  const filtered = isFiltered(values) || at !== undefined;
  const placesOf = (places: readonly PlaceLink[]) =>
    places.map(({ id, name }) => ({ value: id, label: plainName(name, locale) }));
  return (
    <FilterBar
      action="/facilities"
      label={t('filter.label')}
      submit={t('filter.apply')}
      kept={{ ownership, sort, order }}
      clear={filtered && { href: '/facilities', label: t('list.clear') }}
      className="my-3"
    >
      <FilterSearch name="q" label={t('filter.q')} value={q} hint={t('filter.qHint')} />
      <FilterSelect
        name="place"
        label={t('filter.place')}
        value={place}
        empty={t('filter.anyPlace')}
        options={[
          { label: t('filter.world34'), options: placesOf(provinces.since_2025) },
          { label: t('filter.world63'), options: placesOf(provinces.pre_2025) },
        ]}
        width="w-36"
      />
      <Choice name="class" value={values.class} options={facilityClasses} empty={t('filter.anyClass')} />
      <Choice
        name="managedBy"
        value={values.managedBy}
        options={managingBodies}
        empty={t('filter.anyManagedBy')}
      />
      <Choice name="form" value={values.form} options={facilityForms} empty={t('filter.anyForm')} />
      <Choice name="status" value={values.status} options={facilityStatuses} last={t('filter.anyStatus')} />
      <FilterDate name="at" label={t('filter.at')} value={at} />
    </FilterBar>
  );
}

interface ChoiceProps {
  name: 'class' | 'managedBy' | 'form' | 'status';
  value: string | undefined;
  options: readonly string[];
  /** What no choice is called. */
  empty?: string;
  /** Where "any" is a choice of its own, it stands last. */
  last?: string;
}

function Choice({ name, options, last, ...rest }: ChoiceProps) {
  const t = useTranslations('facilities');
  const named = options.map((option) => ({
    value: option,
    label: t(`${name}.${option}` as 'class.class_1'),
  }));
  return (
    <FilterSelect
      {...rest}
      name={name}
      label={t(`filter.${name}`)}
      labelHidden
      options={last === undefined ? named : [...named, { value: 'any', label: last }]}
      width="w-36"
    />
  );
}
