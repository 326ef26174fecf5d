import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '@/lib/policy/table';
import { instant, version } from './columns';

/** Natural persons. Two accounts of one person share the row, so separation of duties sees through them. */
export const persons = pgTable(
  'persons',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    personalId: text(),
    birthDate: date({ mode: 'string' }),
    sample: boolean().notNull().default(false),
  },
  (t) => [uniqueIndex('persons_personal_id_key').on(t.personalId)],
);

/** A business or other organisation that applies for procedures. */
export const organisations = pgTable('organisations', {
  id: uuid().primaryKey(),
  taxCode: text().notNull().unique(),
  name: text().notNull(),
  nameEn: text(),
  address: text(),
  representative: text(),
  sample: boolean().notNull().default(false),
  version: version(),
});

export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** Which issuer vouches for it: `citizen` (VNeID), `staff` (ministry sign-on), `partner`. */
    issuer: text().$type<'citizen' | 'staff' | 'partner'>().notNull(),
    subject: text().notNull(),
    name: text().notNull(),
    email: text(),
    phone: text(),
    title: text(),
    organisationId: uuid().references(() => organisations.id),
    locale: text().notNull().default('vi'),
    disabledAt: instant(),
    lastSeenAt: instant(),
    createdAt: instant().notNull(),
    sample: boolean().notNull().default(false),
    version: version(),
  },
  (t) => [
    uniqueIndex('accounts_issuer_subject_key').on(t.issuer, t.subject),
    index('accounts_person_idx').on(t.personId),
    index('accounts_organisation_idx').on(t.organisationId),
  ],
);

/** Roles with their dates; a right is read from here at every request. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    role: text().$type<Role>().notNull(),
    scope: text(),
    validFrom: instant().notNull(),
    validTo: instant(),
    reason: text().notNull(),
    grantedBy: uuid().references(() => accounts.id),
    revokedAt: instant(),
    revokedBy: uuid().references(() => accounts.id),
  },
  (t) => [
    index('role_grants_revoked_by_idx').on(t.revokedBy),
    index('role_grants_granted_by_idx').on(t.grantedBy),
    index('role_grants_account_idx').on(t.accountId),
    index('role_grants_role_idx').on(t.role, t.scope),
  ],
);

/** A dated mandate: who acts for whom, in which role, on what paper. It hands back by itself. */
export const delegations = pgTable(
  'delegations',
  {
    id: uuid().primaryKey(),
    fromAccountId: uuid()
      .notNull()
      .references(() => accounts.id),
    toAccountId: uuid()
      .notNull()
      .references(() => accounts.id),
    role: text().$type<Role>().notNull(),
    scope: text(),
    documentNumber: text().notNull(),
    validFrom: instant().notNull(),
    validTo: instant().notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('delegations_to_idx').on(t.toAccountId), index('delegations_from_idx').on(t.fromAccountId)],
);

/** Open sign-ins. The cookie names the row; revoking the row ends the session on every process. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    issuer: text().$type<'citizen' | 'staff'>().notNull(),
    assuranceLevel: integer(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: uuid().references(() => accounts.id),
  },
  (t) => [
    index('sessions_revoked_by_idx').on(t.revokedBy),
    index('sessions_account_idx').on(t.accountId),
    index('sessions_last_seen_idx').on(t.lastSeenAt),
  ],
);

/** Personal access tokens, hashed; the plain text is shown once. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    hash: text().notNull().unique(),
    /** First characters, to recognise a token in a list. */
    prefix: text().notNull(),
    scopes: jsonb().$type<readonly string[]>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
    revokedBy: uuid().references(() => accounts.id),
  },
  (t) => [
    index('access_tokens_revoked_by_idx').on(t.revokedBy),
    index('access_tokens_account_idx').on(t.accountId),
  ],
);

/** Answers already given to a client that repeats itself under the same `Idempotency-Key`. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: integer(),
    body: jsonb(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('idempotency_keys_account_key').on(t.accountId, t.key)],
);
