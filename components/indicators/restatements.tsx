import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatDateTime, formatPeriod } from '@/lib/i18n/format';
import type { Figure, IndicatorView } from '@/lib/indicators/schema';
import { civilDateAt } from '@/lib/kernel/calendar';
import { valueText } from './words';

type Restatement = IndicatorView['restatements'][number];

interface RestatementsProps {
  unit: Figure['unit'];
  restatements: readonly Restatement[];
  /** The same page as it was known at the end of that day. */
  hrefOn: (day: string) => string;
}

/** A locked figure that changed is never overwritten in silence: what it was, what it became, why, by whom. */
export function Restatements({ unit, restatements, hrefOn }: RestatementsProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const value = (number: number | null) =>
    valueText({ unit, value: number, numerator: null, denominator: null }, { t, locale });
  const columns: Column<Restatement>[] = [
    {
      key: 'at',
      header: t('column.at'),
      rowHeader: true,
      cell: (row) => (
        <TextLink href={hrefOn(civilDateAt(row.at))}>
          {formatDateTime(row.at, locale)}
          <span className="sr-only">, {t('detail.knownOn', { date: formatDate(row.at, locale) })}</span>
        </TextLink>
      ),
    },
    { key: 'period', header: t('column.period'), cell: ({ period }) => formatPeriod(period, locale) },
    { key: 'before', header: t('column.before'), numeric: true, cell: ({ before }) => value(before) },
    { key: 'after', header: t('column.after'), numeric: true, cell: ({ after }) => value(after) },
    { key: 'reason', header: t('column.reason'), cell: ({ reason }) => reason ?? '–' },
    { key: 'by', header: t('column.who'), cell: ({ by }) => by ?? '–' },
  ];
  return (
    <section aria-labelledby="restatements" className="border-t-2 border-ink pt-3">
      <h2 id="restatements">{t('detail.restatements')}</h2>
      <p className="mt-1 mb-3 max-w-prose text-14 text-muted">{t('detail.restatementsNote')}</p>
      <PlainTable
        caption={t('detail.restatements')}
        captionHidden
        columns={columns}
        rows={restatements}
        rowKey={({ at, period }) => `${period}-${at.getTime()}`}
        empty={<p>{t('detail.restatementsNone')}</p>}
      />
    </section>
  );
}
