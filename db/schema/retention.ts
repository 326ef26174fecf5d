import { date, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { provenance } from './columns';

/** How long each kind of record is kept; a purge reads this table, never a constant. */
export const retentionRules = pgTable('retention_rules', {
  id: text().primaryKey(),
  objectVi: text().notNull(),
  objectEn: text().notNull(),
  amount: smallint(),
  unit: text({ enum: ['day', 'month', 'year'] }),
  /** `at_least` keeps longer if needed, `until` deletes when reached, `class` depends on the record's class. */
  rule: text({ enum: ['at_least', 'until', 'class'] }).notNull(),
  startsVi: text().notNull(),
  startsEn: text().notNull(),
  periodVi: text().notNull(),
  periodEn: text().notNull(),
  legalBasis: text(),
  validFrom: date().notNull(),
  validTo: date(),
  ...provenance(),
});
