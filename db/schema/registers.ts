import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant, provenance, version } from './columns';
import { oneOf } from './constraints';
import { orgUnits } from './units';

export const registerKinds = [
  'system',
  'database',
  'platform',
  'facility_system',
  'external',
  'interconnection',
  'infrastructure',
  'capability',
  'programme',
  'activity',
  'training',
  'security',
  'equipment',
  'legal',
] as const;
export const lifecycleStates = ['planned', 'design', 'build', 'pilot', 'operate', 'retire'] as const;

export type RegisterConnection = {
  readonly to: string;
  readonly protocol: string | null;
  readonly state: 'planned' | 'live' | 'down';
  readonly lastSuccessAt: string | null;
};

/** The 68 systems, databases, programmes and activities. Unknown columns stay null: nothing is invented. */
export const registerEntries = pgTable(
  'register_entries',
  {
    id: text().primaryKey(),
    position: smallint().notNull(),
    kind: text({ enum: registerKinds }).notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    tracksVi: text().notNull(),
    tracksEn: text().notNull(),
    indicatorIds: text().array().notNull().default(sql`'{}'`),
    ownerUnitCode: text().references(() => orgUnits.code),
    operator: text(),
    legalBasis: text(),
    lifecycle: text({ enum: lifecycleStates }),
    securityLevel: smallint(),
    securityApprovedOn: date(),
    securityPlanApprovedOn: date(),
    hosting: text(),
    hostedAtDataCentre: text({ enum: ['yes', 'no'] }),
    monitoredSince: date(),
    lastReviewedOn: date(),
    identifiers: text(),
    usesPersonalId: text({ enum: ['yes', 'no', 'not_applicable'] }),
    conformsToArchitecture: text({ enum: ['yes', 'no', 'not_applicable'] }),
    connections: jsonb().$type<readonly RegisterConnection[]>().notNull().default([]),
    coverage: text(),
    users: integer(),
    incidents: integer(),
    nextMilestone: text(),
    nextMilestoneOn: date(),
    evidenceDocumentIds: uuid().array().notNull().default(sql`'{}'`),
    version: version(),
    updatedAt: instant().notNull(),
    updatedBy: text(),
    ...provenance(),
  },
  (t) => [
    index('register_entries_owner_unit_code_idx').on(t.ownerUnitCode),
    check('register_entries_kind', oneOf(t.kind, registerKinds)),
  ],
);

/** Working list of the twelve databases; quality is đúng – đủ – sạch – sống – thống nhất – dùng chung, 0–100. */
export const keyDatabases = pgTable(
  'key_databases',
  {
    id: text().primaryKey(),
    position: smallint().notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    registerEntryId: text().references(() => registerEntries.id),
    correct: smallint(),
    sufficient: smallint(),
    clean: smallint(),
    live: smallint(),
    consistent: smallint(),
    shared: smallint(),
    assessedOn: date(),
    version: version(),
    ...provenance(),
  },
  (t) => [index('key_databases_register_entry_id_idx').on(t.registerEntryId)],
);

/** Courses, classes, seminars and drills; people are counted, not named. */
export const trainingCourses = pgTable(
  'training_courses',
  {
    id: uuid().primaryKey().defaultRandom(),
    registerEntryId: text()
      .notNull()
      .references(() => registerEntries.id),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    topic: text({
      enum: [
        'ai',
        'software',
        'incident_response',
        'monitoring',
        'digital_basics',
        'security_basics',
        'seminar',
        'drill',
      ],
    }).notNull(),
    heldOn: date(),
    days: smallint(),
    classes: smallint(),
    people: integer(),
    peopleVi: text(),
    peopleEn: text(),
    units: integer(),
    version: version(),
    ...provenance(),
  },
  (t) => [index('training_courses_register_entry_id_idx').on(t.registerEntryId)],
);

/** Controls a level-3 application must show (TCVN 14423:2026) and where the portal shows them. */
export const securityControls = pgTable('security_controls', {
  id: text().primaryKey(),
  position: smallint().notNull(),
  areaVi: text().notNull(),
  areaEn: text().notNull(),
  requirementVi: text().notNull(),
  requirementEn: text().notNull(),
  featureVi: text().notNull(),
  featureEn: text().notNull(),
  state: text({ enum: ['met', 'partly', 'not_met', 'deployment'] }),
  assessedOn: date(),
  assessedBy: text(),
  evidence: text(),
  version: version(),
  ...provenance(),
});

/** Notification duties by kind of incident, in hours after its detection; 0 is at once. */
export const incidentTypes = pgTable('incident_types', {
  id: text().primaryKey(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  firstNoticeHours: smallint(),
  reportHours: smallint(),
  recipientVi: text().notNull(),
  recipientEn: text().notNull(),
  legalBasis: text().notNull(),
  ...provenance(),
});
