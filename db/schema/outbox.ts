import { bigint, bigserial, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Change feed: numbered in commit order without gaps (see the trigger of `dossier_events`). */
export const changes = pgTable(
  'changes',
  {
    sequence: bigint({ mode: 'number' }).primaryKey(),
    recordType: text().notNull(),
    recordId: uuid().notNull(),
    kind: text().notNull(),
    eventId: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull(),
  },
  (t) => [index('changes_record_idx').on(t.recordType, t.recordId)],
);

/** Numbers without gaps: one locked row per series (dossier codes of a unit and day, result numbers of a year). */
export const counters = pgTable('counters', {
  key: text().primaryKey(),
  value: bigint({ mode: 'number' }).notNull(),
});

/**
 * The last transaction that changed what a process keeps in memory (registry, proofs, reference), written at commit
 * by triggers: equal stamps, equal rows.
 */
export const stamps = pgTable('stamps', {
  name: text().primaryKey(),
  transaction: text().notNull(),
});

/** Every exchange with a partner: what, how long, how it ended; the payload only as its hash. */
export const exchangeLog = pgTable(
  'exchange_log',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    partner: text().notNull(),
    verb: text().notNull(),
    at: instant().notNull(),
    durationMs: integer().notNull(),
    outcome: text().notNull(),
    payloadHash: text().notNull(),
    requestId: text(),
  },
  (t) => [index('exchange_log_partner_idx').on(t.partner, t.id), index('exchange_log_at').on(t.at)],
);

/** Messages to people, in the order they were made; delivery has a state of its own. */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey(),
    accountId: uuid().notNull(),
    dossierId: uuid(),
    kind: text().notNull(),
    params: jsonb().$type<Record<string, string | number>>().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    mailedAt: instant(),
  },
  (t) => [index('messages_account_idx').on(t.accountId, t.id), index('messages_dossier_idx').on(t.dossierId)],
);
