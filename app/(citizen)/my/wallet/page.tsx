import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WalletPapers, WalletResults } from '@/components/documents/wallet';
import { Main, PageTitle } from '@/components/shell/main';
import { EmptyState } from '@/components/ui/notice';
import { listWallet } from '@/lib/documents/wallet/queries';
import { now } from '@/lib/kernel/clock';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('wallet') };
}

export default async function WalletPage() {
  const actor = await requireActor();
  const [nav, t, { papers, results }] = await Promise.all([
    getTranslations('shell.nav'),
    getTranslations('applicant.wallet'),
    orNotFound(listWallet(actor, undefined)),
  ]);
  return (
    <Main width="page">
      <PageTitle lead={t('lead')}>{nav('wallet')}</PageTitle>
      <section>
        <h2 className="mb-2">{t('results')}</h2>
        {results.length === 0 ? (
          <EmptyState title={t('noResults')}>{t('noResultsHint')}</EmptyState>
        ) : (
          <WalletResults results={results} now={now()} />
        )}
      </section>
      <section className="mt-10">
        <h2 className="mb-2">{t('papers')}</h2>
        {papers.length === 0 ? (
          <EmptyState title={t('noPapers')}>{t('noPapersHint')}</EmptyState>
        ) : (
          <WalletPapers papers={papers} />
        )}
      </section>
    </Main>
  );
}
