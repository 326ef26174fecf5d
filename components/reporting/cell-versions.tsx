import { useLocale, useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/i18n/format';
import type { CellVersion } from '@/lib/reporting/schema';

interface ShownVersion extends Pick<CellVersion, 'revision' | 'source' | 'reason' | 'recordedBy'> {
  recordedAt: string;
  text: string;
}

/** Who wrote what into a cell, when, by which way and why; the newest first, nothing ever removed. */
export function CellVersions({ caption, versions }: { caption: string; versions: readonly ShownVersion[] }) {
  const t = useTranslations('reporting.history');
  const locale = useLocale();
  return (
    <PlainTable
      caption={caption}
      captionHidden
      rows={versions}
      rowKey={({ revision }) => String(revision)}
      empty={<EmptyState title={t('empty')} />}
      columns={[
        { key: 'revision', header: t('column.revision'), rowHeader: true, cell: ({ revision }) => revision },
        { key: 'value', header: t('column.value'), cell: ({ text }) => <strong>{text}</strong> },
        {
          key: 'at',
          header: t('column.at'),
          cell: ({ recordedAt }) => (
            <time dateTime={recordedAt}>{formatDateTime(new Date(recordedAt), locale)}</time>
          ),
        },
        { key: 'by', header: t('column.by'), cell: ({ recordedBy }) => recordedBy ?? t('hidden') },
        { key: 'source', header: t('column.source'), cell: ({ source }) => t(`source.${source}`) },
        { key: 'reason', header: t('column.reason'), cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  );
}
