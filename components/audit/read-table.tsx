import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/notice';
import type { ReadLine } from '@/lib/audit/schema';
import { formatDateTime } from '@/lib/i18n/format';
import { RecordName, RoleName } from './act-words';

export function ReadTable({ rows }: { rows: readonly ReadLine[] }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const columns: Column<ReadLine>[] = [
    {
      key: 'at',
      header: t('list.at'),
      className: 'whitespace-nowrap tabular',
      cell: ({ at }) => formatDateTime(at, locale),
    },
    {
      key: 'who',
      header: t('list.who'),
      rowHeader: true,
      cell: ({ actor }) => actor ?? t('list.system'),
    },
    { key: 'role', header: t('reads.role'), cell: ({ role }) => <RoleName role={role} /> },
    {
      key: 'purpose',
      header: t('reads.purpose'),
      cell: ({ purpose }) =>
        t.has(`purposes.${purpose}` as never) ? t(`purposes.${purpose}` as never) : purpose,
    },
    {
      key: 'record',
      header: t('list.record'),
      cell: (row) => (
        <RecordName record={row} href={`/audit/reads?record=${encodeURIComponent(row.recordId)}`} />
      ),
    },
  ];
  return (
    <PlainTable
      caption={t('reads.caption')}
      captionHidden
      sticky
      columns={columns}
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title={t('reads.none')}>{t('list.noneHint')}</EmptyState>}
    />
  );
}
