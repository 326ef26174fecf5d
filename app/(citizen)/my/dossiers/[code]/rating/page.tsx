import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RatingForm } from '@/components/feedback/rating-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InsetText, Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { getFeedback } from '@/lib/feedback/queries/own';
import { formatDateTime } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedback'))('rating.title') };
}

/** One question after the result: asked once, answered once. */
export default async function RatingPage({ params, searchParams }: PageProps<'/my/dossiers/[code]/rating'>) {
  const [{ code }, said, actor] = await Promise.all([params, searchParams, requireActor()]);
  const [feedback, t, locale] = await Promise.all([
    orNotFound(getFeedback(actor, { code: decodeURIComponent(code) })),
    getTranslations('feedback'),
    getLocale(),
  ]);
  const home = `/my/dossiers/${code}`;
  const { rating, rateable } = feedback;
  return (
    <Main width="prose">
      <BackLink href={home}>{t('own.backToDossier')}</BackLink>
      <PageTitle lead={feedback.title[locale]}>{t('rating.title')}</PageTitle>
      {said.sent !== undefined && rating !== null && <InsetText>{t('rating.sent')}</InsetText>}
      {rating !== null && (
        <Notice title={t(`rating.scores.${rating.score}` as 'rating.scores.5')}>
          {rating.remark !== null && <p className="whitespace-pre-line">{rating.remark}</p>}
          <p className="text-small text-muted">
            {t('rating.givenAt', { time: formatDateTime(rating.ratedAt, locale) })}
          </p>
        </Notice>
      )}
      {rating === null && rateable && <RatingForm code={feedback.code} />}
      {rating === null && !rateable && <Notice title={t('rating.early')}>{t('rating.earlyHint')}</Notice>}
      <p className="mt-8 text-small">
        {rating !== null && `${t('rating.unhappy')} `}
        <TextLink href={`${home}/complaint`}>{t('own.complain')}</TextLink>
      </p>
    </Main>
  );
}
