import { useLocale, useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { formatDateTime, formatNumber } from '@/lib/i18n/format';
import type { ReportLine } from '@/lib/reporting/schema';
import { standingColumns } from './standing-columns';

/** Every facility that is expected to report, with or without a report. */
export function ReportLines({ lines, caption }: { lines: readonly ReportLine[]; caption: string }) {
  const t = useTranslations('reporting.list');
  const classes = useTranslations('reporting.class');
  const locale = useLocale();
  return (
    <PlainTable
      caption={caption}
      captionHidden
      sticky
      rows={lines}
      rowKey={({ facilityId }) => facilityId}
      empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      columns={[
        {
          key: 'facility',
          header: t('column.facility'),
          rowHeader: true,
          cell: ({ reportId, facility, state }) =>
            reportId === null ? (
              facility[locale]
            ) : (
              <TextLink href={`/reporting/${reportId}${state === 'submitted' ? '/review' : ''}`}>
                {facility[locale]}
              </TextLink>
            ),
        },
        { key: 'class', header: t('column.class'), cell: (line) => classes(line.class as 'class_1') },
        { key: 'place', header: t('column.place'), cell: ({ place }) => place[locale] },
        ...standingColumns({ state: t('column.state'), filled: t('column.filled') }, locale),
        {
          key: 'remarks',
          header: t('column.remarks'),
          numeric: true,
          cell: ({ openRemarks }) => (openRemarks === 0 ? '–' : formatNumber(openRemarks, locale)),
        },
        {
          key: 'submitted',
          header: t('column.submitted'),
          cell: ({ submittedAt }) => (submittedAt === null ? '–' : formatDateTime(submittedAt, locale)),
        },
      ]}
    />
  );
}
