import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { EmptyState } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { isTechnical } from '@/lib/registers/rules';
import type { RegisterLine } from '@/lib/registers/schema';
import { Dash, Unknown } from './register-words';

/** The register with its gaps: what no source tells says so in its cell. */
export function RegisterTable({ rows }: { rows: readonly RegisterLine[] }) {
  const t = useTranslations('registers');
  const locale = useLocale();
  const columns: Column<RegisterLine>[] = [
    {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      className: 'min-w-56',
      cell: ({ id, name }) => (
        <>
          <TextLink href={`/registers/${id}`}>{name[locale]}</TextLink>
          <span className="tabular block text-14 font-normal text-muted">{id}</span>
        </>
      ),
    },
    { key: 'kind', header: t('column.kind'), className: 'min-w-32', cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'tracks',
      header: t('column.tracks'),
      className: 'min-w-48 text-14',
      cell: ({ tracks }) => tracks[locale],
    },
    {
      key: 'owner',
      header: t('column.owner'),
      className: 'min-w-36',
      cell: ({ owner }) => owner?.[locale] ?? <Unknown />,
    },
    {
      key: 'lifecycle',
      header: t('column.lifecycle'),
      className: 'whitespace-nowrap',
      cell: ({ lifecycle }) => (lifecycle === null ? <Unknown /> : t(`lifecycle.${lifecycle}`)),
    },
    {
      key: 'securityLevel',
      header: t('column.securityLevel'),
      className: 'whitespace-nowrap',
      cell: (row) => {
        if (!isTechnical(row)) return <Dash>{t('answer.not_applicable')}</Dash>;
        return row.securityLevel === null ? <Unknown /> : t('level', { level: row.securityLevel });
      },
    },
    {
      key: 'connections',
      header: t('column.connections'),
      className: 'whitespace-nowrap',
      cell: (row) => {
        const { connections } = row;
        if (!isTechnical(row)) return <Dash>{t('answer.not_applicable')}</Dash>;
        if (connections.length === 0) return <Unknown />;
        const live = connections.filter(({ state }) => state === 'live').length;
        return t('connected', { live, total: connections.length });
      },
    },
    {
      key: 'source',
      header: t('column.source'),
      className: 'min-w-60',
      cell: (row) => <ConfidenceMark {...row} />,
    },
  ];
  return (
    <PlainTable
      caption={t('list.caption')}
      captionHidden
      sticky
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
    />
  );
}
