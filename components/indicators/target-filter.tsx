import { useTranslations } from 'next-intl';
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar';
import { statuses } from '@/lib/indicators/schema';
import { pillars, type TargetFilter } from './target-groups';

export function TargetFilterForm({ filter: { pillar, status } }: { filter: TargetFilter }) {
  const t = useTranslations('indicators');
  const filtered = pillar !== undefined || status !== undefined;
  return (
    <FilterBar
      action="/indicators/targets"
      label={t('filter.label')}
      submit={t('targets.show')}
      clear={filtered && { href: '/indicators/targets', label: t('filter.clear') }}
    >
      <FilterSelect
        name="pillar"
        label={t('targets.pillar')}
        value={pillar}
        empty={t('targets.anyPillar')}
        options={pillars.map((one) => ({ value: one, label: t(`targets.pillars.${one}`) }))}
      />
      <FilterSelect
        name="status"
        label={t('targets.status')}
        value={status}
        empty={t('targets.anyStatus')}
        options={[...statuses, 'missed' as const].map((one) => ({ value: one, label: t(`status.${one}`) }))}
      />
    </FilterBar>
  );
}
