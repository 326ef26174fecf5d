import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewsList } from '@/components/dossiers/applicant-news';
import { Main, PageTitle } from '@/components/shell/main';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { listNews, newsPageSize } from '@/lib/dossiers/queries/news';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { toldToApplicant } from '@/lib/notifications/rules';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('messages') };
}

export default async function MessagesPage({ searchParams }: PageProps<'/my/messages'>) {
  const [{ before }, actor] = await Promise.all([searchParams, requireActor()]);
  const at = typeof before === 'string' ? new Date(before) : null;
  const start = at === null || Number.isNaN(at.getTime()) ? undefined : at;
  const [nav, t, found] = await Promise.all([
    getTranslations('shell.nav'),
    getTranslations('applicant.messages'),
    orNotFound(listNews(actor, { moves: toldToApplicant, before: start })),
  ]);
  const news = found.slice(0, newsPageSize);
  const last = found.length > newsPageSize ? news.at(-1) : undefined;
  return (
    <Main width="prose">
      <PageTitle lead={t('lead')}>{nav('messages')}</PageTitle>
      {news.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <NewsList news={news} />
      )}
      <Pagination
        previousHref={start === undefined ? null : '/my/messages'}
        nextHref={
          last === undefined ? null : `/my/messages?before=${encodeURIComponent(last.at.toISOString())}`
        }
      />
    </Main>
  );
}
