import { bigint, check, date, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, provenance } from './columns';
import { oneOf } from './constraints';
import { orgUnits } from './units';

/** `working` is a swapped-in day; `morning` and `afternoon` are the half that is worked. */
export const calendarKinds = ['off', 'working', 'morning', 'afternoon'] as const;
/** A `conditional` day is not off until the National Assembly has enacted it and an officer confirms it. */
export const calendarStatuses = ['official', 'provisional', 'conditional'] as const;

/**
 * Versions of the days that differ from the ordinary week. Append-only: the greatest id of a (date, unit)
 * is in force, and the id is the calendar sequence that a promised due date remembers.
 */
export const calendarDays = pgTable(
  'calendar_days',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    date: date().notNull(),
    /** null: the whole country; else the days of one unit. */
    unitCode: text().references(() => orgUnits.code),
    kind: text({ enum: calendarKinds }).notNull(),
    status: text({ enum: calendarStatuses }).notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    legalBasis: text(),
    recordedAt: instant().notNull(),
    recordedBy: text().notNull(),
    ...provenance(),
  },
  (t) => [
    index('calendar_days_unit_code_idx').on(t.unitCode),
    index('calendar_days_current').on(t.date, t.unitCode, t.id.desc()),
    check('calendar_days_kind', oneOf(t.kind, calendarKinds)),
    check('calendar_days_status', oneOf(t.status, calendarStatuses)),
  ],
);
