import 'server-only';
import { desc, isNull, sql } from 'drizzle-orm';
import { cache } from 'react';
import type { Reader } from '@/db/client';
import { prepared } from '@/db/prepared';
import { calendarDays } from '@/db/schema/calendar';
import { type Calendar, type CalendarDay, compileCalendar } from './calendar';

export interface CalendarInForce {
  calendar: Calendar;
  days: CalendarDay[];
  /** Highest row known; a promise remembers it. */
  sequence: number;
}

/**
 * The days that differ from the ordinary week, as they stand now: the newest row of each date wins. Read once while a
 * page is drawn.
 */
export const readCalendar = cache(async (reader: Reader): Promise<CalendarInForce> => {
  const rows = await newestDays(reader).execute();
  const days = rows.map(({ id: _, ...day }) => day);
  return { calendar: compileCalendar(days), days, sequence: Math.max(0, ...rows.map(({ id }) => id)) };
});

const newestDays = prepared((reader) =>
  reader
    .selectDistinctOn([calendarDays.date], {
      id: calendarDays.id,
      date: calendarDays.date,
      kind: calendarDays.kind,
      status: calendarDays.status,
      name: calendarDays.nameVi,
      source: sql<string>`coalesce(${calendarDays.legalBasis}, ${calendarDays.sourceRef})`,
    })
    .from(calendarDays)
    .where(isNull(calendarDays.unitCode))
    .orderBy(calendarDays.date, desc(calendarDays.id))
    .prepare('calendar'),
);
