import { useLocale, useTranslations } from 'next-intl';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import type { CalendarLine } from '@/lib/calendar/schema';
import { formatDate } from '@/lib/i18n/format';
import { dayNumberOf, weekdayOf } from '@/lib/kernel/calendar';

const tones = {
  official: 'on_time',
  provisional: 'in_time',
  conditional: 'due_soon',
} as const satisfies Record<CalendarLine['status'], StatusTone>;

export function DayStatus({ status }: { status: CalendarLine['status'] }) {
  const t = useTranslations('calendar.statuses');
  return <StatusTag tone={tones[status]}>{t(status)}</StatusTag>;
}

/** Thứ Ba, 24/11/2026 */
export function DayName({ date }: { date: string }) {
  const t = useTranslations('calendar.weekdays');
  const locale = useLocale();
  const weekday = String(weekdayOf(dayNumberOf(date))) as '0' | '1' | '2' | '3' | '4' | '5' | '6';
  return (
    <span className="tabular whitespace-nowrap">
      {formatDate(date, locale)} <span className="font-normal text-muted">{t(weekday)}</span>
    </span>
  );
}
