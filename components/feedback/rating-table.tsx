import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { scores } from '@/lib/feedback/schema';
import { formatNumber } from '@/lib/i18n/format';

interface Line {
  score: string;
  count: number;
}

/** Every score stands in the table, the ones nobody gave too. */
export function RatingTable({ counts }: { counts: readonly { score: number; count: number }[] }) {
  const t = useTranslations('feedback');
  const locale = useLocale();
  const rows: Line[] = scores.map((score) => ({
    score,
    count: counts.find((one) => String(one.score) === score)?.count ?? 0,
  }));
  const columns: Column<Line>[] = [
    {
      key: 'score',
      header: t('desk.score'),
      rowHeader: true,
      cell: ({ score }) => `${score} · ${t(`rating.scores.${score}` as 'rating.scores.5')}`,
    },
    {
      key: 'count',
      header: t('desk.ratingCount'),
      numeric: true,
      cell: ({ count }) => formatNumber(count, locale),
    },
  ];
  if (counts.length === 0) return <p className="text-muted">{t('desk.noRatings')}</p>;
  return (
    <PlainTable
      caption={t('desk.ratingsCaption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ score }) => score}
    />
  );
}
