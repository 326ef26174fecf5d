import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { facilityClasses, facilityForms, facilityStatuses, managingBodies } from '@/lib/facilities/define';
import type { PlaceLink } from '@/lib/facilities/places/schema';
import { isFiltered } from '@/lib/facilities/rules';
import type { ListFacilities } from '@/lib/facilities/schema';
import { formatDate } from '@/lib/i18n/format';
import { plainName } from './place-name';

interface DirectoryFiltersProps {
  values: ListFacilities;
  provinces: { since_2025: readonly PlaceLink[]; pre_2025: readonly PlaceLink[] };
}

const control = 'control min-h-9 w-36 py-1 text-14';

/** One sentence: what, where, of which class, whose, on which day; all of it goes to the address. */
export function DirectoryFilters({ values, provinces }: DirectoryFiltersProps) {
  const t = useTranslations('facilities');
  const locale = useLocale();
  return (
    <form
      method="get"
      action="/facilities"
      aria-label={t('filter.label')}
      className="no-print my-3 flex flex-wrap items-center gap-2 text-14"
    >
      {(['ownership', 'sort', 'order'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      <label className="flex items-center gap-2">
        {t('filter.q')}
        <input
          type="search"
          name="q"
          defaultValue={values.q ?? ''}
          placeholder={t('filter.qHint')}
          className="control min-h-9 w-52 py-1 text-14"
        />
      </label>
      <ProvinceChoice value={values.place} provinces={provinces} />
      <Choice name="class" value={values.class} options={facilityClasses} empty={t('filter.anyClass')} />
      <Choice
        name="managedBy"
        value={values.managedBy}
        options={managingBodies}
        empty={t('filter.anyManagedBy')}
      />
      <Choice name="form" value={values.form} options={facilityForms} empty={t('filter.anyForm')} />
      <Choice name="status" value={values.status} options={facilityStatuses} empty={null} />
      <label className="flex items-center gap-2">
        {t('filter.at')}
        <input
          type="text"
          name="at"
          defaultValue={values.at === undefined ? '' : formatDate(values.at, locale)}
          placeholder="dd/MM/yyyy"
          maxLength={10}
          autoComplete="off"
          className="control min-h-9 w-28 py-1 text-14"
        />
      </label>
      <Button variant="secondary" size="small">
        {t('filter.apply')}
      </Button>
      {(isFiltered(values) || values.at !== undefined) && (
        <TextLink href="/facilities">{t('list.clear')}</TextLink>
      )}
    </form>
  );
}

function ProvinceChoice({
  value,
  provinces,
}: {
  value: string | undefined;
  provinces: DirectoryFiltersProps['provinces'];
}) {
  const t = useTranslations('facilities.filter');
  const locale = useLocale();
  const groups = [
    [t('world34'), provinces.since_2025],
    [t('world63'), provinces.pre_2025],
  ] as const;
  return (
    <label className="flex items-center gap-2">
      {t('place')}
      <select name="place" defaultValue={value ?? ''} className={control}>
        <option value="">{t('anyPlace')}</option>
        {groups.map(([label, places]) => (
          <optgroup key={label} label={label}>
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {plainName(name, locale)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps {
  name: 'class' | 'managedBy' | 'form' | 'status';
  value: string | undefined;
  options: readonly string[];
  /** What no choice is called; null: "any" is a choice of its own. */
  empty: string | null;
}

function Choice({ name, value, options, empty }: ChoiceProps) {
  const t = useTranslations('facilities');
  return (
    <label>
      <span className="sr-only">{t(`filter.${name}`)} </span>
      <select name={name} defaultValue={value ?? ''} className={control}>
        {empty === null ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`${name}.${option}` as 'class.class_1')}
          </option>
        ))}
        {empty === null && <option value="any">{t('filter.anyStatus')}</option>}
      </select>
    </label>
  );
}
