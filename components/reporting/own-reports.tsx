import { useLocale, useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState, Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import type { OwnReport } from '@/lib/reporting/schema';
import { OpenReport } from './open-report';
import { standingColumns } from './standing-columns';

/** The facility's own periods: what to do now is the largest thing on the page. */
export function OwnReports({ reports, next }: { reports: readonly OwnReport[]; next: OwnReport | null }) {
  const t = useTranslations('reporting.own');
  const locale = useLocale();
  return (
    <>
      {next !== null && <NextReport report={next} />}
      <h2 className="mt-8">{t('all')}</h2>
      <PlainTable
        caption={t('all')}
        captionHidden
        rows={reports}
        rowKey={({ facilityId, period }) => `${facilityId}-${period.id}`}
        empty={<EmptyState title={t('empty')} />}
        columns={[
          {
            key: 'period',
            header: t('column.period'),
            rowHeader: true,
            cell: ({ reportId, period, form }) =>
              reportId === null ? (
                formatPeriod(period.id, locale)
              ) : (
                <TextLink href={`/reporting/${reportId}`}>
                  {formatPeriod(period.id, locale)}
                  <span className="sr-only">, {form[locale]}</span>
                </TextLink>
              ),
          },
          // The period says month or quarter; on a phone the state needs the room more.
          {
            key: 'form',
            header: t('column.form'),
            className: 'max-sm:hidden',
            cell: ({ form }) => form[locale],
          },
          ...standingColumns({ state: t('column.state'), filled: t('column.filled') }, locale),
          { key: 'due', header: t('column.due'), cell: ({ period }) => formatDate(period.dueOn, locale) },
          {
            key: 'open',
            header: t('column.open'),
            cell: (report) =>
              report.reportId === null && report.open ? (
                <OpenReport report={report} label={t('begin')} small />
              ) : null,
          },
        ]}
      />
    </>
  );
}

/** One sentence of state, and the one thing to press. */
export function NextReport({ report }: { report: OwnReport }) {
  const t = useTranslations('reporting.own');
  const locale = useLocale();
  const { period, state, filled, asked, openRemarks, reportId } = report;
  const name = formatPeriodInText(period.id, locale);
  return (
    <Notice
      title={t(`next.${state === 'returned' ? 'returned' : state === 'missing' ? 'missing' : 'draft'}`, {
        period: name,
        remarks: openRemarks,
        left: asked - filled,
      })}
    >
      <p>
        {t(report.late && state !== 'returned' ? 'wasDue' : 'due', {
          date: formatDate(period.dueOn, locale),
        })}
      </p>
      <div className="mt-4">
        {reportId === null ? (
          <OpenReport report={report} label={t('beginPeriod', { period: name })} />
        ) : (
          <ButtonLink href={`/reporting/${reportId}`}>{t(state === 'returned' ? 'mend' : 'goOn')}</ButtonLink>
        )}
      </div>
    </Notice>
  );
}
