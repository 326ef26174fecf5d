import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { SampleBadge } from '@/components/ui/sample';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import type { FacilityFigure } from '@/lib/indicators/schema';
import { cellText, type PartNames, partName } from './cell-words';
import { outcomeTones } from './outcome-tabs';

interface FacilityTableProps {
  caption: string;
  rows: readonly FacilityFigure[];
  parts: PartNames;
  hrefOfFacility: (facility: string) => string;
}

/** The facilities a figure is made of, with the very cells the formula read. */
export function FacilityTable({ caption, rows, parts, hrefOfFacility }: FacilityTableProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const columns: Column<FacilityFigure>[] = [
    {
      key: 'facility',
      header: t('column.facility'),
      rowHeader: true,
      className: 'min-w-56',
      cell: ({ facility }) => (
        <>
          <TextLink href={hrefOfFacility(facility.id)}>{facility.name[locale]}</TextLink>{' '}
          {facility.sample && <SampleBadge />}
        </>
      ),
    },
    {
      key: 'outcome',
      header: t('column.outcome'),
      className: 'whitespace-nowrap',
      cell: (row) => <Outcome row={row} />,
    },
    {
      key: 'cells',
      header: t('column.cells'),
      className: 'min-w-64',
      cell: (row) => <Cells row={row} parts={parts} />,
    },
    {
      key: 'period',
      header: t('column.period'),
      className: 'whitespace-nowrap',
      cell: (row) => <Period row={row} />,
    },
    {
      key: 'place',
      header: t('column.place'),
      className: 'whitespace-nowrap',
      cell: ({ facility }) => facility.place[locale],
    },
    {
      key: 'lock',
      header: t('column.lock'),
      numeric: true,
      cell: ({ sequence }) => (sequence === null ? '–' : formatNumber(sequence, locale)),
    },
  ];
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ facility }) => facility.id}
    />
  );
}

function Outcome({ row: { outcome, proven } }: { row: FacilityFigure }) {
  const t = useTranslations('indicators.facilities');
  return (
    <>
      <StatusTag tone={outcomeTones[outcome]}>{t(`outcomes.${outcome}`)}</StatusTag>
      {proven !== null && outcome === 'counts' && (
        <span className="block text-muted">{proven ? t('proven') : t('notProven')}</span>
      )}
    </>
  );
}

function Cells({ row: { cells, facility, sample }, parts }: { row: FacilityFigure; parts: PartNames }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  if (cells.length === 0) return <span className="text-muted">{t('facilities.unanswered')}</span>;
  return (
    <ul>
      {cells.map(({ part, value }) => (
        <li key={part}>
          <span className="text-muted">
            {part} {partName(part, parts, { t, locale })}:
          </span>{' '}
          <b className="font-semibold">{cellText(value, { t, locale })}</b>
        </li>
      ))}
      {sample && !facility.sample && (
        <li>
          <SampleBadge />
        </li>
      )}
    </ul>
  );
}

function Period({ row: { period, carried } }: { row: FacilityFigure }) {
  const t = useTranslations('indicators.facilities');
  const locale = useLocale();
  if (period === null) return <span className="text-muted">–</span>;
  const name = formatPeriod(period, locale);
  return carried ? (
    <span className="text-muted">{t('carried', { period: formatPeriodInText(period, locale) })}</span>
  ) : (
    name
  );
}
