import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CompletenessTable } from '@/components/reporting/completeness-table';
import { ImportLinks } from '@/components/reporting/import-links';
import { OwnReports } from '@/components/reporting/own-reports';
import { ReportFilters } from '@/components/reporting/report-filters';
import { ReportLines } from '@/components/reporting/report-lines';
import { Main, PageTitle } from '@/components/shell/main';
import { Block } from '@/components/ui/figure';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { formatDate, formatNumber, formatPeriodInText } from '@/lib/i18n/format';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import type { Actor } from '@/lib/policy/actor';
import { may, reachOf } from '@/lib/policy/authorize';
import { forms } from '@/lib/reporting/forms/catalogue';
import { findOwnReports } from '@/lib/reporting/queries/get';
import { listPeriods, listReports, readCompleteness } from '@/lib/reporting/queries/list';
import { requireStaffWith } from '@/lib/session/staff';
import { addressOf, askedOf, nextOf, ownDesk, stagesOf } from './view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reporting'))('title') };
}

/** A facility sees its own periods; a department and the ministry see who has to report and where each report stands. */
export default async function ReportingPage({ searchParams }: PageProps<'/reporting'>) {
  const actor = await requireStaffWith('report.read');
  return ownDesk(actor) ? <OwnPage actor={actor} /> : <ListPage actor={actor} search={await searchParams} />;
}

async function OwnPage({ actor }: { actor: Actor }) {
  const [t, locale, reports] = await Promise.all([
    getTranslations('reporting'),
    getLocale(),
    findOwnReports(actor, {}),
  ]);
  return (
    <Main width="wide">
      <PageTitle lead={reports[0]?.facility[locale]}>{t('title')}</PageTitle>
      <OwnReports reports={reports} next={nextOf(reports)} />
    </Main>
  );
}

type Search = Record<string, string | string[] | undefined>;

async function ListPage({ actor, search }: { actor: Actor; search: Search }) {
  const [t, locale] = await Promise.all([getTranslations('reporting'), getLocale()]);
  const raw = askedOf(search);
  const form = raw.form ?? forms[0]?.id;
  const periods = await listPeriods(actor, { form });
  const period =
    periods.find(({ id }) => id === raw.period) ??
    periods.find(({ dueOn }) => dueOn <= civilDateAt(now())) ??
    periods[0];
  const asked = { ...raw, form, period: period?.id };
  const [page, complete] = await Promise.all([listReports(actor, asked), readCompleteness(actor, asked)]);
  const places = complete.flatMap(({ place }) => (place === null ? [] : [place]));
  const here = complete.find(({ place }) => (place?.id ?? null) === (asked.place ?? null)) ?? complete[0];
  const name = period === undefined ? '' : formatPeriodInText(period.id, locale);
  return (
    <Main width="full">
      <PageTitle
        lead={
          period === undefined
            ? undefined
            : t('list.lead', {
                due: formatDate(period.dueOn, locale),
                provincial: formatDate(period.provincialDueOn, locale),
              })
        }
      >
        {t('list.title', { period: name })}
      </PageTitle>
      <ReportFilters
        values={asked}
        forms={forms.map(({ id, title }) => ({ id, title: title[locale] }))}
        periods={periods.map(({ id }) => id)}
        places={places.map(({ id, name: words }) => ({ id, name: words[locale] }))}
      />
      <Tabs
        label={t('list.states')}
        tabs={stagesOf(here).map(({ state, count }) => ({
          href: addressOf({ ...asked, state, after: undefined, before: undefined }),
          label: state === undefined ? t('list.all') : t(`state.${state}`),
          count: formatNumber(count, locale),
          current: asked.state === state,
        }))}
      />
      <div className="mt-2">
        <ReportLines lines={page.rows} caption={t('list.caption', { period: name })} />
      </div>
      <Pagination
        previousHref={page.previous && addressOf({ ...asked, before: page.previous, after: undefined })}
        nextHref={page.next && addressOf({ ...asked, after: page.next, before: undefined })}
        position={t('list.position', { count: page.rows.length })}
      />
      <ImportLinks
        query={addressOf({ ...asked, after: undefined, before: undefined }).replace('/reporting?', '')}
        canEnter={reachOf(actor, 'report.enter').length > 0}
      />
      <div className="mt-10">
        <Block title={t('complete.title', { period: name })} note={t('complete.note')}>
          <CompletenessTable
            caption={t('complete.title', { period: name })}
            rows={complete}
            hrefOf={(place, state) =>
              addressOf({ form, period: asked.period, place: place ?? undefined, state })
            }
            locks={reachOf(actor, 'report.lock').length > 0 && may(actor, 'report.lock', {})}
          />
        </Block>
      </div>
    </Main>
  );
}
