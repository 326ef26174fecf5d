import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from '@/lib/i18n/format';
import type { TargetView } from '@/lib/indicators/schema';

/** The deadline, and the one that follows. */
export function DeadlineText({ target }: { target: TargetView | null }) {
  const t = useTranslations('indicators.board');
  const locale = useLocale();
  if (target === null) return <span className="text-muted">–</span>;
  const { deadline, successor } = target;
  return (
    <>
      <span className="tabular block">
        {deadline === null ? (
          t('deadlineNone')
        ) : (
          <time dateTime={deadline}>{formatDate(deadline, locale)}</time>
        )}
      </span>
      {successor !== null && (
        <span className="tabular block text-muted">
          {t('next', { date: formatDate(successor.deadline, locale) })}
        </span>
      )}
    </>
  );
}
