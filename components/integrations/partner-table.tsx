import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { formatDateTime, formatNumber, formatShare } from '@/lib/i18n/format';
import { type PartnerLine, stateOf } from '@/lib/partners/schema';
import { ModeTag, StateTag } from './partner-words';

export function PartnerTable({ rows }: { rows: readonly PartnerLine[] }) {
  const t = useTranslations('integrations');
  const locale = useLocale();
  const columns: Column<PartnerLine>[] = [
    {
      key: 'partner',
      header: t('partner'),
      rowHeader: true,
      cell: ({ partner }) => (
        <>
          <TextLink href={`/integrations/${partner}`}>{t(`partners.${partner}`)}</TextLink>
          <span className="block font-normal text-muted">{t(`uses.${partner}`)}</span>
        </>
      ),
    },
    { key: 'mode', header: t('mode'), cell: ({ mode }) => <ModeTag mode={mode} /> },
    {
      key: 'state',
      header: t('state'),
      className: 'whitespace-nowrap',
      cell: (row) => <StateTag state={stateOf(row)} />,
    },
    {
      key: 'success',
      header: t('success'),
      numeric: true,
      cell: ({ day }) => (day.calls === 0 ? '–' : formatShare(day.ok, day.calls, locale)),
    },
    {
      key: 'latency',
      header: t('latency'),
      numeric: true,
      cell: ({ day }) =>
        day.medianMs === null || day.slowMs === null
          ? '–'
          : t('latencyValue', {
              median: formatNumber(day.medianMs, locale),
              slow: formatNumber(day.slowMs, locale),
            }),
    },
    {
      key: 'last',
      header: t('last'),
      className: 'whitespace-nowrap tabular',
      cell: ({ last }) =>
        last === null ? <span className="text-muted">{t('never')}</span> : formatDateTime(last.at, locale),
    },
  ];
  return (
    <PlainTable
      caption={t('caption')}
      captionHidden
      sticky
      columns={columns}
      rows={rows}
      rowKey={({ partner }) => partner}
    />
  );
}
