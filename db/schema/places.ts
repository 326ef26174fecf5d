import { check, date, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { provenance } from './columns';
import { oneOf } from './constraints';

/** Two worlds of provinces: 63 before 1 July 2025, 34 since (Resolution 202/2025/QH15). */
export const worlds = ['pre_2025', 'since_2025'] as const;
export type World = (typeof worlds)[number];

export const placeKinds = ['province', 'city'] as const;
export const datePrecisions = ['day', 'month', 'year'] as const;

/** One province unit of one world; id is `p63-<code>` or `p34-<code>`, because codes are reused across worlds. */
export const places = pgTable(
  'places',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    kind: text({ enum: ['province'] }).notNull(),
    world: text({ enum: worlds }).notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    validFrom: date(),
    validTo: date(),
    ...provenance(),
  },
  (t) => [
    uniqueIndex('places_world_code').on(t.world, t.code),
    check('places_world', oneOf(t.world, worlds)),
  ],
);

/** Province or centrally-run city, dated: the type and the name change while the code stays. `validTo` is exclusive. */
export const placeTypes = pgTable(
  'place_types',
  {
    placeId: text()
      .notNull()
      .references(() => places.id),
    type: text({ enum: placeKinds }).notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
    precision: text({ enum: datePrecisions }).notNull().default('day'),
    noteVi: text(),
    noteEn: text(),
    ...provenance(),
  },
  (t) => [
    primaryKey({ columns: [t.placeId, t.validFrom] }),
    check('place_types_type', oneOf(t.type, placeKinds)),
  ],
);

/** Which of the 63 became part of which of the 34. */
export const placePredecessors = pgTable(
  'place_predecessors',
  {
    successorId: text()
      .notNull()
      .references(() => places.id),
    predecessorId: text()
      .notNull()
      .references(() => places.id),
    since: date().notNull(),
    change: text({ enum: ['unchanged', 'merged'] }).notNull(),
    ...provenance(),
  },
  (t) => [
    index('place_predecessors_predecessor_id_idx').on(t.predecessorId),
    primaryKey({ columns: [t.successorId, t.predecessorId] }),
  ],
);

/**
 * Codes that older systems still send. Seven merged provinces carry the code of the other partner
 * (15, 24, 44, 52, 80, 82, 91), so a code is never read without its system.
 */
export const provinceCodeAlias = pgTable(
  'province_code_alias',
  {
    system: text().notNull(),
    code: text().notNull(),
    placeId: text()
      .notNull()
      .references(() => places.id),
    formerNameVi: text().notNull(),
    codeOfOtherPartner: text(),
    ...provenance(),
  },
  (t) => [primaryKey({ columns: [t.system, t.code] }), index('province_code_alias_place').on(t.placeId)],
);
