import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { EmptyState, InsetText } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { PlaceList, PlaceView, TypeThen } from '@/lib/facilities/places/schema';
import { dayBefore } from '@/lib/facilities/rules';
import { formatDate, formatNumber } from '@/lib/i18n/format';
import { PlaceName, plainName } from './place-name';

/** The provinces of one day: code, name and type then, the other world beside it, and where each of it comes from. */
export function PlaceTable({ list, asked }: { list: PlaceList; asked: string | undefined }) {
  const t = useTranslations('facilities.places');
  const locale = useLocale();
  const columns: Column<PlaceView>[] = [
    { key: 'code', header: t('column.code'), className: 'tabular', cell: ({ code }) => code },
    {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      className: 'min-w-40',
      cell: (place) => <PlaceName place={place} />,
    },
    {
      key: 'links',
      header: t(list.world === 'since_2025' ? 'column.madeFrom' : 'column.becamePart'),
      className: 'min-w-56',
      cell: (place) => <Links place={place} />,
    },
    {
      key: 'types',
      header: t('column.types'),
      className: 'min-w-64',
      cell: ({ types }) => <Types types={types} />,
    },
    {
      key: 'facilities',
      header: t('column.facilities'),
      numeric: true,
      cell: ({ id, facilities }) => (
        <TextLink href={`/facilities?place=${id}${asked === undefined ? '' : `&at=${asked}`}`}>
          {formatNumber(facilities, locale)}
        </TextLink>
      ),
    },
    {
      key: 'source',
      header: t('column.source'),
      className: 'min-w-48',
      cell: ({ confidence, sourceRef, verifiedAt }) => (
        <ConfidenceMark confidence={confidence} source={sourceRef} verifiedAt={verifiedAt} />
      ),
    },
  ];
  return (
    <PlainTable
      caption={t('caption', { date: formatDate(list.at, locale) })}
      captionHidden
      sticky
      columns={columns}
      rows={list.places}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
    />
  );
}

function Links({ place: { links, change, world, name } }: { place: PlaceView }) {
  const t = useTranslations('facilities.places');
  const locale = useLocale();
  const [only] = links;
  const same = change === 'unchanged' && only !== undefined;
  const word = same && plainName(only.name, 'vi') !== plainName(name, 'vi') ? 'renamed' : 'unchanged';
  return (
    <>
      {links
        .map(({ code, name: linked }) => `${plainName(linked, locale)} (${code})`)
        .join(world === 'since_2025' ? ' + ' : ', ')}
      <span className="block text-14 text-muted">{t(same ? word : 'merged')}</span>
    </>
  );
}

function Types({ types }: { types: readonly TypeThen[] }) {
  const t = useTranslations('facilities.places');
  const locale = useLocale();
  return (
    <ul>
      {types.map((then) => (
        <li key={then.validFrom}>
          {t(`typeLine.${then.type}`, { name: plainName(then.name, locale) })}{' '}
          <span className="text-14 text-muted">
            <From then={then} />
            {then.validTo !== null && ` ${t('until', { date: formatDate(dayBefore(then.validTo), locale) })}`}
            {then.note !== null && (
              <span className="block">
                {then.note[locale]}.{' '}
                <ConfidenceMark
                  confidence={then.confidence}
                  source={hostOf(then.sourceRef)}
                  href={then.sourceRef}
                  verifiedAt={then.verifiedAt}
                />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/** A day that is only known by its month is not made more exact than it is. */
function From({ then: { validFrom, precision } }: { then: TypeThen }) {
  const t = useTranslations('facilities.places');
  const locale = useLocale();
  const [year = '', month = ''] = validFrom.split('-');
  if (precision === 'month') return t('fromMonth', { month: Number(month), year });
  if (precision === 'year') return t('fromYear', { year });
  return t('fromDay', { date: formatDate(validFrom, locale) });
}

/** Codes that mean one province to old systems and another to new ones. */
export function CodeTraps({ places }: { places: readonly PlaceView[] }) {
  const t = useTranslations('facilities.places');
  const locale = useLocale();
  const traps = places.flatMap((place) => (place.codeOf === null ? [] : [{ place, of: place.codeOf }]));
  if (traps.length === 0) return null;
  return (
    <InsetText tone="warn">
      <h2 className="text-18">{t('traps')}</h2>
      <p>{t('trapsNote')}</p>
      <ul className="mt-2 list-disc pl-5">
        {traps.map(({ place, of }) => (
          <li key={place.id}>
            <strong>{plainName(place.name, locale)}</strong>.{' '}
            {t('trap', { code: place.code, name: plainName(of.name, locale) })}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
