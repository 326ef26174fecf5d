import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs';
import { SampleBadge } from '@/components/ui/sample';
import { formatDate } from '@/lib/i18n/format';
import type { ReportView } from '@/lib/reporting/schema';
import { ReportStateTag } from './report-state';

interface ReportHeadProps {
  report: Pick<ReportView, 'facility' | 'period' | 'state' | 'late' | 'onBehalf' | 'lastLock'>;
  title: string;
  crumbs: readonly Crumb[];
  /** What has just happened, above everything else. */
  children?: ReactNode;
}

/** Whose report of which period this is, where it stands and when it is due. */
export function ReportHead({ report, title, crumbs, children }: ReportHeadProps) {
  const t = useTranslations('reporting.head');
  const classes = useTranslations('reporting.class');
  const locale = useLocale();
  const { facility, period, state, late, lastLock } = report;
  return (
    <header className="mb-3">
      <Breadcrumbs crumbs={crumbs} />
      <h1 className="mt-1">{title}</h1>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-small">
        <p>
          <strong className="font-semibold">{facility.name[locale]}</strong>
          {`, ${classes(facility.class as 'class_1')}, ${facility.place[locale]}`}
        </p>
        <p>
          {t('due')} <strong className="tabular font-semibold">{formatDate(period.dueOn, locale)}</strong>
        </p>
        <ReportStateTag state={state} late={late} />
        {report.onBehalf && <p className="text-muted">{t('onBehalf')}</p>}
        {lastLock !== null && state !== 'locked' && (
          <p className="text-muted">{t('lockedBefore', { date: formatDate(lastLock.at, locale) })}</p>
        )}
        {facility.sample && <SampleBadge />}
      </div>
      {children}
    </header>
  );
}
