import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DossierMove, DossierState } from '@/lib/dossiers/workflow';
import { accounts, delegations, organisations } from './accounts';
import { instant, version } from './columns';
import { oneOf } from './constraints';
import { blobs, documents } from './documents';
import { procedureVersions } from './procedures';

/** JSON value of an answer; shapes come from the pinned procedure version. */
export type Answers = Record<string, unknown>;

/** Kept equal to the states of the workflow by a test: the schema may not import them. */
const states = [
  'draft',
  'submitted',
  'intake_supplement',
  'rejected_intake',
  'fee_due',
  'accepted',
  'assigned',
  'in_review',
  'consulting',
  'site_inspection',
  'remediation',
  'council',
  'supplement_requested',
  'expired_supplement',
  'drafting',
  'propose_refusal',
  'submitted_for_sign',
  'returned_for_rework',
  'signed',
  'issued',
  'issued_refusal',
  'returned',
  'withdraw_requested',
  'withdrawn',
  'stopped',
  'archived',
  'result_corrected',
  'result_revoked',
  'expired_payment',
  'cancelled',
];

/**
 * The orders of the officers' list, each ending an index: the key (never null, so that a cursor is one comparison),
 * the id that breaks ties, and what lets the page be found in the index alone.
 */
function sorts(t: Record<'id' | 'dueAt' | 'submittedAt' | 'updatedAt', AnyPgColumn>) {
  const never = sql`'infinity'::timestamptz`;
  return [
    { name: 'due', columns: [sql`coalesce(${t.dueAt}, ${never})`, t.id, t.dueAt] },
    { name: 'submitted', columns: [sql`coalesce(${t.submittedAt}, ${never})`, t.id, t.submittedAt, t.dueAt] },
    { name: 'updated', columns: [t.updatedAt, t.id, t.dueAt] },
  ] as const;
}

/** A one-stop dossier. `state` is the projection of `dossier_events`; a deferred trigger holds them equal. */
export const dossiers = pgTable(
  'dossiers',
  {
    id: uuid().primaryKey(),
    /** Official code, given at submission. */
    code: text().unique(),
    /** Address of the draft; it stays valid afterwards. */
    draftCode: text().notNull().unique(),
    legacyCode: text(),
    procedureSlug: text().notNull(),
    procedureVersion: integer().notNull(),
    state: text().$type<DossierState>().notNull(),
    ownerAccountId: uuid()
      .notNull()
      .references(() => accounts.id),
    organisationId: uuid().references(() => organisations.id),
    applicantName: text().notNull(),
    /** Product, person or site the dossier is about, for lists. */
    subject: text().notNull().default(''),
    unit: text().notNull(),
    assigneeId: uuid().references(() => accounts.id),
    expertIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    channel: text().$type<'ministry_portal' | 'npsp' | 'counter' | 'post'>().notNull(),
    externalRef: text(),
    answers: jsonb().$type<Answers>().notNull(),
    /** Draft of the decision: outcome, facts and words of the paper to be issued. */
    decision: jsonb().$type<DecisionDraft>(),
    checkedBy: uuid().references(() => accounts.id),
    submittedAt: instant(),
    receivedAt: instant(),
    /** What the clock says today; null while it is paused. */
    dueAt: instant(),
    /** What was promised on Form 01 or moved by Form 04: a fact, never recomputed. */
    promisedAt: instant(),
    pausedAt: instant(),
    endedAt: instant(),
    supplementRounds: integer().notNull().default(0),
    supplementDueAt: instant(),
    searchText: text().notNull().default(''),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    sample: boolean().notNull().default(false),
    version: version(),
  },
  (t) => [
    foreignKey({
      name: 'dossiers_procedure_version_fk',
      columns: [t.procedureSlug, t.procedureVersion],
      foreignColumns: [procedureVersions.slug, procedureVersions.version],
    }),
    index('dossiers_procedure_idx').on(t.procedureSlug, t.procedureVersion),
    index('dossiers_owner_idx').on(t.ownerAccountId, t.updatedAt, t.id),
    index('dossiers_organisation_idx').on(t.organisationId, t.updatedAt, t.id),
    index('dossiers_experts_idx').using('gin', t.expertIds),
    ...sorts(t).flatMap(({ name, columns: [key, ...rest] }) => [
      index(`dossiers_seen_${name}_idx`)
        .on(key, ...rest)
        .where(sql`${t.state} not in ('draft', 'cancelled')`),
      index(`dossiers_state_${name}_idx`).on(t.state, key, ...rest),
      index(`dossiers_unit_${name}_idx`).on(t.unit, t.state, key, ...rest),
      index(`dossiers_procedure_${name}_idx`).on(t.procedureSlug, t.state, key, ...rest),
      index(`dossiers_unit_procedure_${name}_idx`).on(t.unit, t.procedureSlug, t.state, key, ...rest),
      index(`dossiers_assignee_${name}_idx`).on(t.assigneeId, t.state, key, ...rest),
    ]),
    index('dossiers_submitted_idx').on(t.submittedAt, t.id),
    index('dossiers_received_idx').on(t.receivedAt, t.id),
    index('dossiers_ended_idx').on(t.endedAt),
    index('dossiers_checked_by_idx').on(t.checkedBy),
    // The index cuts text into pieces of three letters; with a letter for each space they reach across words.
    index('dossiers_search_idx').using('gin', sql`translate(${t.searchText}, ' -./', 'jjjj') gin_trgm_ops`),
    uniqueIndex('dossiers_external_ref_key').on(t.ownerAccountId, t.externalRef),
    check('dossiers_state_known', oneOf(t.state, states)),
    check(
      'dossiers_code_pattern',
      sql`${t.code} ~ '^(G18(\\.\\d{2})?|000(\\.\\d{2}){2}\\.G18)-(\\d{6}|\\d{8})-\\d{4,7}$'`,
    ),
  ],
);

/** What the reviewer proposes and the approver signs. */
export interface DecisionDraft {
  outcome: 'grant' | 'refuse';
  /** Free words of the decision (conditions, or grounds of a refusal). */
  text: string;
  legalGround?: string;
  draftedBy: string;
}

/** History. Insert-only; `seq` counts per dossier, so a gap or a double cannot exist. */
export const dossierEvents = pgTable(
  'dossier_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    seq: integer().notNull(),
    move: text().$type<DossierMove | 'open'>().notNull(),
    /** Action of the policy table under which it was done; separation of duties reads it. */
    action: text().notNull(),
    fromState: text().$type<DossierState>(),
    toState: text().$type<DossierState>().notNull(),
    actorId: uuid().references(() => accounts.id),
    personId: uuid(),
    actorName: text().notNull(),
    role: text().notNull(),
    scope: text(),
    delegationId: uuid().references(() => delegations.id),
    reason: text(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('dossier_events_dossier_seq_key').on(t.dossierId, t.seq),
    index('dossier_events_actor_idx').on(t.actorId, t.id),
    index('dossier_events_person_idx').on(t.personId, t.dossierId),
    index('dossier_events_delegation_idx').on(t.delegationId),
  ],
);

/** The statutory clock's own ledger. Insert-only; the due date is a pure function of these rows. */
export const clockEvents = pgTable(
  'clock_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    kind: text().$type<'start' | 'pause' | 'resume' | 'extend' | 'stop'>().notNull(),
    at: instant().notNull(),
    /** New date of an extension (Form 04). */
    until: instant(),
    eventSeq: integer().notNull(),
    /** Paper that caused it (Form 01, 02, 04 …). */
    paperId: uuid(),
  },
  (t) => [index('clock_events_dossier_idx').on(t.dossierId, t.id)],
);

/** Dates given to the applicant in writing. Insert-only: a calendar change never moves a promise. */
export const dossierPromises = pgTable(
  'dossier_promises',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    dueAt: instant().notNull(),
    paperId: uuid().notNull(),
    /** Highest `calendar_days.id` known when the date was computed. */
    calendarSequence: bigint({ mode: 'number' }).notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [index('dossier_promises_dossier_idx').on(t.dossierId)],
);

/** Papers handed in for a component of the procedure, and how the reviewer judged each. */
export const dossierDocuments = pgTable(
  'dossier_documents',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    component: text().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    reused: boolean().notNull().default(false),
    attachedAt: instant().notNull(),
    attachedBy: uuid().references(() => accounts.id),
    detachedAt: instant(),
    /** Supplement round in which it came; 0 = with the submission. */
    round: integer().notNull().default(0),
  },
  (t) => [
    index('dossier_documents_attached_by_idx').on(t.attachedBy),
    index('dossier_documents_dossier_idx').on(t.dossierId, t.component),
    index('dossier_documents_document_idx').on(t.documentId),
  ],
);

/** A reviewer's mark on each component and answer, before a supplement may be asked. */
export const componentMarks = pgTable(
  'component_marks',
  {
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    component: text().notNull(),
    verdict: text().$type<'good' | 'wrong' | 'missing'>().notNull(),
    note: text(),
    markedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    markedAt: instant().notNull(),
  },
  (t) => [
    index('component_marks_marked_by_idx').on(t.markedBy),
    primaryKey({ columns: [t.dossierId, t.component] }),
  ],
);

/** A request to complete a dossier (Form 02) and its answer. */
export const supplements = pgTable(
  'supplements',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    round: integer().notNull(),
    /** Only these reopen for the applicant: component codes and `answers.<field>`. */
    items: jsonb().$type<readonly SupplementItem[]>().notNull(),
    requestedAt: instant().notNull(),
    dueAt: instant(),
    /** Components of the items the applicant has dealt with so far. */
    addressed: text().array().notNull().default(sql`'{}'::text[]`),
    answeredAt: instant(),
    paperId: uuid(),
  },
  (t) => [uniqueIndex('supplements_dossier_round_key').on(t.dossierId, t.round)],
);

export interface SupplementItem {
  component: string;
  what: string;
  reason: string;
}

/** Procedural forms, receipts and results issued for a dossier, each with its address for strangers. */
export const issuedPapers = pgTable(
  'issued_papers',
  {
    id: uuid().primaryKey(),
    dossierId: uuid().references(() => dossiers.id),
    kind: text()
      .$type<
        | 'form_01'
        | 'form_02'
        | 'form_03'
        | 'form_04'
        | 'form_05'
        | 'form_06'
        | 'submission_receipt'
        | 'fee_receipt'
        | 'result'
      >()
      .notNull(),
    formSet: text().notNull().default('2025'),
    /** Null until the records office numbers it. */
    number: text().unique(),
    title: text().notNull(),
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
    capability: text().notNull().unique(),
    issuer: text().notNull(),
    issuedAt: instant().notNull(),
    expiresAt: instant(),
    status: text().$type<'draft' | 'valid' | 'corrected' | 'revoked'>().notNull(),
    statusAt: instant(),
    statusReason: text(),
    successorId: uuid(),
    issuedBy: uuid().references(() => accounts.id),
    sample: boolean().notNull().default(false),
    version: version(),
  },
  (t) => [
    index('issued_papers_dossier_idx').on(t.dossierId),
    index('issued_papers_sha256_idx').on(t.sha256),
    index('issued_papers_issued_by_idx').on(t.issuedBy),
  ],
);

/** Money owed for a dossier. Obligation, transaction and receipt are three proofs, kept apart. */
export const feeObligations = pgTable(
  'fee_obligations',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    amount: integer().notNull(),
    kind: text().$type<'phi' | 'le_phi'>().notNull(),
    moment: text().$type<'receipt' | 'supplement' | 'result'>().notNull(),
    state: text().$type<'unpaid' | 'paid' | 'refunded' | 'expired' | 'exempt'>().notNull(),
    createdAt: instant().notNull(),
    settledAt: instant(),
    receiptPaperId: uuid().references(() => issuedPapers.id),
    version: version(),
  },
  (t) => [
    index('fee_obligations_dossier_idx').on(t.dossierId),
    index('fee_obligations_receipt_idx').on(t.receiptPaperId),
  ],
);

export const payments = pgTable(
  'payments',
  {
    id: uuid().primaryKey(),
    obligationId: uuid()
      .notNull()
      .references(() => feeObligations.id),
    bill: text().notNull().unique(),
    payUrl: text().notNull(),
    state: text().$type<'open' | 'paid' | 'declined' | 'refunded'>().notNull(),
    transactionId: text().unique(),
    bank: text(),
    createdAt: instant().notNull(),
    paidAt: instant(),
  },
  (t) => [index('payments_obligation_idx').on(t.obligationId)],
);

/** What the national portal acknowledged: which dossier, as of which event. Insert-only. */
export const dossierShares = pgTable(
  'dossier_shares',
  {
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    seq: integer().notNull(),
    publicStatus: integer().notNull(),
    messageId: text().notNull(),
    sharedAt: instant().notNull(),
    sample: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.seq] })],
);

/**
 * What the index of Decision 766 asks of one dossier beyond its own line, kept by triggers as papers, fees, shares and
 * complaints come; a dossier without a row has none of it. The view `counted_dossier_facts` says each fact's meaning.
 */
export const dossierFacts = pgTable('dossier_facts', {
  dossierId: uuid()
    .primaryKey()
    .references(() => dossiers.id),
  resultFile: boolean().notNull().default(false),
  givenFiles: boolean().notNull().default(false),
  reused: boolean().notNull().default(false),
  fromStore: boolean().notNull().default(false),
  charged: boolean().notNull().default(false),
  paidOnline: boolean().notNull().default(false),
  sharedAt: instant(),
  /** When the national portal first learnt that it was done. */
  resultSharedAt: instant(),
  /** The first complaint or rating of one or two points. */
  displeasedAt: instant(),
});

/** Pairs of acts no one person may do on one dossier; seeded from the policy, read by a trigger. */
export const dutyExclusions = pgTable(
  'duty_exclusions',
  { first: text().notNull(), second: text().notNull() },
  (t) => [primaryKey({ columns: [t.first, t.second] })],
);
