import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DirectoryFilters } from '@/components/facilities/directory-filters';
import { PlaceName } from '@/components/facilities/place-name';
import { Main, PageTitle } from '@/components/shell/main';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { SampleBadge } from '@/components/ui/sample';
import { TextLink } from '@/components/ui/text-link';
import { listProvinceChoices } from '@/lib/facilities/places/queries';
import { countFacilities, listFacilities } from '@/lib/facilities/queries/list';
import { worldOn } from '@/lib/facilities/rules';
import type { FacilityLine, ListFacilities } from '@/lib/facilities/schema';
import { formatDate, formatNumber } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { countCap } from '@/lib/kernel/pagination';
import { requireStaffWith } from '@/lib/session/staff';
import { addressOf, facilityHref, filterOf, type SearchParams } from './address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('facilities'))('title') };
}

/** The directory of facilities, as it stood on any day. */
export default async function FacilitiesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('facility.read');
  const input = await filterOf(searchParams);
  const [page, count, provinces, locale, t] = await Promise.all([
    listFacilities(actor, input),
    countFacilities(actor, input),
    listProvinceChoices(actor, undefined),
    getLocale(),
    getTranslations('facilities'),
  ]);
  const here = (change: Partial<ListFacilities>) => addressOf({ ...input, ...change });
  const total =
    count > countCap
      ? t('list.countCap', { count: formatNumber(countCap, locale) })
      : t('list.count', { count });
  return (
    <Main width="full">
      <PageTitle aside={<Ways input={input} />}>{t('title')}</PageTitle>
      <DirectoryFilters values={input} provinces={provinces} />
      <p className="mb-3">
        <span className="font-semibold">{total}</span>
        {'. '}
        <AsOf at={page.at} chosen={input.at !== undefined} today={here({ at: undefined })} />
      </p>
      <PlainTable
        caption={t('list.caption', { date: formatDate(page.at, locale) })}
        captionHidden
        sticky
        columns={columnsOf(input, { t, locale, here })}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      />
      <Pagination
        previousHref={page.previous && here({ before: page.previous, after: undefined })}
        nextHref={page.next && here({ after: page.next, before: undefined })}
        position={t('list.position', { count: page.rows.length })}
      />
    </Main>
  );
}

async function Ways({ input }: { input: ListFacilities }) {
  const t = await getTranslations('facilities.list');
  const file = (kind: string) => {
    const address = addressOf({ ...input, after: undefined, before: undefined }, '/facilities/export');
    return `${address}${address.includes('?') ? '&' : '?'}as=${kind}`;
  };
  return (
    <div className="no-print flex flex-wrap gap-2">
      <ButtonLink
        href={input.at === undefined ? '/facilities/places' : `/facilities/places?at=${input.at}`}
        variant="quiet"
        size="small"
      >
        {t('places')}
      </ButtonLink>
      <ButtonLink href={file('csv')} variant="quiet" size="small">
        {t('csv')}
      </ButtonLink>
      <ButtonLink href={file('xlsx')} variant="quiet" size="small">
        {t('xlsx')}
      </ButtonLink>
    </div>
  );
}

async function AsOf({ at, chosen, today }: { at: string; chosen: boolean; today: string }) {
  const [t, locale] = await Promise.all([getTranslations('facilities.list'), getLocale()]);
  const words = { date: formatDate(at, locale), world: worldOn(at) };
  if (!chosen) return <span className="text-muted">{t('asOf', words)}</span>;
  return (
    <>
      <span>{t('asOfPast', words)}</span> <TextLink href={today}>{t('backToday')}</TextLink>
    </>
  );
}

interface Setting {
  t: Awaited<ReturnType<typeof getTranslations<'facilities'>>>;
  locale: Locale;
  here: (change: Partial<ListFacilities>) => string;
}

function columnsOf(input: ListFacilities, { t, locale, here }: Setting): Column<FacilityLine>[] {
  const sort = (by: ListFacilities['sort']) => {
    const current = input.sort === by;
    const order = current && input.order === 'asc' ? ('desc' as const) : ('asc' as const);
    const shown = input.order === 'asc' ? ('ascending' as const) : ('descending' as const);
    return {
      href: here({ sort: by, order, after: undefined, before: undefined }),
      direction: current ? shown : undefined,
    };
  };
  return [
    {
      key: 'name',
      header: t('list.column.name'),
      rowHeader: true,
      className: 'min-w-64',
      sort: sort('name'),
      cell: (line) => (
        <Name
          line={line}
          at={input.at}
          locale={locale}
          today={t('list.today', { name: line.today[locale] })}
        />
      ),
    },
    {
      key: 'code',
      header: t('list.column.code'),
      className: 'whitespace-nowrap',
      cell: ({ code }) =>
        code === null ? (
          <span className="text-muted">{t('list.noCode')}</span>
        ) : (
          <span className="tabular">{code}</span>
        ),
    },
    {
      key: 'place',
      header: t('list.column.place'),
      sort: sort('place'),
      cell: ({ place }) => (place === null ? t('list.noPlace') : <PlaceName place={place} />),
    },
    {
      key: 'class',
      header: t('list.column.class'),
      className: 'whitespace-nowrap',
      sort: sort('class'),
      cell: (line) => t(`class.${line.class}`),
    },
    {
      key: 'managedBy',
      header: t('list.column.managedBy'),
      cell: ({ managedBy, ownership }) =>
        // Outside the State the owner is the answer.
        managedBy === 'owner' ? t(`ownership.${ownership}`) : t(`managedBy.${managedBy}`),
    },
    { key: 'form', header: t('list.column.form'), cell: (line) => t(`form.${line.form}`) },
    {
      key: 'status',
      header: t('list.column.status'),
      className: 'whitespace-nowrap',
      cell: (line) => t(`status.${line.status}`),
    },
  ];
}

function Name({
  line,
  at,
  locale,
  today,
}: {
  line: FacilityLine;
  at: string | undefined;
  locale: Locale;
  today: string;
}) {
  return (
    <>
      <TextLink href={facilityHref(line.id, at)}>{line.name[locale]}</TextLink>
      {line.sample && (
        <>
          {' '}
          <SampleBadge />
        </>
      )}
      {line.name[locale] !== line.today[locale] && (
        <span className="block font-normal text-muted">{today}</span>
      )}
    </>
  );
}
