import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewToken } from '@/components/access/new-token';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('token.title') };
}

export default async function NewApplicantTokenPage() {
  const t = await getTranslations('access');
  return (
    <Main width="page">
      <Breadcrumbs crumbs={[{ href: '/my/tokens', label: t('own.tokens') }, { label: t('token.title') }]} />
      <div className="mt-3">
        <PageTitle lead={t('own.tokensNote')}>{t('token.title')}</PageTitle>
      </div>
      <NewToken back="/my/tokens" />
    </Main>
  );
}
