import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewToken } from '@/components/access/new-token';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('token.title') };
}

export default async function NewTokenPage() {
  const [, t] = await Promise.all([requireActor(), getTranslations('access')]);
  return (
    <Main width="page">
      <Breadcrumbs crumbs={[{ href: '/access/mine', label: t('own.title') }, { label: t('token.title') }]} />
      <div className="mt-3">
        <PageTitle lead={t('own.tokensNote')}>{t('token.title')}</PageTitle>
      </div>
      <NewToken back="/access/mine" />
    </Main>
  );
}
