import 'server-only';
import { and, asc, between, desc, eq, isNull, sql } from 'drizzle-orm';
import { calendarDays } from '@/db/schema/calendar';
import { publicQuery } from '@/lib/kernel/query';
import type { CalendarLine } from './schema';

const line = {
  id: calendarDays.id,
  date: calendarDays.date,
  kind: calendarDays.kind,
  status: calendarDays.status,
  nameVi: calendarDays.nameVi,
  nameEn: calendarDays.nameEn,
  legalBasis: calendarDays.legalBasis,
  source: calendarDays.sourceRef,
  confidence: calendarDays.confidence,
  verifiedAt: calendarDays.verifiedAt,
};

/** The days of a year that differ from the ordinary week, as they stand now. */
export const listDays = publicQuery<{ year: number }, CalendarLine[]>(({ db, input: { year } }) =>
  db
    .selectDistinctOn([calendarDays.date], line)
    .from(calendarDays)
    .where(and(isNull(calendarDays.unitCode), between(calendarDays.date, `${year}-01-01`, `${year}-12-31`)))
    .orderBy(asc(calendarDays.date), desc(calendarDays.id)),
);

/** Years of which days are known. */
export const listYears = publicQuery<null, number[]>(async ({ db }) => {
  const year = sql<number>`extract(year from ${calendarDays.date})::int`;
  const rows = await db.selectDistinct({ year }).from(calendarDays).orderBy(asc(year));
  return rows.map((row) => row.year);
});

/** Every row there ever was of one day, the newest first. */
export const listVersions = publicQuery<{ date: string }, (CalendarLine & { recordedAt: Date })[]>(
  ({ db, input: { date } }) =>
    db
      .select({ ...line, recordedAt: calendarDays.recordedAt })
      .from(calendarDays)
      .where(and(isNull(calendarDays.unitCode), eq(calendarDays.date, date)))
      .orderBy(desc(calendarDays.id)),
);
