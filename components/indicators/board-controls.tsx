import { useLocale, useTranslations } from 'next-intl';
import { FilterBar, FilterDate, FilterSelect } from '@/components/ui/filter-bar';
import { formatPeriod } from '@/lib/i18n/format';
import type { Board } from '@/lib/indicators/schema';
import type { View } from './view';

interface ControlsProps {
  board: Pick<Board, 'periods' | 'places'>;
  view: View;
  path: string;
}

/** An empty field is no condition. */
export function BoardControls({ board, view, path }: ControlsProps) {
  const t = useTranslations('indicators.filter');
  const locale = useLocale();
  const { asOf, period, place, world, measure } = view;
  const filtered = Object.keys(view).some((name) => name !== 'measure');
  return (
    <FilterBar
      action={path}
      label={t('label')}
      submit={t('apply')}
      kept={{ measure }}
      clear={filtered && { href: path, label: t('clear') }}
    >
      <FilterDate name="asOf" label={t('asOf')} value={asOf} />
      <FilterSelect
        name="period"
        label={t('period')}
        value={period}
        empty={t('latest')}
        options={board.periods.map((id) => ({ value: id, label: formatPeriod(id, locale) }))}
        width={width}
      />
      <FilterSelect
        name="place"
        label={t('place')}
        value={place}
        empty={t('nation')}
        options={board.places.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        width={width}
      />
      <FilterSelect
        name="world"
        label={t('world')}
        value={world}
        empty={t('world34')}
        options={[{ value: '63', label: t('world63') }]}
        width={width}
      />
    </FilterBar>
  );
}

const width = 'w-auto max-w-48';
