import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Written last by a seeding run: its presence means the rows before it are complete. */
export const seedRuns = pgTable('seed_runs', {
  scale: text({ enum: ['reference', 'demo', 'national', '10x'] }).primaryKey(),
  finishedAt: instant().notNull(),
  steps: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
});
