import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ComplaintTable } from '@/components/feedback/complaint-table';
import { RatingTable } from '@/components/feedback/rating-table';
import { Main, PageTitle } from '@/components/shell/main';
import { Block } from '@/components/ui/figure';
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { countComplaintViews, countRatings, listComplaints } from '@/lib/feedback/queries/list';
import { complaintSubjects, complaintViews, ListComplaints } from '@/lib/feedback/schema';
import { countCap } from '@/lib/kernel/pagination';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, type SearchParams } from '../dossiers/lines';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedback'))('title') };
}

/** What people say of how they were served: complaints with their clock, ratings by score. */
export default async function FeedbackPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('feedback.read');
  const input = ListComplaints.parse(firstOf(await searchParams));
  const [page, counts, ratings, t] = await Promise.all([
    listComplaints(actor, input),
    countComplaintViews(actor, undefined),
    countRatings(actor, undefined),
    getTranslations('feedback'),
  ]);
  const here = (change: Partial<ListComplaints>) => addressOf({ ...input, after: undefined, ...change });
  const capped = (count: number) => (count > countCap ? t('desk.cap', { count: countCap }) : count);
  return (
    <Main width="wide">
      <PageTitle
        lead={
          <>
            {t('desk.lead')} <TextLink href="/answers">{t('detail.published')}</TextLink>
          </>
        }
      >
        {t('title')}
      </PageTitle>
      <Tabs
        label={t('desk.views')}
        tabs={complaintViews.map((view) => ({
          href: here({ view }),
          label: t(`desk.view.${view}`),
          count: capped(counts[view]),
          current: view === input.view,
        }))}
      />
      <FilterBar
        action="/feedback"
        label={t('title')}
        submit={t('desk.filter')}
        kept={{ view: input.view }}
        className="my-4"
      >
        <FilterSelect
          name="subject"
          label={t('desk.subject')}
          value={input.subject}
          empty={t('desk.anySubject')}
          options={complaintSubjects.map((subject) => ({ value: subject, label: t(`subject.${subject}`) }))}
        />
      </FilterBar>
      <ComplaintTable
        caption={t('desk.caption')}
        rows={page.rows}
        empty={<EmptyState title={t('desk.none')}>{t('desk.noneHint')}</EmptyState>}
      />
      <Pagination
        nextHref={page.next && here({ after: page.next })}
        {...(page.rows.length > 0 ? { position: t('desk.position', { count: page.rows.length }) } : {})}
      />
      <div className="mt-12 max-w-form">
        <Block title={t('desk.ratings')}>
          <RatingTable counts={ratings} />
        </Block>
      </div>
    </Main>
  );
}

function addressOf({ view, subject, after }: ListComplaints): string {
  const entries = Object.entries({ view, subject, after }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `/feedback?${new URLSearchParams(entries).toString()}`;
}
