import { useTranslations } from 'next-intl';
import { FilterBar, FilterDate, FilterSearch, FilterSelect } from '@/components/ui/filter-bar';
import { type ActFilter, outcomes } from '@/lib/audit/schema';
import { useActionGroups } from './action-groups';

interface ActFilterFormProps {
  filter: ActFilter;
  /** Address of the same view as a file. */
  exportHref: string;
}

export function ActFilterForm({ filter, exportHref }: ActFilterFormProps) {
  const t = useTranslations('audit.filter');
  const outcomeName = useTranslations('audit.outcomes');
  const actions = useActionGroups();
  const { action, outcome, record, from, to } = filter;
  const filtered = [action, outcome, record, from, to].some(Boolean);
  return (
    <FilterBar
      action="/audit"
      label={t('label')}
      submit={t('apply')}
      clear={filtered && { href: '/audit', label: t('clear') }}
      aside={
        <a href={exportHref} className="link ml-auto">
          {t('export')}
        </a>
      }
      className="mb-4"
    >
      <FilterSelect
        name="action"
        label={t('action')}
        value={action}
        empty={t('anyAction')}
        options={actions}
        width={width}
      />
      <FilterSelect
        name="outcome"
        label={t('outcome')}
        value={outcome}
        empty={t('anyOutcome')}
        options={outcomes.map((one) => ({ value: one, label: outcomeName(one) }))}
        width={width}
      />
      <FilterSearch name="record" label={t('record')} value={record} />
      <FilterDate name="from" label={t('from')} value={from} />
      <FilterDate name="to" label={t('to')} value={to} />
    </FilterBar>
  );
}

const width = 'w-auto max-w-64';
