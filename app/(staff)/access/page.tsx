import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessTabs } from '@/components/access/access-tabs';
import { AccountTable } from '@/components/access/account-table';
import { Main, PageTitle } from '@/components/shell/main';
import { FilterBar, FilterSearch } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { listAccounts, listScopeNames } from '@/lib/access/queries';
import { may } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('accounts.title') };
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function AccountsPage({ searchParams }: PageProps<'/access'>) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations('access')]);
  if (!may(actor, 'account.read', {})) redirect('/access/mine');
  const [q, after] = [single(params.q), single(params.after)];
  const { rows, next } = await listAccounts(actor, { q, after });
  const places = await listScopeNames(rows.flatMap(({ grants }) => grants.map(({ scope }) => scope)));
  const search = (cursor: string | null) =>
    `/access?${new URLSearchParams({ ...(q ? { q } : {}), ...(cursor === null ? {} : { after: cursor }) }).toString()}`;
  return (
    <Main width="full">
      <PageTitle lead={t('accounts.lead')}>{t('title')}</PageTitle>
      <AccessTabs current="accounts" seesAccounts />
      <FilterBar
        action="/access"
        label={t('accounts.title')}
        submit={t('accounts.find')}
        clear={q !== undefined && q !== '' && { href: '/access', label: t('accounts.clear') }}
        className="mb-4"
      >
        <FilterSearch name="q" label={t('accounts.search')} value={q} width="w-72" />
      </FilterBar>
      <AccountTable rows={rows} places={places} />
      <Pagination
        nextHref={next === null ? null : search(next)}
        position={
          after === undefined ? undefined : <TextLink href={search(null)}>{t('accounts.first')}</TextLink>
        }
      />
    </Main>
  );
}
