import { useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { SampleBadge } from '@/components/ui/sample';
import { TextLink } from '@/components/ui/text-link';
import type { ReviewLine } from '@/lib/access/schema';

interface ReviewTableProps {
  caption: string;
  dateLabel: string;
  rows: readonly ReviewLine[];
  none: string;
  dateOf: (row: ReviewLine) => string;
}

/** Accounts somebody should look at, the oldest first. */
export function ReviewTable({ caption, dateLabel, rows, none, dateOf }: ReviewTableProps) {
  const t = useTranslations('access.review');
  return (
    <PlainTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{none}</p>}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: (row) => (
            <>
              <TextLink href={`/access/accounts/${row.id}`}>{row.name}</TextLink>{' '}
              {row.sample && <SampleBadge />}
              {row.title !== null && <span className="block font-normal text-muted">{row.title}</span>}
            </>
          ),
        },
        { key: 'date', header: dateLabel, className: 'tabular', cell: dateOf },
      ]}
    />
  );
}
