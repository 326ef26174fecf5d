import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { formatDuration, formatNumber } from '@/lib/i18n/format';
import type { ProcedureTime } from '@/lib/indicators/index766/schema';

/** Row 2.2: one average for each procedure, in the unit of its own limit. */
export function IndexTimes({ times }: { times: readonly ProcedureTime[] }) {
  const t = useTranslations('index766.times');
  const locale = useLocale();
  const columns: Column<ProcedureTime>[] = [
    { key: 'procedure', header: t('procedure'), rowHeader: true, cell: ({ title }) => title[locale] },
    {
      key: 'dossiers',
      header: t('dossiers'),
      numeric: true,
      cell: ({ dossiers }) => formatNumber(dossiers, locale),
    },
    {
      key: 'average',
      header: t('average'),
      numeric: true,
      cell: ({ average, unit }) => formatDuration({ amount: average, unit }, locale),
    },
  ];
  return (
    <div className="mt-6 max-w-wide">
      <h3 className="mb-2">{t('title')}</h3>
      <PlainTable
        caption={t('caption')}
        captionHidden
        columns={columns}
        rows={times}
        rowKey={({ slug }) => slug}
        empty={<p className="text-muted">{t('none')}</p>}
      />
    </div>
  );
}
