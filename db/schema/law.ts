import { date, index, pgTable, text } from 'drizzle-orm/pg-core';
import { provenance } from './columns';

/** Legal texts with the time they hold and the text that followed them. */
export const legalDocuments = pgTable(
  'legal_documents',
  {
    id: text().primaryKey(),
    number: text().notNull(),
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    kind: text().notNull(),
    issuer: text(),
    issuedOn: date({ mode: 'string' }),
    validFrom: date({ mode: 'string' }),
    validTo: date({ mode: 'string' }),
    successorId: text(),
    statusNote: text(),
    ...provenance(),
  },
  (t) => [index('legal_documents_successor_idx').on(t.successorId)],
);

/** The procedural forms (Mẫu 01–07) of each form set; a dossier keeps the set it was handled under. */
export const formTemplates = pgTable(
  'form_templates',
  {
    id: text().primaryKey(),
    formSet: text().notNull(),
    number: text().notNull(),
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    trigger: text().notNull(),
    legalDocumentId: text().references(() => legalDocuments.id),
    ...provenance(),
  },
  (t) => [index('form_templates_legal_document_id_idx').on(t.legalDocumentId)],
);
