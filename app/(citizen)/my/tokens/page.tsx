import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/access/done-notice';
import { TokenTable } from '@/components/access/token-table';
import { Main, PageTitle } from '@/components/shell/main';
import { ButtonLink } from '@/components/ui/button';
import { revokeTokenAction } from '@/lib/access/actions';
import { getOwnAccess } from '@/lib/access/own/queries';
import { now } from '@/lib/kernel/clock';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('own.tokens') };
}

export default async function ApplicantTokensPage({ searchParams }: PageProps<'/my/tokens'>) {
  const [actor, { done }, t] = await Promise.all([requireActor(), searchParams, getTranslations('access')]);
  const { tokens } = await getOwnAccess(actor, null);
  return (
    <Main width="page">
      <PageTitle lead={t('own.tokensNote')}>{t('own.tokens')}</PageTitle>
      <DoneNotice>{done === 'token' ? t('done.token') : null}</DoneNotice>
      <TokenTable
        caption={t('own.tokensCaption')}
        tokens={tokens}
        now={now()}
        revoke={{ action: revokeTokenAction, hidden: {} }}
      />
      <div className="mt-6">
        <ButtonLink href="/my/tokens/new" variant="secondary">
          {t('own.newToken')}
        </ButtonLink>
      </div>
    </Main>
  );
}
