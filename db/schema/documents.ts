import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts, organisations } from './accounts';
import { instant, version } from './columns';

export type ScanState = 'clean' | 'infected' | 'not_scanned' | 'pending';

/** Bytes, stored once under their own hash and never changed. */
export const blobs = pgTable('blobs', {
  sha256: text().primaryKey(),
  size: integer().notNull(),
  mime: text().notNull(),
  scan: text().$type<ScanState>().notNull().default('not_scanned'),
  scannedAt: instant(),
  createdAt: instant().notNull(),
  /** Set when no meaning points here any more; bytes go after a quarantine that recounts. */
  orphanedAt: instant(),
});

/** A meaning of some bytes: what it is, whose it is, how long it holds. Many meanings may share one blob. */
export const documents = pgTable(
  'documents',
  {
    id: uuid().primaryKey(),
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
    name: text().notNull(),
    typeCode: text().notNull(),
    ownerAccountId: uuid().references(() => accounts.id),
    ownerOrganisationId: uuid().references(() => organisations.id),
    copyKind: text().$type<'original' | 'certified' | 'electronic'>().notNull().default('electronic'),
    source: text()
      .$type<
        | 'applicant_upload'
        | 'scan_counter'
        | 'national_db'
        | 'sector_db'
        | 'store'
        | 'result'
        | 'form'
        | 'evidence'
      >()
      .notNull(),
    status: text()
      .$type<'active' | 'expired' | 'revoked' | 'superseded' | 'removed'>()
      .notNull()
      .default('active'),
    pages: integer(),
    numberSymbol: text(),
    issuingAgency: text(),
    issueDate: date({ mode: 'string' }),
    expiryDate: date({ mode: 'string' }),
    abstract: text(),
    language: text(),
    digitisedBy: uuid().references(() => accounts.id),
    digitisedAt: instant(),
    uploadedBy: uuid().references(() => accounts.id),
    createdAt: instant().notNull(),
    removedAt: instant(),
    sample: boolean().notNull().default(false),
    version: version(),
  },
  (t) => [
    index('documents_sha256_idx').on(t.sha256),
    index('documents_owner_idx').on(t.ownerAccountId),
    index('documents_organisation_idx').on(t.ownerOrganisationId),
    index('documents_uploaded_by_idx').on(t.uploadedBy),
    index('documents_digitised_by_idx').on(t.digitisedBy),
  ],
);

/** What the machine read in a file; it proposes, an officer decides. */
export const documentReadings = pgTable(
  'document_readings',
  {
    id: uuid().primaryKey(),
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
    engine: text().notNull(),
    text: text().notNull(),
    pages: jsonb().$type<readonly ReadPage[]>().notNull(),
    confidence: real(),
    readAt: instant().notNull(),
  },
  (t) => [uniqueIndex('document_readings_sha256_engine_key').on(t.sha256, t.engine)],
);

export interface ReadPage {
  width: number;
  height: number;
  words: readonly { text: string; box: readonly [number, number, number, number]; confidence: number }[];
}

/** Signatures found on or put on a file, with what validation said and when. */
export const documentSignatures = pgTable(
  'document_signatures',
  {
    id: uuid().primaryKey(),
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
    signerName: text().notNull(),
    kind: text().$type<'person' | 'agency' | 'officer' | 'applicant'>().notNull(),
    serial: text().notNull(),
    issuer: text().notNull(),
    signedAt: instant().notNull(),
    valid: boolean().notNull(),
    validatedAt: instant().notNull(),
  },
  (t) => [index('document_signatures_sha256_idx').on(t.sha256)],
);

/** Consent ledger: each reuse of a paper for a dossier, with its purpose and withdrawal. Append-only but for withdrawal. */
export const reuseConsents = pgTable(
  'reuse_consents',
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    dossierId: uuid().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    purpose: text().notNull(),
    givenAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    index('reuse_consents_document_idx').on(t.documentId),
    index('reuse_consents_dossier_idx').on(t.dossierId),
    index('reuse_consents_account_idx').on(t.accountId),
  ],
);
