'use client';
import { useTranslations } from 'next-intl';
import { FilterBar, FilterSearch, FilterSelect } from '@/components/ui/filter-bar';
import { type DossierState, dossierStates } from '@/lib/dossiers/workflow';

interface QueueFiltersProps {
  values: {
    view: string;
    procedure?: string | undefined;
    state?: string | undefined;
    q?: string | undefined;
    sort: string;
    order: string;
  };
  procedures: readonly { slug: string; title: string }[];
}

const states = (Object.keys(dossierStates) as DossierState[]).filter(
  (state) => state !== 'draft' && state !== 'cancelled',
);

export function QueueFilters({ values, procedures }: QueueFiltersProps) {
  const t = useTranslations('officer.list.filter');
  const stateName = useTranslations('states.state');
  const { view, sort, order, procedure, state, q } = values;
  const filtered = procedure !== undefined || state !== undefined || q !== undefined;
  return (
    <FilterBar
      action="/dossiers"
      label={t('label')}
      submit={t('apply')}
      kept={{ view, sort, order }}
      clear={filtered && { href: `/dossiers?view=${view}`, label: t('clear') }}
      className="my-3"
    >
      <span>{t('show')}</span>
      <FilterSelect
        name="procedure"
        label={t('procedure')}
        value={procedure}
        empty={t('anyProcedure')}
        options={procedures.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <FilterSelect
        name="state"
        label={t('state')}
        value={state}
        empty={t('anyState')}
        options={states.map((one) => ({ value: one, label: stateName(one) }))}
      />
      <FilterSearch name="q" label={t('search')} value={q} hint={t('searchHint')} width="w-56" />
    </FilterBar>
  );
}
