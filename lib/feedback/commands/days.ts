import 'server-only';
import { desc, isNull } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { calendarDays } from '@/db/schema/calendar';
import { type Calendar, compileCalendar } from '@/lib/kernel/calendar';

/** The working calendar as it stands now: the newest row of each date wins. */
export async function readDays(reader: Reader): Promise<Calendar> {
  const rows = await reader
    .selectDistinctOn([calendarDays.date], {
      date: calendarDays.date,
      kind: calendarDays.kind,
      status: calendarDays.status,
      name: calendarDays.nameVi,
      source: calendarDays.sourceRef,
    })
    .from(calendarDays)
    .where(isNull(calendarDays.unitCode))
    .orderBy(calendarDays.date, desc(calendarDays.id));
  return compileCalendar(rows);
}
