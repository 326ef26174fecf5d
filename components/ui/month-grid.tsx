import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from '@/lib/i18n/format';
import { cx } from './cx';
import { Details } from './details';
import { type DayKind, type GridDay, weekdayOf, weeksOf } from './month-grid-weeks';

interface MonthGridProps {
  /** What the days are about; read before the table. */
  caption: string;
  days: readonly GridDay[];
  today?: string | undefined;
}

const cells = {
  counted: 'bg-wash text-ink',
  off: 'bg-canvas text-muted',
  paused: 'hatch text-ink',
  due: 'bg-at-risk font-bold text-[#000000]',
  outside: 'bg-canvas',
} as const satisfies Record<DayKind, string>;

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
type Weekday = (typeof weekdays)[number];

/** The statutory clock as a calendar: which days counted, which did not, and when the result is due. */
export function MonthGrid({ caption, days, today }: MonthGridProps) {
  const t = useTranslations('ui.month');
  return (
    <div>
      <table className="w-full max-w-100 table-fixed border-separate border-spacing-0.5 text-14">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" className="h-8 font-normal text-muted">
                <abbr title={t(`weekdayNames.${weekday}`)} className="no-underline">
                  {t(`weekdays.${weekday}`)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <DayCell key={day.date} day={day} today={day.date === today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend days={days} today={today} />
      <DayTwin caption={caption} days={days} today={today} />
    </div>
  );
}

function DayCell({ day, today }: { day: GridDay; today: boolean }) {
  const t = useTranslations('ui.month');
  const locale = useLocale();
  const number = Number(day.date.slice(8));
  if (day.kind === 'outside') return <td className={cx('day h-10 rounded p-0', cells.outside)} />;
  return (
    <td
      className={cx(
        'day h-10 rounded p-0 text-center',
        cells[day.kind],
        today && 'outline-2 -outline-offset-1 outline-ink',
      )}
      {...(today ? { 'aria-current': 'date' as const } : {})}
    >
      <span aria-hidden>{number === 1 ? `1/${Number(day.date.slice(5, 7))}` : number}</span>
      <span className="sr-only">
        {formatDate(day.date, locale)}: {t(`kinds.${day.kind}`)}
        {today && `, ${t('today')}`}
      </span>
    </td>
  );
}

function Legend({ days, today }: { days: readonly GridDay[]; today: string | undefined }) {
  const t = useTranslations('ui.month');
  const kinds = (['counted', 'paused', 'off', 'due'] as const).filter((kind) =>
    days.some((day) => day.kind === kind),
  );
  return (
    <ul aria-label={t('legend')} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-14 text-muted">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={cx(
              'day inline-block size-3.5 rounded',
              cells[kind],
              kind === 'off' && 'border border-line',
            )}
          />
          {t(`kinds.${kind}`)}
        </li>
      ))}
      {today !== undefined && (
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="inline-block size-3.5 rounded border-2 border-ink" />
          {t('today')}
        </li>
      )}
    </ul>
  );
}

function DayTwin({ caption, days, today }: MonthGridProps) {
  const t = useTranslations('ui.month');
  const locale = useLocale();
  return (
    <Details summary={t('twin')} className="mt-2 text-small">
      <table className="w-full text-left text-14">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            {(['date', 'weekday', 'kind', 'note'] as const).map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-3 font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date} className="border-b border-line align-top">
              <th scope="row" className="py-1.5 pr-3 font-medium whitespace-nowrap">
                {formatDate(day.date, locale)}
              </th>
              <td className="py-1.5 pr-3">{t(`weekdayNames.${weekdayKey(day.date)}`)}</td>
              <td className="py-1.5 pr-3">
                {t(`kinds.${day.kind}`)}
                {day.date === today && `, ${t('today')}`}
              </td>
              <td className="py-1.5 text-muted">{day.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Details>
  );
}

function weekdayKey(date: string): Weekday {
  return weekdays[weekdayOf(date) - 1] ?? '1';
}
