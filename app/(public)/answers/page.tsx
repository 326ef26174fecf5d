import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublishedAnswers } from '@/components/feedback/published-answers';
import { Main, PageTitle } from '@/components/shell/main';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { listPublishedAnswers } from '@/lib/feedback/queries/public';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedback.public'))('title') };
}

/** Where answers to complaints are made public, for everybody. */
export default async function AnswersPage({ searchParams }: PageProps<'/answers'>) {
  const [{ after }, t] = await Promise.all([searchParams, getTranslations('feedback.public')]);
  const page = await listPublishedAnswers({ after: typeof after === 'string' ? after : undefined });
  return (
    <Main width="prose">
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {page.rows.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <PublishedAnswers rows={page.rows} />
      )}
      <Pagination nextHref={page.next && `/answers?after=${page.next}`} />
    </Main>
  );
}
