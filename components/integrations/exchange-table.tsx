import { useLocale, useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/notice';
import { formatDateTime, formatNumber } from '@/lib/i18n/format';
import type { ExchangeLine } from '@/lib/partners/schema';
import { OutcomeName } from './partner-words';

export function ExchangeTable({ rows }: { rows: readonly ExchangeLine[] }) {
  const t = useTranslations('integrations.page');
  const locale = useLocale();
  return (
    <PlainTable
      caption={t('exchanges')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      columns={[
        {
          key: 'at',
          header: t('at'),
          className: 'whitespace-nowrap tabular',
          cell: ({ at }) => formatDateTime(at, locale),
        },
        {
          key: 'verb',
          header: t('verb'),
          rowHeader: true,
          cell: ({ verb }) => <code className="font-mono text-14">{verb}</code>,
        },
        {
          key: 'outcome',
          header: t('outcome'),
          className: 'whitespace-nowrap',
          cell: ({ outcome }) => <OutcomeName outcome={outcome} />,
        },
        {
          key: 'duration',
          header: t('duration'),
          numeric: true,
          cell: ({ durationMs }) => t('ms', { ms: formatNumber(durationMs, locale) }),
        },
        {
          key: 'hash',
          header: t('hash'),
          cell: ({ payloadHash }) => (
            <code className="font-mono text-14 text-muted">{payloadHash.slice(0, 16)}…</code>
          ),
        },
      ]}
    />
  );
}
