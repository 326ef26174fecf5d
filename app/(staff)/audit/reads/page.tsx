import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditTabs } from '@/components/audit/audit-tabs';
import { ReadTable } from '@/components/audit/read-table';
import { Main, PageTitle } from '@/components/shell/main';
import { FilterBar, FilterDate, FilterSearch, FilterSelect } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { listReads } from '@/lib/audit/reads/queries';
import { ReadFilter } from '@/lib/audit/schema';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { roles } from '@/lib/policy/table';
import { requireActor } from '@/lib/session/actor';
import { addressOf, wordsOf } from '../address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('reads.title') };
}

export default async function ReadsPage({ searchParams }: PageProps<'/audit/reads'>) {
  const [actor, params, t, names] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations('audit'),
    getTranslations('access.roles'),
  ]);
  const filter = ReadFilter.parse(wordsOf(params));
  const { rows, older } = await orNotFound(listReads(actor, filter));
  const filtered = [filter.record, filter.role, filter.from, filter.to].some(Boolean);
  return (
    <Main width="full">
      <PageTitle lead={t('reads.lead')}>{t('reads.title')}</PageTitle>
      <AuditTabs current="reads" />
      <FilterBar
        action="/audit/reads"
        label={t('filter.label')}
        submit={t('filter.apply')}
        clear={filtered && { href: '/audit/reads', label: t('filter.clear') }}
        className="mb-4"
      >
        <FilterSelect
          name="role"
          label={t('filter.role')}
          value={filter.role}
          empty={t('filter.anyRole')}
          options={roles.map((role) => ({ value: role, label: names(role) }))}
          width="w-auto max-w-64"
        />
        <FilterSearch name="record" label={t('filter.record')} value={filter.record} />
        <FilterDate name="from" label={t('filter.from')} value={filter.from} />
        <FilterDate name="to" label={t('filter.to')} value={filter.to} />
      </FilterBar>
      <ReadTable rows={rows} />
      <Pagination nextHref={older === null ? null : addressOf('/audit/reads', filter, { before: older })} />
    </Main>
  );
}
