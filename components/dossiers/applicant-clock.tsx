import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { MonthGrid } from '@/components/ui/month-grid';
import { formatDate, formatDuration, type LimitUnit } from '@/lib/i18n/format';
import { type ClockRow, gridDaysOf } from './clock-days';

interface DueReasonProps {
  clock: {
    rule: { amount: number; unit: LimitUnit };
    due: Date | null;
    provisional: boolean;
    steps: readonly ClockRow[];
  };
  today: string;
  /** The date on the acceptance paper; a later one was promised with an apology. */
  promisedAt: Date | null;
}

/** Why the result is due that day: each day of the count, as a calendar and as a table. */
export function DueReason({ clock, today, promisedAt }: DueReasonProps) {
  const t = useTranslations('clock');
  const own = useTranslations('applicant');
  const locale = useLocale();
  const say = ({ kind, dayNumber }: ClockRow) =>
    dayNumber === null ? t(`step.${kind}`) : `${t(`step.${kind}`)}. ${t('dayNumber', { number: dayNumber })}`;
  return (
    <Details summary={own('howCounted')} className="mt-3">
      <p className="text-small">
        {t('limit', { limit: formatDuration(clock.rule, locale) })}.{' '}
        {clock.due === null ? t('noDue') : t('due', { date: formatDate(clock.due, locale) })}
      </p>
      {promisedAt !== null && (
        <p className="text-small">{own('promised', { date: formatDate(promisedAt, locale) })}</p>
      )}
      {clock.provisional && <p className="text-small text-muted">{t('provisional')}</p>}
      <div className="mt-3">
        <MonthGrid caption={t('title')} days={gridDaysOf(clock.steps, say)} today={today} />
      </div>
    </Details>
  );
}
