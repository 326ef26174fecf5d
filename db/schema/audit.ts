import {
  bigint,
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

export type AuditOutcome = 'done' | 'denied' | 'failed';

/** Every act, hash-chained per record; insert-only by grant and by trigger. */
export const auditActs = pgTable(
  'audit_acts',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    recordType: text().notNull(),
    recordId: text().notNull(),
    seq: integer().notNull(),
    action: text().notNull(),
    outcome: text().$type<AuditOutcome>().notNull(),
    actorId: uuid(),
    personId: uuid(),
    role: text(),
    scope: text(),
    delegationId: uuid(),
    at: instant().notNull(),
    requestId: text().notNull(),
    /** Facts before and after; personal fields only as salted commitments. */
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    uniqueIndex('audit_acts_record_seq_key').on(t.recordType, t.recordId, t.seq),
    index('audit_acts_actor_idx').on(t.actorId, t.id),
    index('audit_acts_action_idx').on(t.action, t.id),
    index('audit_acts_at').on(t.at, t.id),
  ],
);

/** Salts of the commitments in the trail. Erasing a salt erases the person, and the chain still holds. */
export const auditSalts = pgTable(
  'audit_salts',
  {
    actId: bigint({ mode: 'number' }).notNull(),
    field: text().notNull(),
    salt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actId, t.field] })],
);

/** Who read whose personal data, and what for. Insert-only. */
export const personalDataReads = pgTable(
  'personal_data_reads',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    recordType: text().notNull(),
    recordId: text().notNull(),
    actorId: uuid().notNull(),
    role: text().notNull(),
    scope: text(),
    purpose: text().notNull(),
    at: instant().notNull(),
    requestId: text().notNull(),
  },
  (t) => [
    index('personal_data_reads_record_idx').on(t.recordType, t.recordId, t.id),
    index('personal_data_reads_actor_idx').on(t.actorId, t.id),
  ],
);

/** One Merkle root a day over all chain heads, with its timestamp token: yesterday can't be rewritten. */
export const auditRoots = pgTable('audit_roots', {
  day: date({ mode: 'string' }).primaryKey(),
  root: text().notNull(),
  chains: integer().notNull(),
  acts: bigint({ mode: 'number' }).notNull(),
  token: text(),
  madeAt: instant().notNull(),
});
