import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { FacilityReport } from '@/lib/facilities/schema';
import { formatNumber, formatPeriod } from '@/lib/i18n/format';

const tones = {
  missing: 'no_data',
  draft: 'neutral',
  submitted: 'in_time',
  returned: 'at_risk',
  verified: 'in_time',
  locked: 'achieved',
} as const satisfies Record<FacilityReport['state'], StatusTone>;

const counts = ['value', 'carried', 'notApplicable', 'unknown', 'missing'] as const;

/** Periods down, what their cells say across; a zero is a thin dot, so that what is not there does not shout. */
export function ReportPeriods({ reports }: { reports: readonly FacilityReport[] }) {
  const t = useTranslations('facilities.view');
  const locale = useLocale();
  const columns: Column<FacilityReport>[] = [
    {
      key: 'period',
      header: t('column.period'),
      rowHeader: true,
      className: 'whitespace-nowrap',
      cell: ({ periodId, reportId }) =>
        reportId === null ? (
          formatPeriod(periodId, locale)
        ) : (
          <TextLink href={`/reporting/${reportId}`}>{formatPeriod(periodId, locale)}</TextLink>
        ),
    },
    {
      key: 'state',
      header: t('column.state'),
      className: 'whitespace-nowrap',
      cell: ({ state, late }) => (
        <>
          <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>
          {late && (
            <span className="block text-14 text-at-risk-text">
              {t(state === 'missing' || state === 'draft' ? 'lateOpen' : 'late')}
            </span>
          )}
        </>
      ),
    },
    ...counts.map(
      (name): Column<FacilityReport> => ({
        key: name,
        header: t(`column.${name}`),
        numeric: true,
        cell: (report) =>
          report[name] === 0 ? (
            <span className="text-muted">0</span>
          ) : (
            <span className={name === 'missing' ? 'font-semibold' : undefined}>
              {formatNumber(report[name], locale)}
            </span>
          ),
      }),
    ),
  ];
  return (
    <PlainTable
      caption={t('reports')}
      captionHidden
      columns={columns}
      rows={reports}
      rowKey={({ periodId }) => periodId}
      empty={<p>{t('noReports')}</p>}
    />
  );
}
