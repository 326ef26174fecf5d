import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { compareNames, formatNumber } from '@/lib/i18n/format';
import { rankedPlaces } from '@/lib/indicators/narration/rules';
import type { Figure } from '@/lib/indicators/schema';
import { StatusOnly } from './status-word';
import { partsText, valueText } from './words';

interface ProvinceTableProps {
  caption: string;
  provinces: readonly Figure[];
  hrefOfPlace?: ((place: string) => string) | undefined;
}

/** Every province with everything that must stand beside a figure. */
export function ProvinceTable({ caption, provinces, hrefOfPlace }: ProvinceTableProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const proofs = provinces.some(({ proven }) => proven !== null);
  const columns: Column<Figure>[] = [
    {
      key: 'place',
      header: t('column.place'),
      rowHeader: true,
      className: 'whitespace-nowrap',
      cell: ({ place }) =>
        place === null || hrefOfPlace === undefined ? (
          place?.name[locale]
        ) : (
          <TextLink href={hrefOfPlace(place.id)}>{place.name[locale]}</TextLink>
        ),
    },
    {
      key: 'value',
      header: t('column.value'),
      numeric: true,
      cell: (row) => <span className="font-semibold">{valueText(row, { t, locale })}</span>,
    },
    { key: 'parts', header: t('column.parts'), numeric: true, cell: (row) => partsText(row, locale) ?? '–' },
    ...(proofs ? [countColumn('proven', t('column.proven'), locale)] : []),
    {
      key: 'answered',
      header: t('column.answered'),
      numeric: true,
      cell: ({ answered, members }) =>
        answered === null || members === null
          ? '–'
          : `${formatNumber(answered, locale)}/${formatNumber(members, locale)}`,
    },
    countColumn('gap', t('column.gap'), locale),
    {
      key: 'status',
      header: t('column.status'),
      className: 'whitespace-nowrap',
      cell: ({ status }) => <StatusOnly status={status} />,
    },
  ];
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rankedPlaces(provinces, compareNames(locale))}
      rowKey={({ place }) => place?.id ?? ''}
    />
  );
}

function countColumn(key: 'proven' | 'gap', header: string, locale: 'vi' | 'en'): Column<Figure> {
  return {
    key,
    header,
    numeric: true,
    cell: (row) => (row[key] === null ? '–' : formatNumber(row[key], locale)),
  };
}
