import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { Block } from '@/components/ui/figure';
import { StatusTag } from '@/components/ui/status-tag';
import { formatDate, formatDateTime, formatNumber } from '@/lib/i18n/format';
import type { Connection, Course } from '@/lib/registers/schema';
import { Unknown } from './register-words';

const tones = { live: 'on_time', planned: 'neutral', down: 'overdue' } as const;

export function ConnectionTable({ connections }: { connections: readonly Connection[] }) {
  const t = useTranslations('registers');
  const locale = useLocale();
  const columns: Column<Connection>[] = [
    { key: 'to', header: t('connection.to'), rowHeader: true, cell: ({ to }) => to },
    { key: 'protocol', header: t('connection.protocol'), cell: ({ protocol }) => protocol ?? <Unknown /> },
    {
      key: 'state',
      header: t('connection.state'),
      cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`connection.${state}`)}</StatusTag>,
    },
    {
      key: 'lastSuccessAt',
      header: t('connection.lastSuccessAt'),
      cell: ({ lastSuccessAt }) =>
        lastSuccessAt === null ? <Unknown /> : formatDateTime(new Date(lastSuccessAt), locale),
    },
  ];
  return (
    <Block title={t('view.connections')}>
      <PlainTable
        caption={t('connection.caption')}
        captionHidden
        columns={columns}
        rows={connections}
        rowKey={({ to }) => to}
        empty={<p className="text-muted">{t('view.noConnections')}</p>}
      />
    </Block>
  );
}

export function CourseTable({ courses }: { courses: readonly Course[] }) {
  const t = useTranslations('registers');
  const locale = useLocale();
  if (courses.length === 0) return null;
  const count = (number: number | null) => (number === null ? <Unknown /> : formatNumber(number, locale));
  const columns: Column<Course>[] = [
    { key: 'name', header: t('course.name'), rowHeader: true, cell: ({ name }) => name[locale] },
    { key: 'classes', header: t('course.classes'), numeric: true, cell: ({ classes }) => count(classes) },
    { key: 'days', header: t('course.days'), numeric: true, cell: ({ days }) => count(days) },
    {
      key: 'people',
      header: t('course.people'),
      cell: ({ people, peopleText }) => peopleText?.[locale] ?? count(people),
    },
    {
      key: 'heldOn',
      header: t('course.heldOn'),
      cell: ({ heldOn }) => (heldOn === null ? <Unknown /> : formatDate(heldOn, locale)),
    },
    { key: 'source', header: t('column.source'), cell: (row) => <ConfidenceMark {...row} /> },
  ];
  return (
    <Block title={t('view.courses')}>
      <PlainTable
        caption={t('course.caption')}
        captionHidden
        columns={columns}
        rows={courses}
        rowKey={({ id }) => id}
      />
    </Block>
  );
}
