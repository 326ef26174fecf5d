import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { instant, provenance } from './columns';
import { legalDocuments } from './law';

export const procedures = pgTable('procedures', {
  slug: text().primaryKey(),
  serviceId: text().notNull().unique(),
  /** Code in the national procedure database; null until confirmed. */
  code: text(),
  unit: text().notNull(),
  titleVi: text().notNull(),
  titleEn: text().notNull(),
  searchText: text().notNull(),
  ...provenance(),
});

/** One row per version of a definition; a dossier pins the version it was submitted under. */
export const procedureVersions = pgTable(
  'procedure_versions',
  {
    id: uuid().primaryKey(),
    slug: text()
      .notNull()
      .references(() => procedures.slug),
    version: integer().notNull(),
    effectiveFrom: date({ mode: 'string' }).notNull(),
    effectiveTo: date({ mode: 'string' }),
    definition: jsonb().$type<ProcedureDefinition>().notNull(),
    /** A part of the definition that lists need for every line: the text of the whole is far longer. */
    limit: jsonb().$type<ProcedureDefinition['limit']>().generatedAlwaysAs(sql`definition -> 'limit'`),
    publishedAt: instant().notNull(),
    publishedBy: uuid(),
    ...provenance(),
  },
  (t) => [unique('procedure_versions_slug_version_key').on(t.slug, t.version)],
);

/** Which texts a version rests on: the list to walk when a text changes. */
export const procedureLegalBasis = pgTable(
  'procedure_legal_basis',
  {
    procedureVersionId: uuid()
      .notNull()
      .references(() => procedureVersions.id),
    legalDocumentId: text()
      .notNull()
      .references(() => legalDocuments.id),
  },
  (t) => [
    primaryKey({ columns: [t.procedureVersionId, t.legalDocumentId] }),
    index('procedure_legal_basis_document_idx').on(t.legalDocumentId),
  ],
);
