import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { EmptyState } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { CalendarLine } from '@/lib/calendar/schema';
import { formatDate } from '@/lib/i18n/format';
import { DayName, DayStatus } from './day-words';

interface DayTableProps {
  year: number;
  days: readonly CalendarLine[];
  /** Whether this person confirms days. */
  confirms: boolean;
}

export function DayTable({ year, days, confirms }: DayTableProps) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const columns: Column<CalendarLine>[] = [
    { key: 'date', header: t('date'), rowHeader: true, cell: ({ date }) => <DayName date={date} /> },
    {
      key: 'kind',
      header: t('kind'),
      className: 'whitespace-nowrap',
      cell: ({ kind }) => t(`kinds.${kind}`),
    },
    { key: 'name', header: t('name'), cell: (day) => (locale === 'vi' ? day.nameVi : day.nameEn) },
    { key: 'status', header: t('status'), cell: ({ status }) => <DayStatus status={status} /> },
    { key: 'source', header: t('source'), cell: (day) => <DaySource day={day} /> },
  ];
  if (confirms) {
    columns.push({
      key: 'act',
      header: t('act'),
      className: 'whitespace-nowrap',
      cell: ({ date, status }) => {
        const shown = formatDate(date, locale);
        return (
          <TextLink href={`/calendar/${date}`}>
            <span aria-hidden>{t(status === 'official' ? 'change' : 'confirm')}</span>
            <span className="sr-only">
              {t(status === 'official' ? 'changeOf' : 'confirmOf', { date: shown })}
            </span>
          </TextLink>
        );
      },
    });
  }
  return (
    <PlainTable
      caption={t('caption', { year })}
      captionHidden
      sticky
      columns={columns}
      rows={days}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title={t('none', { year })}>{t('noneHint')}</EmptyState>}
    />
  );
}

/** The law a day rests on and where that was read; an address is shown by its site and leads there. */
export function DaySource({ day: { legalBasis, source, confidence, verifiedAt } }: { day: CalendarLine }) {
  const site = URL.canParse(source) ? new URL(source).hostname : null;
  return (
    <>
      {legalBasis !== null && legalBasis !== source && <span className="block">{legalBasis}</span>}
      <ConfidenceMark
        confidence={confidence}
        source={site ?? source}
        href={site === null ? null : source}
        verifiedAt={verifiedAt}
      />
    </>
  );
}
