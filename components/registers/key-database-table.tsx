import { useLocale, useTranslations } from 'next-intl';
import { Bullet } from '@/components/charts/bullet';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/i18n/format';
import { type KeyDatabase, type Quality, qualities } from '@/lib/registers/schema';
import { Dash } from './register-words';

/** Six dimensions each; nobody's assessment is said so, not drawn as nought. */
export function KeyDatabaseTable({ databases }: { databases: readonly KeyDatabase[] }) {
  const t = useTranslations('registers');
  const locale = useLocale();
  const columns: Column<KeyDatabase>[] = [
    {
      key: 'name',
      header: t('keyDatabases.name'),
      rowHeader: true,
      className: 'min-w-48',
      cell: ({ id, name }) => (
        <>
          {name[locale]}
          <span className="tabular block text-14 font-normal text-muted">{id}</span>
        </>
      ),
    },
    {
      key: 'entry',
      header: t('keyDatabases.entry'),
      className: 'whitespace-nowrap',
      cell: ({ entryId }) =>
        entryId === null ? (
          <span className="text-muted">{t('keyDatabases.noEntry')}</span>
        ) : (
          <TextLink href={`/registers/${entryId}`}>{entryId}</TextLink>
        ),
    },
    ...qualities.map(
      (quality): Column<KeyDatabase> => ({
        key: quality,
        header: t(`quality.${quality}`),
        className: 'min-w-24',
        cell: (row) => <QualityCell database={row} quality={quality} />,
      }),
    ),
    {
      key: 'assessedOn',
      header: t('keyDatabases.assessedOn'),
      className: 'whitespace-nowrap',
      cell: ({ assessedOn }) =>
        assessedOn === null ? (
          <span className="text-muted">{t('keyDatabases.notAssessed')}</span>
        ) : (
          formatDate(assessedOn, locale)
        ),
    },
  ];
  const sources = [...new Map(databases.map((row) => [row.source, row])).values()];
  return (
    <>
      <PlainTable
        caption={t('keyDatabases.caption')}
        captionHidden
        columns={columns}
        rows={databases}
        rowKey={({ id }) => id}
      />
      {sources.map((row) => (
        <p key={row.source} className="mt-3">
          <ConfidenceMark {...row} />
        </p>
      ))}
    </>
  );
}

function QualityCell({ database, quality }: { database: KeyDatabase; quality: Quality }) {
  const t = useTranslations('registers');
  const locale = useLocale();
  const value = database.quality[quality];
  if (value === null) return <Dash>{t('keyDatabases.notAssessed')}</Dash>;
  return (
    <>
      <span className="tabular">{value}</span>
      <Bullet narration={`${database.name[locale]}, ${t(`quality.${quality}`)}: ${value}`} value={value} />
    </>
  );
}
