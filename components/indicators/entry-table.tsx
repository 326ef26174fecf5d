import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { formatDate, formatDateTime, formatNumber, formatPercent } from '@/lib/i18n/format';
import type { IndicatorUnit } from '@/lib/indicators/define';
import type { IndicatorEntry } from '@/lib/indicators/entries/schema';

interface EntryTableProps {
  caption: string;
  unit: IndicatorUnit;
  checklist: readonly { code: string; label: string }[];
  rows: readonly (IndicatorEntry & { by: string | null })[];
}

/** Every line that was ever entered; one that was corrected says so and stays. */
export function EntryTable({ caption, unit, checklist, rows }: EntryTableProps) {
  const t = useTranslations('indicators.entry');
  const locale = useLocale();
  const corrected = new Set(rows.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes])));
  const columns: Column<EntryTableProps['rows'][number]>[] = [
    {
      key: 'asOf',
      header: t('column.asOf'),
      rowHeader: true,
      cell: ({ id, asOf, supersedes }) => (
        <>
          {formatDate(asOf, locale)}
          <span className="block text-14 font-normal text-muted">
            {t('line', { id })}
            {supersedes !== null && ` · ${t('corrects', { id: supersedes })}`}
            {corrected.has(id) && ` · ${t('corrected')}`}
          </span>
        </>
      ),
    },
    {
      key: 'value',
      header: t('column.value'),
      cell: (entry) => <Value entry={entry} unit={unit} checklist={checklist} />,
    },
    {
      key: 'note',
      header: t('column.note'),
      className: 'min-w-60',
      cell: ({ note }) => <span className="break-words whitespace-pre-line">{note}</span>,
    },
    { key: 'by', header: t('column.by'), cell: ({ by }) => by ?? '–' },
    {
      key: 'at',
      header: t('column.at'),
      numeric: true,
      cell: ({ recordedAt }) => formatDateTime(recordedAt, locale),
    },
  ];
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={<p className="text-muted">{t('none')}</p>}
    />
  );
}

function Value({
  entry,
  unit,
  checklist,
}: { entry: IndicatorEntry } & Pick<EntryTableProps, 'unit' | 'checklist'>) {
  const t = useTranslations('indicators.entry');
  const locale = useLocale();
  const { value, numerator, denominator, done } = entry;
  if (unit === 'milestone')
    return (
      <>
        <span className="font-medium">
          {t('milestones', { done: done.length, all: denominator ?? checklist.length })}
        </span>
        <ul className="text-14 text-muted">
          {checklist
            .filter(({ code }) => done.includes(code))
            .map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
        </ul>
      </>
    );
  if (value === null) return '–';
  if (unit === 'boolean') return t(value === 1 ? 'yes' : 'no');
  if (unit !== 'percent') return <span className="tabular">{formatNumber(value, locale, 2)}</span>;
  return (
    <span className="tabular">
      {formatPercent(value / 100, locale)}
      {numerator !== null && denominator !== null && (
        <span className="block text-14 text-muted">
          {formatNumber(numerator, locale)}/{formatNumber(denominator, locale)}
        </span>
      )}
    </span>
  );
}
