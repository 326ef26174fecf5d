import 'server-only';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { blobs, documentReadings, documents } from '@/db/schema/documents';
import {
  dossierDocuments,
  dossierEvents,
  feeObligations,
  issuedPapers,
  payments,
} from '@/db/schema/dossiers';

/** The history of a dossier, oldest first. */
export async function listEvents(db: Database, dossierId: string) {
  const rows = await db
    .select({
      seq: dossierEvents.seq,
      move: dossierEvents.move,
      from: dossierEvents.fromState,
      to: dossierEvents.toState,
      actorName: dossierEvents.actorName,
      role: dossierEvents.role,
      onBehalf: dossierEvents.delegationId,
      reason: dossierEvents.reason,
      payload: dossierEvents.payload,
      at: dossierEvents.at,
    })
    .from(dossierEvents)
    .where(eq(dossierEvents.dossierId, dossierId))
    .orderBy(asc(dossierEvents.seq));
  return rows;
}

export async function listAttachments(db: Database, dossierId: string) {
  return db
    .select({
      id: dossierDocuments.id,
      component: dossierDocuments.component,
      documentId: documents.id,
      name: documents.name,
      mime: blobs.mime,
      size: blobs.size,
      sha256: blobs.sha256,
      scan: blobs.scan,
      reused: dossierDocuments.reused,
      round: dossierDocuments.round,
      attachedAt: dossierDocuments.attachedAt,
      numberSymbol: documents.numberSymbol,
      issuingAgency: documents.issuingAgency,
      issueDate: documents.issueDate,
      expiryDate: documents.expiryDate,
      abstract: documents.abstract,
      copyKind: documents.copyKind,
      documentVersion: documents.version,
      digitisedAt: documents.digitisedAt,
      text: documentReadings.text,
      pages: documentReadings.pages,
      confidence: documentReadings.confidence,
    })
    .from(dossierDocuments)
    .innerJoin(documents, eq(documents.id, dossierDocuments.documentId))
    .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
    .leftJoin(documentReadings, eq(documentReadings.sha256, blobs.sha256))
    .where(and(eq(dossierDocuments.dossierId, dossierId), isNull(dossierDocuments.detachedAt)))
    .orderBy(asc(dossierDocuments.attachedAt));
}

/** Papers given out; a result that waits for its number is not yet one. */
export async function listPapers(db: Database, dossierId: string) {
  return db
    .select({
      id: issuedPapers.id,
      kind: issuedPapers.kind,
      number: issuedPapers.number,
      title: issuedPapers.title,
      sha256: issuedPapers.sha256,
      capability: issuedPapers.capability,
      status: issuedPapers.status,
      issuedAt: issuedPapers.issuedAt,
      expiresAt: issuedPapers.expiresAt,
    })
    .from(issuedPapers)
    .where(
      and(
        eq(issuedPapers.dossierId, dossierId),
        inArray(issuedPapers.status, ['valid', 'corrected', 'revoked']),
      ),
    )
    .orderBy(asc(issuedPapers.issuedAt));
}

export async function listFees(db: Database, dossierId: string) {
  return db
    .select({
      id: feeObligations.id,
      amount: feeObligations.amount,
      kind: feeObligations.kind,
      moment: feeObligations.moment,
      state: feeObligations.state,
      settledAt: feeObligations.settledAt,
      receiptPaperId: feeObligations.receiptPaperId,
      bill: payments.bill,
      paymentState: payments.state,
      transactionId: payments.transactionId,
    })
    .from(feeObligations)
    .leftJoin(
      payments,
      and(eq(payments.obligationId, feeObligations.id), inArray(payments.state, ['open', 'paid'])),
    )
    .where(eq(feeObligations.dossierId, dossierId))
    .orderBy(asc(feeObligations.createdAt), desc(payments.createdAt));
}

export async function findName(db: Database, accountId: string) {
  const [row] = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row ?? null;
}
