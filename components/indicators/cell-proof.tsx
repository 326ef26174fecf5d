import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { Tag } from '@/components/ui/status-tag';
import { formatDateTime } from '@/lib/i18n/format';
import type { CellProof } from '@/lib/indicators/schema';
import { cellText } from './cell-words';

type Version = CellProof['versions'][number];

/** One cell with every version that may be seen: what, when, by whom, from where; the one the figure reads is marked. */
export function CellProofPanel({ proof: { part, row, versions } }: { proof: CellProof }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const name = part.label[locale];
  const columns: Column<Version>[] = [
    { key: 'version', header: t('column.version'), rowHeader: true, cell: ({ revision }) => revision },
    { key: 'value', header: t('column.value'), cell: (version) => <Value version={version} /> },
    {
      key: 'by',
      header: t('column.by'),
      cell: ({ recordedBy }) => recordedBy ?? t(row.reportId === null ? 'cell.someone' : 'cell.noPerson'),
    },
    {
      key: 'at',
      header: t('column.at'),
      cell: ({ recordedAt }) => (
        <time dateTime={recordedAt.toISOString()}>{formatDateTime(recordedAt, locale)}</time>
      ),
    },
    { key: 'how', header: t('column.how'), cell: ({ source }) => t(`cell.source.${source}`) },
    { key: 'reason', header: t('column.reason'), cell: ({ reason }) => reason ?? '–' },
  ];
  return (
    <section aria-labelledby={part.id} className="border-t-2 border-ink pt-3">
      <h2 id={part.id} className="mb-3">
        <span className="text-muted">{part.id}</span> {name}
      </h2>
      <PlainTable
        caption={name}
        captionHidden
        columns={columns}
        rows={versions}
        rowKey={({ revision }) => String(revision)}
        empty={<p className="text-muted">{t('cell.noVersions')}</p>}
      />
    </section>
  );
}

function Value({ version: { value, state, fixed } }: { version: Version }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  return (
    <>
      <span className={fixed ? 'font-semibold' : undefined}>
        {state === 'value' ? cellText(value, { t, locale }) : t(`cell.state.${state}`)}
      </span>{' '}
      {fixed && <Tag>{t('cell.inForce')}</Tag>}
    </>
  );
}
