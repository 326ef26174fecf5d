import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Check, ElementPart, FormSection } from '@/lib/reporting/define';
import type { EvidenceFinding } from '@/lib/reporting/evidence/define';
import { persons } from './accounts';
import { bytes, instant, provenance, version } from './columns';
import { oneOf } from './constraints';
import { documents } from './documents';
import { facilities } from './facilities';

export const reportFrequencies = ['month', 'quarter', 'year'] as const;
export const reportStates = ['draft', 'submitted', 'returned', 'verified', 'locked'] as const;
export const elementTypes = [
  'boolean',
  'count',
  'percent',
  'level',
  'date',
  'enum',
  'set',
  'amount',
  'text',
  'url',
  'list',
] as const;
export const periodStatuses = ['upcoming', 'open', 'closed', 'locked'] as const;
export const valueStates = ['value', 'not_applicable', 'unknown', 'withdrawn'] as const;
export const valueSources = ['manual', 'import', 'feed', 'carried', 'computed'] as const;

/** One row per scalar part (E01a, E01b, E05 …) and version; the definition is the declared part itself. */
export const reportElements = pgTable(
  'report_elements',
  {
    id: text().notNull(),
    version: smallint().notNull(),
    elementId: text().notNull(),
    position: smallint().notNull(),
    type: text({ enum: elementTypes }).notNull(),
    frequency: text({ enum: reportFrequencies }).notNull(),
    labelVi: text().notNull(),
    labelEn: text().notNull(),
    partVi: text(),
    partEn: text(),
    computed: boolean().notNull().default(false),
    evidence: boolean().notNull().default(false),
    definition: jsonb().$type<ElementPart>().notNull(),
    checks: jsonb().$type<readonly Check[]>().notNull(),
    effectiveFrom: date().notNull(),
    effectiveTo: date(),
    ...provenance(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.version] }),
    uniqueIndex('report_elements_position').on(t.elementId, t.position, t.version),
    check('report_elements_type', oneOf(t.type, elementTypes)),
    check('report_elements_frequency', oneOf(t.frequency, reportFrequencies)),
  ],
);

export const reportForms = pgTable(
  'report_forms',
  {
    id: text().notNull(),
    version: smallint().notNull(),
    frequency: text({ enum: reportFrequencies }).notNull(),
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    sections: jsonb().$type<readonly FormSection[]>().notNull(),
    legalBasis: text().array().notNull(),
    effectiveFrom: date().notNull(),
    effectiveTo: date(),
    ...provenance(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);

/** Period ids are those of DHIS2: 202511, 2025Q4, 2025. */
export const reportPeriods = pgTable(
  'report_periods',
  {
    id: text().primaryKey(),
    kind: text({ enum: reportFrequencies }).notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    opensOn: date().notNull(),
    dueOn: date().notNull(),
    provincialDueOn: date().notNull(),
    status: text({ enum: periodStatuses }).notNull(),
    ...provenance(),
  },
  (t) => [
    index('report_periods_kind').on(t.kind, t.endsOn),
    check('report_periods_order', sql`${t.startsOn} < ${t.endsOn} and ${t.dueOn} <= ${t.provincialDueOn}`),
    check('report_periods_status', oneOf(t.status, periodStatuses)),
  ],
);

/** One facility's form of one period; `version` is compared and raised by every move. */
export const reports = pgTable(
  'reports',
  {
    id: uuid().primaryKey().defaultRandom(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    periodId: text()
      .notNull()
      .references(() => reportPeriods.id),
    formId: text().notNull(),
    formVersion: smallint().notNull(),
    state: text({ enum: reportStates }).notNull().default('draft'),
    version: version(),
    createdAt: instant().notNull(),
    enteredOnBehalfBy: text(),
    submittedAt: instant(),
    submittedBy: text(),
    returnedAt: instant(),
    returnReason: text(),
    verifiedAt: instant(),
    verifiedBy: text(),
    lockedAt: instant(),
    lockedBy: text(),
    sample: boolean().notNull().default(false),
  },
  (t) => [
    index('reports_form_id_idx').on(t.formId),
    uniqueIndex('reports_facility_period_form').on(t.facilityId, t.periodId, t.formId),
    index('reports_period_state').on(t.periodId, t.state, t.facilityId),
    foreignKey({
      name: 'reports_form',
      columns: [t.formId, t.formVersion],
      foreignColumns: [reportForms.id, reportForms.version],
    }),
    check('reports_state', oneOf(t.state, reportStates)),
  ],
);

/** What happened to a report, append-only; `reports.state` is its projection. */
export const reportEvents = pgTable(
  'report_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    move: text().notNull(),
    fromState: text({ enum: reportStates }),
    toState: text({ enum: reportStates }).notNull(),
    reason: text(),
    /** The right that was used and the natural person who used it: duties are kept apart by them. */
    action: text(),
    personId: uuid().references(() => persons.id),
    role: text(),
    /** What a lock fixed: SHA-256 of the values and how many there are. */
    contentHash: text(),
    valueCount: integer(),
    recordedAt: instant().notNull(),
    recordedBy: text().notNull(),
  },
  (t) => [
    index('report_events_report').on(t.reportId, t.id),
    index('report_events_person').on(t.personId, t.reportId),
  ],
);

/**
 * Every lock, numbered at commit without a gap: who has read up to n knows all that was locked before n.
 * A figure is a function of this sequence; reopening a report leaves the figure on what was locked last.
 */
export const reportLocks = pgTable(
  'report_locks',
  {
    sequence: bigint({ mode: 'number' }).primaryKey(),
    eventId: bigint({ mode: 'number' })
      .notNull()
      .references(() => reportEvents.id),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    periodId: text()
      .notNull()
      .references(() => reportPeriods.id),
    formId: text().notNull(),
    contentHash: text(),
    lockedAt: instant().notNull(),
    lockedBy: text().notNull(),
  },
  (t) => [
    uniqueIndex('report_locks_event').on(t.eventId),
    index('report_locks_report').on(t.reportId, t.sequence),
    index('report_locks_facility').on(t.facilityId, t.periodId),
    index('report_locks_period').on(t.periodId, t.sequence),
    index('report_locks_at').on(t.lockedAt, t.sequence),
  ],
);

/**
 * What the locks fixed, as columns: each block is one column of as many locks that follow one another. Locks never
 * change, so neither does a block; it is derived, and made anew where it is missing.
 */
export const reportLockColumns = pgTable(
  'report_lock_columns',
  {
    name: text().notNull(),
    block: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.block] })],
);

export const remarkStates = ['open', 'answered', 'settled'] as const;

/** What the department asks at one cell when it returns a report; only these cells can then be changed. */
export const reportRemarks = pgTable(
  'report_remarks',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    elementId: text().notNull(),
    text: text().notNull(),
    state: text({ enum: remarkStates }).notNull().default('open'),
    answer: text(),
    raisedAt: instant().notNull(),
    raisedBy: text().notNull(),
    settledAt: instant(),
    settledBy: text(),
  },
  (t) => [
    index('report_remarks_report').on(t.reportId, t.id),
    check('report_remarks_state', oneOf(t.state, remarkStates)),
  ],
);

export const evidenceStates = ['offered', 'accepted', 'refused', 'withdrawn'] as const;

/** One written proof of one claim. A file proves one claim only, whoever hands it in. */
export const reportEvidence = pgTable(
  'report_evidence',
  {
    id: uuid().primaryKey(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    elementId: text().notNull(),
    periodId: text()
      .notNull()
      .references(() => reportPeriods.id),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    sha256: text().notNull(),
    numberSymbol: text().notNull(),
    issuedOn: date().notNull(),
    issuingUnit: text().notNull(),
    signer: text().notNull(),
    signedAt: instant(),
    findings: jsonb().$type<readonly EvidenceFinding[]>().notNull().default([]),
    state: text({ enum: evidenceStates }).notNull().default('offered'),
    version: version(),
    offeredAt: instant().notNull(),
    offeredBy: text().notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    decisionReason: text(),
    sample: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('report_evidence_one_claim').on(t.sha256).where(sql`state in ('offered', 'accepted')`),
    index('report_evidence_claim').on(t.facilityId, t.elementId, t.issuedOn),
    index('report_evidence_period_id_idx').on(t.periodId),
    index('report_evidence_document_id_idx').on(t.documentId),
    check('report_evidence_state', oneOf(t.state, evidenceStates)),
  ],
);

/**
 * Every version of every cell, append-only and bitemporal: the valid range is the period's, `recordedAt` is when
 * it became known. Booleans are stored as 0 and 1 so that a figure is one sum.
 *
 * `revision` counts the versions of a cell from 1; the greatest is in force. Being part of the key it is
 * also the guard: two people who save over the same version cannot both succeed.
 */
export const reportValues = pgTable(
  'report_values',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    elementId: text().notNull(),
    elementVersion: smallint().notNull(),
    periodId: text()
      .notNull()
      .references(() => reportPeriods.id),
    validFrom: date().notNull(),
    validTo: date().notNull(),
    state: text({ enum: valueStates }).notNull().default('value'),
    numberValue: doublePrecision(),
    dateValue: date(),
    textValue: text(),
    listValue: jsonb().$type<readonly unknown[]>(),
    reason: text(),
    source: text({ enum: valueSources }).notNull().default('manual'),
    evidenceDocumentId: uuid(),
    revision: smallint().notNull().default(1),
    recordedAt: instant().notNull(),
    recordedBy: text().notNull(),
    sample: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'report_values_cell', columns: [t.periodId, t.elementId, t.facilityId, t.revision] }),
    index('report_values_report').on(t.facilityId, t.periodId),
    foreignKey({
      name: 'report_values_element',
      columns: [t.elementId, t.elementVersion],
      foreignColumns: [reportElements.id, reportElements.version],
    }),
    check('report_values_state', oneOf(t.state, valueStates)),
    check(
      'report_values_one',
      sql`num_nonnulls(${t.numberValue}, ${t.dateValue}, ${t.textValue}, ${t.listValue}) = case when ${t.state} = 'value' then 1 else 0 end`,
    ),
    check('report_values_reason', sql`${t.state} = 'value' or ${t.reason} is not null`),
  ],
);
