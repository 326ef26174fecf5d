import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts';
import { instant, version } from './columns';
import { oneOf } from './constraints';
import { dossiers } from './dossiers';

/** Phản ánh, kiến nghị: about the rules and procedures, or about the conduct of officials. */
export const complaintSubjects = ['rules', 'conduct'] as const;
export const complaintStates = ['received', 'supplement_asked', 'answered', 'refused', 'published'] as const;

/** How content an applicant was with one dossier, once, after its result. */
export const dossierRatings = pgTable(
  'dossier_ratings',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    score: smallint().notNull(),
    remark: text(),
    ratedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    ratedAt: instant().notNull(),
    sample: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('dossier_ratings_dossier').on(t.dossierId),
    index('dossier_ratings_rated_by_idx').on(t.ratedBy),
    check('dossier_ratings_score', sql`${t.score} between 1 and 5`),
  ],
);

/** A complaint and its clock in working days: refuse within 2, ask within 5, answer within 15, publish within 2. */
export const complaints = pgTable(
  'complaints',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    dossierId: uuid().references(() => dossiers.id),
    subject: text({ enum: complaintSubjects }).notNull(),
    body: text().notNull(),
    state: text({ enum: complaintStates }).notNull().default('received'),
    /** The same matter complained of before; null for the first. */
    repeats: uuid(),
    madeBy: uuid()
      .notNull()
      .references(() => accounts.id),
    receivedAt: instant().notNull(),
    /** Last day to answer; moves by the working days spent waiting for who complained. */
    dueOn: date().notNull(),
    /** What the applicant was asked to add, once, and what came back. */
    asked: text(),
    askedAt: instant(),
    supplement: text(),
    suppliedAt: instant(),
    /** The answer, or the reason of a refusal. */
    answer: text(),
    answeredAt: instant(),
    answeredBy: uuid().references(() => accounts.id),
    publishedAt: instant(),
    /** Said by who complained, after the answer. */
    satisfied: boolean(),
    version: version(),
    sample: boolean().notNull().default(false),
  },
  (t) => [
    index('complaints_dossier_id_idx').on(t.dossierId),
    index('complaints_made_by_idx').on(t.madeBy),
    index('complaints_answered_by_idx').on(t.answeredBy),
    index('complaints_received').on(t.receivedAt, t.id),
    index('complaints_repeats_idx').on(t.repeats),
    check('complaints_subject', oneOf(t.subject, complaintSubjects)),
    check('complaints_state', oneOf(t.state, complaintStates)),
    check(
      'complaints_answered',
      sql`(${t.state} in ('answered', 'refused', 'published')) = (${t.answer} is not null and ${t.answeredAt} is not null)`,
    ),
    check('complaints_asked', sql`(${t.asked} is null) = (${t.askedAt} is null)`),
  ],
);
