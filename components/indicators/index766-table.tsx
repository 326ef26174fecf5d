import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPercent } from '@/lib/i18n/format';
import type { IndexRow, Side } from '@/lib/indicators/index766/schema';

interface IndexTableProps {
  caption: string;
  rows: readonly IndexRow[];
  /** Where the dossiers behind a side are listed; null when this person may not read dossiers. */
  hrefOf: ((row: IndexRow, side: Side) => string) | null;
  complaintsHref: string | null;
}

/** The rows of one group: the formula in words, the figures behind it, the points and how sure they are. */
export function IndexTable({ caption, rows, hrefOf, complaintsHref }: IndexTableProps) {
  const t = useTranslations('index766');
  const columns: Column<IndexRow>[] = [
    {
      key: 'row',
      header: t('column.row'),
      rowHeader: true,
      className: 'min-w-72 lg:w-[42%]',
      cell: (row) => <RowName row={row} />,
    },
    {
      key: 'figure',
      header: t('column.figure'),
      className: 'min-w-44 lg:w-[22%]',
      cell: (row) => <Figures row={row} hrefOf={hrefOf} complaintsHref={complaintsHref} />,
    },
    {
      key: 'rate',
      header: t('column.rate'),
      numeric: true,
      className: 'lg:w-20',
      cell: (row) => <Rate row={row} />,
    },
    {
      key: 'points',
      header: t('column.points'),
      numeric: true,
      className: 'lg:w-36',
      cell: (row) => <Points row={row} />,
    },
    { key: 'basis', header: t('column.basis'), className: 'min-w-48', cell: (row) => <Basis row={row} /> },
  ];
  return <PlainTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function RowName({ row }: { row: IndexRow }) {
  const t = useTranslations('index766');
  const locale = useLocale();
  return (
    <>
      <span className="font-semibold">
        <span className="tabular">{row.id.slice(4)}</span> {row.title[locale]}
      </span>
      <span className="mt-1 block text-14 font-normal text-muted">
        {t('officialFormula')}: {row.formula[locale]}
      </span>
      {row.state !== 'unknown' && (
        <span className="mt-1 block text-14 font-normal">
          {t('portalReading')}: {t(`counts.${row.id.replace('.', '-')}` as 'counts.766-2-1')}
        </span>
      )}
    </>
  );
}

function Figures({
  row,
  hrefOf,
  complaintsHref,
}: { row: IndexRow } & Omit<IndexTableProps, 'caption' | 'rows'>) {
  const t = useTranslations('index766');
  if (row.state === 'unknown')
    return (
      <>
        <StatusTag tone="no_data">{t('unknown')}</StatusTag>
        {row.reason !== null && (
          <span className="mt-1 block text-14 text-muted">{t(`reason.${row.reason}`)}</span>
        )}
      </>
    );
  const open = row.behind === 'dossiers' ? hrefOf : null;
  const lost = (row.denominator ?? 0) - (row.numerator ?? 0);
  return (
    <>
      <span className="tabular font-medium">
        <Count row={row} side="numerator" hrefOf={open} />
        {row.denominator !== null && (
          <>
            /<Count row={row} side="denominator" hrefOf={open} />
          </>
        )}
      </span>
      {row.parts.length > 0 && (
        <ul className="mt-1 text-14 text-muted">
          {row.parts.map(({ key, numerator, denominator }) => (
            <li key={key}>{t(`part.${key}`, { n: numerator, d: denominator })}</li>
          ))}
        </ul>
      )}
      {open !== null && lost > 0 && (
        <TextLink href={open(row, 'gap')} className="no-print mt-1 block text-14">
          {t('link.gap', { count: lost })}
        </TextLink>
      )}
      {row.behind === 'complaints' && complaintsHref !== null && (
        <TextLink href={complaintsHref} className="no-print mt-1 block text-14">
          {t('complaintsLink')}
        </TextLink>
      )}
      {row.behind === 'procedures' && (
        <TextLink href="/procedures" className="no-print mt-1 block text-14">
          {t('proceduresLink')}
        </TextLink>
      )}
    </>
  );
}

interface CountProps {
  row: IndexRow;
  side: 'numerator' | 'denominator';
  hrefOf: IndexTableProps['hrefOf'];
}

function Count({ row, side, hrefOf }: CountProps) {
  const t = useTranslations('index766');
  const locale = useLocale();
  const count = row[side] ?? 0;
  const shown = formatNumber(count, locale);
  if (hrefOf === null || count === 0) return shown;
  return (
    <TextLink href={hrefOf(row, side)}>
      <span aria-hidden>{shown}</span>
      <span className="sr-only">{t(`link.${side}`, { count, row: row.id })}</span>
    </TextLink>
  );
}

function Rate({ row }: { row: IndexRow }) {
  const t = useTranslations('index766');
  const locale = useLocale();
  if (row.state === 'no_cases') return <span className="text-muted">{t('noCases')}</span>;
  if (row.rate === null) return <span className="text-muted">–</span>;
  return <span className="tabular">{formatPercent(row.rate / 100, locale, 2)}</span>;
}

function Points({ row }: { row: IndexRow }) {
  const t = useTranslations('index766');
  const locale = useLocale();
  if (row.maxPoints === null) return <span className="text-muted">{t('unscored')}</span>;
  const max = formatNumber(row.maxPoints, locale, 2);
  const points = row.points === null ? '–' : formatNumber(row.points, locale, 2);
  return <span className="tabular font-semibold">{t('pointsOf', { points, max })}</span>;
}

function Basis({ row }: { row: IndexRow }) {
  const t = useTranslations('index766');
  const locale = useLocale();
  if (row.maxPoints === null || row.pointsConfidence === null) return null;
  const max = formatNumber(row.maxPoints, locale, 2);
  const threshold =
    row.fullAt === null
      ? t('noThreshold')
      : t('threshold', { share: formatPercent(row.fullAt / 100, locale, 0) });
  return (
    <span className="block text-14 text-muted">
      {t(`maxConfidence.${row.pointsConfidence}`, { max })}
      <span className="block">
        {threshold}
        {row.pointRule !== null && `, ${t(`rule.${row.pointRule}`)}`}
      </span>
      {row.state === 'no_cases' && <span className="block">{t('noCasesHint')}</span>}
      {row.atMost && <span className="block">{t('atMost')}</span>}
    </span>
  );
}
