import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import type { Figure, IndicatorView } from '@/lib/indicators/schema';
import { valueText } from './words';

type Entry = IndicatorView['entries'][number];

interface EntryLinesProps {
  figure: Figure;
  entries: readonly Entry[];
  /** Where the owner enters a figure; absent for measures nobody enters. */
  enterHref?: string | undefined;
}

/** What the owner said, when, and who said it. */
export function EntryLines({ figure, entries, enterHref }: EntryLinesProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const columns: Column<Entry>[] = [
    { key: 'asOf', header: t('column.asOf'), rowHeader: true, cell: ({ asOf }) => formatDate(asOf, locale) },
    {
      key: 'value',
      header: t('column.value'),
      numeric: true,
      cell: ({ value }) =>
        valueText({ unit: figure.unit, value, numerator: null, denominator: null }, { t, locale }),
    },
    { key: 'note', header: t('column.note'), cell: ({ note }) => note ?? '–' },
    { key: 'at', header: t('column.at'), cell: ({ recordedAt }) => formatDateTime(recordedAt, locale) },
    { key: 'by', header: t('column.by'), cell: ({ by }) => by ?? '–' },
  ];
  return (
    <section aria-labelledby="entries" className="border-t-2 border-ink pt-3">
      <h2 id="entries">{t('detail.entries')}</h2>
      <PlainTable
        caption={t('detail.entries')}
        captionHidden
        columns={columns}
        rows={entries}
        rowKey={({ asOf, recordedAt }) => `${asOf}-${recordedAt.getTime()}`}
        empty={<p className="mt-2 text-muted">{t('detail.entriesNone')}</p>}
      />
      {enterHref !== undefined && (
        <p className="no-print mt-3">
          <TextLink href={enterHref}>{t('detail.enter')}</TextLink>
        </p>
      )}
    </section>
  );
}
