import { useTranslations } from 'next-intl';
import { FilterBar, FilterSearch, FilterSelect } from '@/components/ui/filter-bar';
import { type ListRegister, registerKinds } from '@/lib/registers/schema';

/** What kind, and which words. */
export function RegisterFilter({ values: { kind, q } }: { values: ListRegister }) {
  const t = useTranslations('registers');
  const filtered = kind !== undefined || (q ?? '') !== '';
  return (
    <FilterBar
      action="/registers"
      label={t('filter.label')}
      submit={t('filter.apply')}
      clear={filtered && { href: '/registers', label: t('filter.clear') }}
      className="my-4"
    >
      <FilterSelect
        name="kind"
        label={t('filter.kind')}
        value={kind}
        empty={t('filter.any')}
        options={registerKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      <FilterSearch name="q" label={t('filter.q')} value={q} hint={t('filter.qHint')} width="w-72" />
    </FilterBar>
  );
}
