import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
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
  const kept = { asOf: view.asOf, period: view.period, world: view.world, outcome };
  return (
    <form
      method="get"
      action={path}
      aria-label={t('filter.label')}
      className="no-print mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-14"
    >
      {Object.entries(kept).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label className="flex items-center gap-2">
        {t('filter.place')}
        <select
          key={view.place ?? ''}
          name="place"
          defaultValue={view.place ?? ''}
          className="control min-h-9 w-auto max-w-52 py-1 text-14"
        >
          <option value="">{t('filter.nation')}</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[locale]}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('facilities.search')}
        <input
          type="search"
          name="search"
          defaultValue={search ?? ''}
          maxLength={100}
          className="control min-h-9 w-56 py-1 text-14"
        />
      </label>
      <Button variant="secondary" size="small">
        {t('filter.apply')}
      </Button>
    </form>
  );
}
