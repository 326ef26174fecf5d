import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DayInputs } from '@/components/audit/act-filter';
import { AuditTabs } from '@/components/audit/audit-tabs';
import { ReadTable } from '@/components/audit/read-table';
import { Main, PageTitle } from '@/components/shell/main';
import { Button } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
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
      <form
        method="get"
        action="/audit/reads"
        aria-label={t('filter.label')}
        className="no-print mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-14"
      >
        <label className="flex items-center gap-2">
          {t('filter.role')}
          <select
            name="role"
            defaultValue={filter.role ?? ''}
            className="control min-h-9 w-auto max-w-64 py-1 text-14"
          >
            <option value="">{t('filter.anyRole')}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {names(role)}
              </option>
            ))}
          </select>
        </label>
        <label className="flex items-center gap-2">
          {t('filter.record')}
          <input
            type="search"
            name="record"
            defaultValue={filter.record}
            className="control min-h-9 w-52 py-1 text-14"
          />
        </label>
        <DayInputs from={filter.from} to={filter.to} />
        <Button variant="secondary" size="small">
          {t('filter.apply')}
        </Button>
        {filtered && <TextLink href="/audit/reads">{t('filter.clear')}</TextLink>}
      </form>
      <ReadTable rows={rows} />
      <Pagination nextHref={older === null ? null : addressOf('/audit/reads', filter, { before: older })} />
    </Main>
  );
}
