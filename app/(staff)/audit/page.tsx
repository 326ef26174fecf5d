import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActFilterForm } from '@/components/audit/act-filter';
import { ActTable } from '@/components/audit/act-table';
import { AuditTabs } from '@/components/audit/audit-tabs';
import { Main, PageTitle } from '@/components/shell/main';
import { Pagination } from '@/components/ui/pagination';
import { ActFilter } from '@/lib/audit/schema';
import { listActs } from '@/lib/audit/trail/queries';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';
import { addressOf, wordsOf } from './address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations('audit')]);
  const filter = ActFilter.parse(wordsOf(params));
  const { rows, newer, older } = await orNotFound(listActs(actor, filter));
  const page = (change: Record<string, number | null>) => addressOf('/audit', filter, change);
  return (
    <Main width="full">
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <AuditTabs current="acts" />
      <ActFilterForm
        filter={filter}
        exportHref={addressOf('/audit/export', filter, { before: null, after: null })}
      />
      <ActTable rows={rows} />
      <Pagination
        previousHref={newer === null ? null : page({ before: null, after: newer })}
        nextHref={older === null ? null : page({ before: older, after: null })}
      />
    </Main>
  );
}
