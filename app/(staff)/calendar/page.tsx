import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/access/done-notice';
import { DayTable } from '@/components/calendar/day-table';
import { Main, PageTitle } from '@/components/shell/main';
import { ButtonLink } from '@/components/ui/button';
import { InsetText } from '@/components/ui/notice';
import { Segments } from '@/components/ui/tabs';
import { listDays, listYears } from '@/lib/calendar/queries';
import { formatDate } from '@/lib/i18n/format';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { may } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') };
}

export default async function CalendarPage({ searchParams }: PageProps<'/calendar'>) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations('calendar')]);
  const thisYear = Number(civilDateAt(now()).slice(0, 4));
  const asked = Number(params.year);
  const year = Number.isInteger(asked) && asked > 2000 && asked < 2100 ? asked : thisYear;
  const [days, years] = await Promise.all([listDays({ year }), listYears(null)]);
  const confirms = may(actor, 'calendar.confirm', {});
  const waiting = days.filter(({ status }) => status !== 'official').length;
  return (
    <Main width="wide">
      <PageTitle
        lead={t('lead')}
        aside={
          confirms && (
            <ButtonLink href="/calendar/new" variant="secondary">
              {t('add')}
            </ButtonLink>
          )
        }
      >
        {t('title')}
      </PageTitle>
      <DoneNotice>{await doneOf(params)}</DoneNotice>
      <div className="mb-5">
        <Segments
          label={t('years')}
          tabs={years.map((one) => ({
            href: `/calendar?year=${one}`,
            label: String(one),
            current: one === year,
          }))}
        />
      </div>
      <div className="mb-6">
        <InsetText tone={waiting > 0 ? 'warn' : 'plain'}>
          <p className="font-semibold">
            {waiting > 0 ? t('waiting', { count: waiting, year }) : t('allOfficial', { year })}
          </p>
          {waiting > 0 && <p className="text-small">{t('waitingNote')}</p>}
          {waiting > 0 && !confirms && <p className="text-small">{t('readOnly')}</p>}
        </InsetText>
      </div>
      <DayTable year={year} days={days} confirms={confirms} />
    </Main>
  );
}

async function doneOf(params: Record<string, string | string[] | undefined>): Promise<string | null> {
  const { done, moved } = params;
  if (typeof done !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(done)) return null;
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()]);
  const date = formatDate(done, locale);
  return moved === 'later' ? t('doneLater', { date }) : t('done', { date, moved: Number(moved) || 0 });
}
