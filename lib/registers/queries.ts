import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { keyDatabases, registerEntries, trainingCourses } from '@/db/schema/registers';
import { orgUnits } from '@/db/schema/units';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import {
  type Course,
  EntryId,
  type KeyDatabase,
  type Provenance,
  type RegisterLine,
  type RegisterView,
} from './schema';

/** All entries in their order; a register of this size is read whole and narrowed by rule. */
export const listRegister = query<undefined, RegisterLine[]>({
  action: 'register.read',
  from: 'replica',
  async run({ db }) {
    const rows = await entries(db).orderBy(asc(registerEntries.position));
    return rows.map(lineOf);
  },
});

/** One entry with everything that is known of it. */
export const getRegisterEntry = query<{ id: string }, RegisterView>({
  action: 'register.read',
  from: 'replica',
  async run({ db, input: { id } }) {
    if (!EntryId.safeParse(id).success) throw new DomainError('not_found', 'register');
    const [[row], courses, databases] = await Promise.all([
      entries(db).where(eq(registerEntries.id, id)),
      db
        .select()
        .from(trainingCourses)
        .where(eq(trainingCourses.registerEntryId, id))
        .orderBy(asc(trainingCourses.nameVi)),
      db.select().from(keyDatabases).where(eq(keyDatabases.registerEntryId, id)),
    ]);
    if (row === undefined) throw new DomainError('not_found', 'register');
    return {
      ...detailsOf(row.entry),
      ...lineOf(row),
      courses: courses.map(courseOf),
      databases: databases.map(databaseOf),
    };
  },
});

/** The working list of the twelve databases with what is known of their quality. */
export const listKeyDatabases = query<undefined, KeyDatabase[]>({
  action: 'register.read',
  from: 'replica',
  async run({ db }) {
    const rows = await db.select().from(keyDatabases).orderBy(asc(keyDatabases.position));
    return rows.map(databaseOf);
  },
});

const entries = (db: Database) =>
  db
    .select({ entry: registerEntries, owner: { vi: orgUnits.nameVi, en: orgUnits.nameEn } })
    .from(registerEntries)
    .leftJoin(orgUnits, eq(orgUnits.code, registerEntries.ownerUnitCode));

type Entry = typeof registerEntries.$inferSelect;
type Row = Awaited<ReturnType<typeof entries>>[number];

const provenanceOf = (row: Pick<Entry, 'sourceRef' | 'confidence' | 'verifiedAt'>): Provenance => ({
  source: row.sourceRef,
  confidence: row.confidence,
  verifiedAt: row.verifiedAt,
});

function lineOf({ entry, owner }: Row): RegisterLine {
  return {
    ...provenanceOf(entry),
    id: entry.id,
    kind: entry.kind,
    name: { vi: entry.nameVi, en: entry.nameEn },
    tracks: { vi: entry.tracksVi, en: entry.tracksEn },
    indicatorIds: entry.indicatorIds,
    owner,
    lifecycle: entry.lifecycle,
    securityLevel: entry.securityLevel,
    connections: entry.connections,
  };
}

function detailsOf(entry: Entry) {
  return {
    operator: entry.operator,
    legalBasis: entry.legalBasis,
    securityApprovedOn: entry.securityApprovedOn,
    securityPlanApprovedOn: entry.securityPlanApprovedOn,
    hosting: entry.hosting,
    hostedAtDataCentre: entry.hostedAtDataCentre,
    monitoredSince: entry.monitoredSince,
    lastReviewedOn: entry.lastReviewedOn,
    identifiers: entry.identifiers,
    usesPersonalId: entry.usesPersonalId,
    conformsToArchitecture: entry.conformsToArchitecture,
    coverage: entry.coverage,
    users: entry.users,
    incidents: entry.incidents,
    nextMilestone: entry.nextMilestone,
    nextMilestoneOn: entry.nextMilestoneOn,
    evidence: entry.evidenceDocumentIds.length,
  };
}

function courseOf(row: typeof trainingCourses.$inferSelect): Course {
  const { peopleVi, peopleEn } = row;
  return {
    ...provenanceOf(row),
    id: row.id,
    name: { vi: row.nameVi, en: row.nameEn },
    heldOn: row.heldOn,
    classes: row.classes,
    days: row.days,
    people: row.people,
    peopleText: peopleVi === null ? null : { vi: peopleVi, en: peopleEn ?? peopleVi },
  };
}

function databaseOf(row: typeof keyDatabases.$inferSelect): KeyDatabase {
  const { correct, sufficient, clean, live, consistent, shared } = row;
  return {
    ...provenanceOf(row),
    id: row.id,
    name: { vi: row.nameVi, en: row.nameEn },
    entryId: row.registerEntryId,
    quality: { correct, sufficient, clean, live, consistent, shared },
    assessedOn: row.assessedOn,
  };
}
