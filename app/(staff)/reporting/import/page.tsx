import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportForm } from '@/components/reporting/import-form';
import { Main } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { listPeriods } from '@/lib/reporting/queries/list';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.exchange.import');
  return { title: t('title') };
}

export default async function ImportPage({ searchParams }: PageProps<'/reporting/import'>) {
  const actor = await requireStaffWith('report.enter');
  const [{ period, fault }, t, periods] = await Promise.all([
    searchParams,
    getTranslations('reporting'),
    listPeriods(actor, {}),
  ]);
  return (
    <Main>
      <Breadcrumbs
        crumbs={[{ href: '/reporting', label: t('crumb') }, { label: t('exchange.import.title') }]}
      />
      <h1 className="mt-1 mb-6">{t('exchange.import.title')}</h1>
      <ImportForm
        periods={periods.map(({ id }) => id)}
        period={typeof period === 'string' ? period : undefined}
        fault={typeof fault === 'string' ? fault : undefined}
      />
    </Main>
  );
}
