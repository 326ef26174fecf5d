import { customType, integer, text, timestamp } from 'drizzle-orm/pg-core';

/** How sure a reference row is: seen in a source, computed from one, remembered, or made up for the demonstration. */
export const confidences = ['seed', 'found', 'knowledge', 'demo', 'derived'] as const;
export type Confidence = (typeof confidences)[number];

/** An instant; civil dates are `date({ mode: 'string' })`. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** What every reference row carries, so that a reader can see where it comes from. */
export const provenance = () => ({
  sourceRef: text().notNull(),
  confidence: text({ enum: confidences }).notNull(),
  verifiedAt: instant(),
});

/** Row version: an edit names the version it saw, and the database decides the race. */
export const version = () => integer().notNull().default(1);

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
