import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Written last by a seeding run: its presence means the rows before it are complete. */
export const seedRuns = pgTable('seed_runs', {
  scale: text({ enum: ['reference', 'demo', 'national', '10x'] }).primaryKey(),
  finishedAt: instant().notNull(),
  steps: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
});

/** Written with the rows of each chunk: a run that was killed goes on after the last one. */
export const seedChunks = pgTable(
  'seed_chunks',
  {
    step: text().notNull(),
    chunk: text().notNull(),
    rows: integer().notNull(),
    finishedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.step, t.chunk] })],
);

/** Indexes, constraints and triggers a step took off, with the statement that puts each back. */
export const seedTakenOff = pgTable(
  'seed_taken_off',
  {
    step: text().notNull(),
    position: integer().notNull(),
    statement: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.step, t.position] })],
);
