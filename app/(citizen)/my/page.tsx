import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnDossiers } from '@/components/dossiers/applicant-list';
import { whoActs } from '@/components/dossiers/applicant-state';
import { Main, PageTitle } from '@/components/shell/main';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState, InsetText } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { listOwnDossiers } from '@/lib/dossiers/queries/list';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('my') };
}

export default async function MyDossiersPage({ searchParams }: PageProps<'/my'>) {
  const { after, cancelled } = await searchParams;
  const actor = await requireActor();
  const cursor = typeof after === 'string' ? { after } : {};
  const [nav, t, access, page] = await Promise.all([
    getTranslations('shell.nav'),
    getTranslations('applicant'),
    getTranslations('access'),
    orNotFound(listOwnDossiers(actor, cursor)),
  ]);
  const mine = page.rows.filter(({ state }) => whoActs(state) === 'you');
  const others = page.rows.filter(({ state }) => whoActs(state) !== 'you');
  const start = <ButtonLink href="/procedures">{t('list.find')}</ButtonLink>;
  return (
    <Main width="page">
      <PageTitle aside={page.rows.length > 0 && start}>{nav('my')}</PageTitle>
      {cancelled !== undefined && <InsetText>{t('list.cancelled')}</InsetText>}
      {page.rows.length === 0 && (
        <EmptyState title={t('list.empty')} action={start}>
          {t('list.emptyHint')}
        </EmptyState>
      )}
      {mine.length > 0 && (
        <section className="mt-6">
          <h2 className="mb-2">{t('list.yours')}</h2>
          <OwnDossiers dossiers={mine} />
        </section>
      )}
      {others.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-2">{t('list.others')}</h2>
          <OwnDossiers dossiers={others} />
        </section>
      )}
      <Pagination
        previousHref={cursor.after === undefined ? null : '/my'}
        nextHref={page.next === null ? null : `/my?after=${encodeURIComponent(page.next)}`}
      />
      <p className="mt-12 border-t border-line pt-4 text-small text-muted">
        {access('own.software')} <TextLink href="/my/tokens">{access('own.tokens')}</TextLink>
      </p>
    </Main>
  );
}
