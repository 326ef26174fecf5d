import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CodeTraps, PlaceTable } from '@/components/facilities/place-table';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { FilterBar, FilterDate, FilterSearch } from '@/components/ui/filter-bar';
import { Segments } from '@/components/ui/tabs';
import { listPlaces } from '@/lib/facilities/places/queries';
import { ListPlaces } from '@/lib/facilities/places/schema';
import { dayBefore, reorganisedOn } from '@/lib/facilities/rules';
import { formatDate } from '@/lib/i18n/format';
import { requireStaffWith } from '@/lib/session/staff';
import { type SearchParams, wordsOf } from '../address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('facilities'))('places.title') };
}

/** Provinces in both worlds at any day. */
export default async function PlacesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('facility.read');
  const input = ListPlaces.parse(wordsOf(await searchParams));
  const [list, locale, t] = await Promise.all([
    listPlaces(actor, input),
    getLocale(),
    getTranslations('facilities'),
  ]);
  const cities = list.places.filter(({ type }) => type === 'city').length;
  const worlds = [
    { href: '/facilities/places', label: t('places.world34'), current: list.world === 'since_2025' },
    {
      href: `/facilities/places?at=${dayBefore(reorganisedOn)}`,
      label: t('places.world63'),
      current: list.world === 'pre_2025',
    },
  ];
  return (
    <Main width="full">
      <Breadcrumbs crumbs={[{ href: '/facilities', label: t('title') }, { label: t('places.title') }]} />
      <div className="mt-3">
        <PageTitle lead={t('places.lead')}>{t('places.title')}</PageTitle>
      </div>
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2 text-14">
        <Segments label={t('places.worlds')} tabs={worlds} />
        <FilterBar action="/facilities/places" label={t('places.title')} submit={t('places.apply')}>
          <FilterSearch name="q" label={t('places.search')} value={input.q} width="w-44" />
          <FilterDate name="at" label={t('places.at')} value={input.at} />
        </FilterBar>
      </div>
      <p className="my-3 font-semibold">
        {t('places.summary', { date: formatDate(list.at, locale), total: list.places.length, cities })}
      </p>
      <PlaceTable list={list} asked={input.at} />
      <div className="mt-8 max-w-prose">
        <CodeTraps places={list.places} />
      </div>
    </Main>
  );
}
