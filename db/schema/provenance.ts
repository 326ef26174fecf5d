import { date, text } from 'drizzle-orm/pg-core';

/** How sure a reference row is: given by the plans, seen in a source, remembered, computed, or made for the demonstration. */
export const confidences = ['seed', 'found', 'knowledge', 'derived', 'demo'] as const;
export type Confidence = (typeof confidences)[number];

/** The columns every reference row carries; `knowledge` and `demo` are never shown as established law. */
export const provenance = {
  sourceRef: text().notNull(),
  confidence: text({ enum: confidences }).notNull(),
  verifiedAt: date(),
};
