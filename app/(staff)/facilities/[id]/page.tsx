import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Facts } from '@/components/facilities/facts';
import { History } from '@/components/facilities/history';
import { Holders } from '@/components/facilities/holders';
import { NextSteps } from '@/components/facilities/next-steps';
import { PeerFigures } from '@/components/facilities/peer-figures';
import { PlaceName } from '@/components/facilities/place-name';
import { ReportPeriods } from '@/components/facilities/report-periods';
import { Section } from '@/components/facilities/section';
import { Ladder } from '@/components/reporting/ladder';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { FilterBar, FilterDate } from '@/components/ui/filter-bar';
import { Notice } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { TextLink } from '@/components/ui/text-link';
import { comparePeers, fewestPeers } from '@/lib/facilities/figures/queries';
import { getFacility } from '@/lib/facilities/queries/get';
import type { FacilityView } from '@/lib/facilities/schema';
import { formatDate, formatPeriod } from '@/lib/i18n/format';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { orNotFound } from '@/lib/kernel/or-not-found';
import type { Actor } from '@/lib/policy/actor';
import { getLadders } from '@/lib/reporting/ladder/queries';
import { periodOn, shiftPeriod } from '@/lib/reporting/periods/rules';
import { listFacilityReports } from '@/lib/reporting/queries/facility';
import { requireStaffWith } from '@/lib/session/staff';
import { wordsOf } from '../address';

type Props = PageProps<'/facilities/[id]'>;
type View = FacilityView & { at: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('facilities'))('title') };
}

/** One facility: where it stands, how it does beside its peers, what is missing, who reports, what it was. */
export default async function FacilityPage({ params, searchParams }: Props) {
  const [actor, { id }, search, locale, t] = await Promise.all([
    requireStaffWith('facility.read'),
    params,
    searchParams,
    getLocale(),
    getTranslations('facilities'),
  ]);
  const { at, done } = wordsOf(search);
  const facility = await orNotFound(getFacility(actor, { id, at }));
  const reports = facility.mayReadReports ? await listFacilityReports(actor, { facilityId: id }) : null;
  const madeUp = reports?.some(({ sample }) => sample) ?? false;
  return (
    <Main width="wide">
      <Breadcrumbs crumbs={[{ href: '/facilities', label: t('title') }, { label: facility.name[locale] }]} />
      <div className="mt-3">
        <PageTitle lead={<Lead facility={facility} />} aside={<Amend facility={facility} />}>
          {facility.name[locale]}
        </PageTitle>
      </div>
      <div className="flex flex-col gap-10">
        {done !== undefined && <Notice title={t('view.done', { attribute: done })} />}
        <Steps actor={actor} facility={facility} madeUp={madeUp} />
        <Figures actor={actor} facility={facility} />
        {reports !== null && (
          <Section id="reports" title={t('view.reports')} note={t('view.reportsNote')}>
            <ReportPeriods reports={reports} />
          </Section>
        )}
        <div className="grid gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Section id="facts" title={t('view.facts')}>
            <Facts facility={facility} />
          </Section>
          <Section id="who" title={t('view.who')}>
            <Holders holders={facility.holders} />
          </Section>
        </div>
        <Section
          id="history"
          title={t('view.history')}
          note={
            <FilterBar action={`/facilities/${facility.id}`} label={t('view.history')} submit={t('view.see')}>
              <FilterDate name="at" label={t('view.seeAt')} value={at} />
            </FilterBar>
          }
        >
          <History facility={facility} />
        </Section>
      </div>
    </Main>
  );
}

async function Lead({ facility }: { facility: View }) {
  const [t, locale] = await Promise.all([getTranslations('facilities'), getLocale()]);
  const past = facility.at !== civilDateAt(now());
  return (
    <>
      <p>
        <span className="inline-block first-letter:uppercase">{t(`form.${facility.form}`)}</span>,{' '}
        {t(`class.${facility.class}`)}
        {facility.place !== null && (
          <>
            , <PlaceName place={facility.place} />
          </>
        )}
        {facility.status !== 'active' && <strong>, {t(`status.${facility.status}`)}</strong>}
        {'. '}
        {facility.sample && <SampleBadge />}
      </p>
      {past && (
        <p className="text-ink">
          {t('view.atDay', { date: formatDate(facility.at, locale) })}
          {facility.name[locale] !== facility.today[locale] &&
            `; ${t('list.today', { name: facility.today[locale] })}`}
          {'. '}
          <TextLink href={`/facilities/${facility.id}`}>{t('list.backToday')}</TextLink>
        </p>
      )}
    </>
  );
}

async function Amend({ facility }: { facility: View }) {
  const t = await getTranslations('facilities.view');
  if (!facility.mayAmend) return null;
  return (
    <ButtonLink href={`/facilities/${facility.id}/amend`} variant="secondary" size="small">
      {t('amend')}
    </ButtonLink>
  );
}

/** By the figures up to the last month that has ended. */
async function Steps({ actor, facility, madeUp }: { actor: Actor; facility: View; madeUp: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('facilities.view'), getLocale()]);
  if (!facility.mayReadReports)
    return (
      <Section id="ladder" title={t('ladder')}>
        <p className="text-muted">{t('ladderHidden')}</p>
      </Section>
    );
  const periodId = shiftPeriod(periodOn('month', civilDateAt(now())), -1);
  const ladders = await getLadders(actor, { facilityId: facility.id, periodId });
  return (
    <Section
      id="ladder"
      title={t('ladder')}
      note={
        <>
          {t('ladderNote', { period: formatPeriod(periodId, locale) })}
          {madeUp && (
            <span className="mt-1 block">
              <SampleBadge /> {t('figuresSample')}
            </span>
          )}
        </>
      }
    >
      <h3>{t('next')}</h3>
      <div className="mt-1 mb-8">
        <NextSteps ladders={ladders} />
      </div>
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {ladders.map((ladder) => (
          <Ladder key={ladder.id} ladder={ladder} />
        ))}
      </div>
    </Section>
  );
}

async function Figures({ actor, facility }: { actor: Actor; facility: View }) {
  const [figures, t] = await Promise.all([
    comparePeers(actor, { id: facility.id }),
    getTranslations('facilities'),
  ]);
  const note = t('view.figuresNote', { class: t(`class.${facility.class}`), fewest: fewestPeers });
  return (
    <Section
      id="figures"
      title={t('view.figures')}
      note={
        <>
          {note} {t('view.figuresSample')}
        </>
      }
    >
      <PeerFigures figures={figures} />
    </Section>
  );
}
