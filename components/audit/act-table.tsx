import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { ActLine } from '@/lib/audit/schema';
import { formatDateTime } from '@/lib/i18n/format';
import { ActName, OutcomeTag, RecordName, RoleName } from './act-words';

export function ActTable({ rows }: { rows: readonly ActLine[] }) {
  const t = useTranslations('audit.list');
  const locale = useLocale();
  const columns: Column<ActLine>[] = [
    {
      key: 'at',
      header: t('at'),
      className: 'whitespace-nowrap tabular',
      cell: ({ at }) => formatDateTime(at, locale),
    },
    {
      key: 'action',
      header: t('action'),
      rowHeader: true,
      cell: ({ id, action }) => (
        <>
          <TextLink href={`/audit/${id}`}>
            <ActName action={action} />
          </TextLink>
          <code className="block font-mono text-14 font-normal text-muted">{action}</code>
        </>
      ),
    },
    {
      key: 'who',
      header: t('who'),
      cell: ({ actor, role }) => (
        <>
          {actor ?? t('system')}
          {role !== null && (
            <span className="block text-muted">
              <RoleName role={role} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'record',
      header: t('record'),
      cell: (row) => (
        <>
          <RecordName record={row} href={`/audit?record=${encodeURIComponent(row.recordId)}`} />
          <span className="block text-muted tabular">{t('seq', { seq: row.seq })}</span>
        </>
      ),
    },
    {
      key: 'outcome',
      header: t('outcome'),
      className: 'whitespace-nowrap',
      cell: ({ outcome }) => <OutcomeTag outcome={outcome} />,
    },
  ];
  return (
    <PlainTable
      caption={t('caption')}
      captionHidden
      sticky
      columns={columns}
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
    />
  );
}
