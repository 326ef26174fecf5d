import { check, date, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { provenance } from './columns';
import { oneOf } from './constraints';
import { places } from './places';

export const unitKinds = [
  'ministry',
  'office',
  'department',
  'centre',
  'council',
  'health_department',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The ministry, its departments, and the 34 provincial health departments (SYT-<province code>). */
export const orgUnits = pgTable(
  'org_units',
  {
    code: text().primaryKey(),
    kind: text({ enum: unitKinds }).notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    provincePlaceId: text().references(() => places.id),
    /** Two digits of the unit inside a dossier code; null for units that receive no dossiers. */
    dossierCodeNumber: text(),
    handlesVi: text(),
    handlesEn: text(),
    validFrom: date().notNull(),
    validTo: date(),
    ...provenance(),
  },
  (t) => [
    index('org_units_province_place_id_idx').on(t.provincePlaceId),
    uniqueIndex('org_units_dossier_code').on(t.dossierCodeNumber),
    check('org_units_kind', oneOf(t.kind, unitKinds)),
  ],
);
