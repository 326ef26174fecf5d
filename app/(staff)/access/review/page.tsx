import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccessTabs } from '@/components/access/access-tabs';
import { ReviewTable } from '@/components/access/review-table';
import { Main, PageTitle } from '@/components/shell/main';
import { Block } from '@/components/ui/figure';
import { listReviewHints } from '@/lib/access/review/queries';
import { idleDays, reviewMonths } from '@/lib/access/rules';
import { formatDate } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('review.title') };
}

export default async function ReviewPage() {
  const [actor, t, locale] = await Promise.all([requireActor(), getTranslations('access'), getLocale()]);
  const { idle, unreviewed } = await orNotFound(listReviewHints(actor, null));
  const [days, months] = [idleDays, reviewMonths];
  return (
    <Main width="wide">
      <PageTitle lead={t('review.lead', { days, months })}>{t('title')}</PageTitle>
      <AccessTabs current="review" seesAccounts />
      <div className="grid gap-10 xl:grid-cols-2">
        <Block
          title={t('review.idle', { days })}
          note={idle.some(({ sample }) => sample) && t('review.sampleNote')}
        >
          <ReviewTable
            caption={t('review.idle', { days })}
            dateLabel={t('review.lastSign')}
            rows={idle}
            none={t('review.idleNone')}
            dateOf={({ at, unseen }) =>
              unseen ? t('review.unseen', { date: formatDate(at, locale) }) : formatDate(at, locale)
            }
          />
        </Block>
        <Block title={t('review.unreviewed', { months })}>
          <ReviewTable
            caption={t('review.unreviewed', { months })}
            dateLabel={t('review.lastReview')}
            rows={unreviewed}
            none={t('review.unreviewedNone')}
            dateOf={({ at }) => formatDate(at, locale)}
          />
        </Block>
      </div>
    </Main>
  );
}
