import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Database, database } from '@/db/client';
import { accounts, organisations, persons } from '@/db/schema/accounts';
import { documents } from '@/db/schema/documents';
import {
  dossierDocuments,
  dossierEvents,
  dossiers,
  feeObligations,
  issuedPapers,
  supplements,
} from '@/db/schema/dossiers';
import { procedures } from '@/db/schema/procedures';
import type { ShareableDossier } from './rules';

/** The dossier as it stands, with the number of its last event; null when it was never handed in. */
export async function readShareable(
  dossierId: string,
): Promise<{ dossier: ShareableDossier; seq: number } | null> {
  const db = database();
  const [head] = await selectHead(db, dossierId);
  if (head === undefined || head.code === null || head.submittedAt === null) return null;
  const { code, submittedAt, seq, name, personalId, taxCode, email, phone, issuer, ...rest } = head;
  const [papers, fees, rounds, results] = await Promise.all([
    selectDocuments(db, dossierId),
    selectFees(db, dossierId),
    db
      .select({
        id: supplements.id,
        items: supplements.items,
        requestedAt: supplements.requestedAt,
        answeredAt: supplements.answeredAt,
      })
      .from(supplements)
      .where(eq(supplements.dossierId, dossierId))
      .orderBy(asc(supplements.round)),
    selectResults(db, dossierId),
  ]);
  const applicant = { name, personalId, taxCode, email, phone, verifiedByVneid: issuer === 'citizen' };
  return {
    seq: Number(seq),
    dossier: { ...rest, code, submittedAt, applicant, documents: papers, fees, supplements: rounds, results },
  };
}

const selectHead = (db: Database, dossierId: string) =>
  db
    .select({
      code: dossiers.code,
      slug: dossiers.procedureSlug,
      procedureCode: procedures.code,
      procedureName: procedures.titleVi,
      channel: dossiers.channel,
      subject: dossiers.subject,
      unit: dossiers.unit,
      state: dossiers.state,
      submittedAt: dossiers.submittedAt,
      receivedAt: dossiers.receivedAt,
      promisedAt: dossiers.promisedAt,
      endedAt: dossiers.endedAt,
      name: dossiers.applicantName,
      personalId: persons.personalId,
      taxCode: organisations.taxCode,
      email: accounts.email,
      phone: accounts.phone,
      issuer: accounts.issuer,
      seq: sql<number>`(select max(seq) from ${dossierEvents} where ${dossierEvents.dossierId} = ${dossiers.id})`,
    })
    .from(dossiers)
    .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
    .innerJoin(accounts, eq(accounts.id, dossiers.ownerAccountId))
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .leftJoin(organisations, eq(organisations.id, dossiers.organisationId))
    .where(eq(dossiers.id, dossierId));

const selectDocuments = (db: Database, dossierId: string) =>
  db
    .select({
      component: dossierDocuments.component,
      id: documents.id,
      name: documents.name,
      digitised: sql<boolean>`${documents.digitisedAt} is not null`,
      reused: dossierDocuments.reused,
      source: documents.source,
    })
    .from(dossierDocuments)
    .innerJoin(documents, eq(documents.id, dossierDocuments.documentId))
    .where(and(eq(dossierDocuments.dossierId, dossierId), isNull(dossierDocuments.detachedAt)))
    .orderBy(asc(dossierDocuments.attachedAt), asc(documents.id));

const selectFees = (db: Database, dossierId: string) =>
  db
    .select({
      id: feeObligations.id,
      kind: feeObligations.kind,
      amount: feeObligations.amount,
      moment: feeObligations.moment,
      paid: sql<boolean>`${feeObligations.state} = 'paid'`,
    })
    .from(feeObligations)
    .where(eq(feeObligations.dossierId, dossierId))
    .orderBy(asc(feeObligations.createdAt), asc(feeObligations.id));

const selectResults = (db: Database, dossierId: string) =>
  db
    .select({
      number: sql<string>`${issuedPapers.number}`,
      title: issuedPapers.title,
      capability: issuedPapers.capability,
    })
    .from(issuedPapers)
    .where(
      and(
        eq(issuedPapers.dossierId, dossierId),
        eq(issuedPapers.kind, 'result'),
        eq(issuedPapers.status, 'valid'),
        sql`${issuedPapers.number} is not null`,
      ),
    )
    .orderBy(asc(issuedPapers.issuedAt));
