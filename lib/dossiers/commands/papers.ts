import 'server-only';
import type { Tx } from '@/db/client';
import { documentSignatures, documents } from '@/db/schema/documents';
import { issuedPapers } from '@/db/schema/dossiers';
import { env } from '@/lib/config/env';
import { keepBlob } from '@/lib/documents/commands';
import { signing } from '@/lib/integrations/signing';
import { storage } from '@/lib/integrations/storage';
import { newCapability, newId } from '@/lib/kernel/ids';
import type { PaperDocument } from '@/lib/pdf/paper';
import { renderPaper } from '@/lib/pdf/render';
import type { DossierRow } from './find';

type PaperKind = (typeof issuedPapers.$inferSelect)['kind'];

export interface Signer {
  name: string;
  title: string;
  organisation: string;
  kind: 'person' | 'agency';
}

export interface SignatureFacts {
  signer: Signer;
  serial: string;
  issuer: string;
  signedAt: Date;
}

/** A paper that is drawn, signed and already in storage; only its rows are missing. */
export interface PreparedPaper {
  id: string;
  kind: PaperKind;
  capability: string;
  number: string | null;
  title: string;
  sha256: string;
  size: number;
  issuer: string;
  status: 'draft' | 'valid';
  expiresAt: Date | null;
  signatures: readonly SignatureFacts[];
}

interface Draft {
  kind: PaperKind;
  number: string | null;
  /** Builds the paper once its address for strangers is known. */
  draw: (frame: { verifyUrl: string }) => PaperDocument;
  issuer: string;
  now: Date;
  /** Who signs and where on the page; an agency's seal needs no name. */
  sign: { signer: Signer; place: 'approver' | 'records' | 'officer'; reason: string } | null;
  status?: 'draft' | 'valid';
  expiresAt?: Date | null;
}

/** Where a stranger checks the paper. */
export function verifyAddress(capability: string): string {
  return `${env().PUBLIC_URL}/verify/${capability}`;
}

/** Draws, signs, stores and reads back; runs before the transaction, so no lock waits for it. */
export async function preparePaper(draft: Draft): Promise<PreparedPaper> {
  const capability = newCapability();
  const paper = draft.draw({ verifyUrl: verifyAddress(capability) });
  const drawn = await renderPaper(paper);
  const { pdf, signatures } =
    draft.sign === null ? { pdf: drawn, signatures: [] } : await signed(drawn, draft.sign, draft.now);
  const { sha256, size } = await storage().put(pdf);
  return {
    id: newId(draft.now),
    kind: draft.kind,
    capability,
    number: draft.number,
    title: paper.title,
    sha256,
    size,
    issuer: draft.issuer,
    status: draft.status ?? 'valid',
    expiresAt: draft.expiresAt ?? null,
    signatures,
  };
}

async function signed(pdf: Buffer, { signer, place, reason }: NonNullable<Draft['sign']>, at: Date) {
  const done = await signing().sign({ pdf, signer, place, reason, at });
  return { pdf: done.pdf, signatures: [{ signer, ...done.signature }] };
}

/** Adds the paper to the dossier and, for the applicant, to their store. */
export async function keepPaper(
  tx: Tx,
  paper: PreparedPaper,
  context: { dossier: DossierRow; issuedBy: string | null; now: Date },
): Promise<void> {
  const { dossier, issuedBy, now } = context;
  await keepBlob(tx, { sha256: paper.sha256, size: paper.size, mime: 'application/pdf', scan: 'clean' }, now);
  await tx.insert(issuedPapers).values({
    id: paper.id,
    dossierId: dossier.id,
    kind: paper.kind,
    number: paper.number,
    title: paper.title,
    sha256: paper.sha256,
    capability: paper.capability,
    issuer: paper.issuer,
    issuedAt: now,
    expiresAt: paper.expiresAt,
    status: paper.status,
    issuedBy,
    sample: dossier.sample,
  });
  await keepSignatures(tx, paper.sha256, paper.signatures, now);
}

export async function keepSignatures(
  tx: Tx,
  sha256: string,
  signatures: readonly SignatureFacts[],
  now: Date,
): Promise<void> {
  if (signatures.length === 0) return;
  await tx.insert(documentSignatures).values(
    signatures.map(({ signer, serial, issuer, signedAt }) => ({
      id: newId(now),
      sha256,
      signerName: signer.name,
      kind: signer.kind,
      serial,
      issuer,
      signedAt,
      valid: true,
      validatedAt: now,
    })),
  );
}

/** The result as a paper of its owner: found again in the wallet, ready to be reused. */
export async function keepInStore(
  tx: Tx,
  {
    dossier,
    paper,
    now,
  }: {
    dossier: DossierRow;
    paper: { sha256: string; title: string; number: string; issuer: string; expiresAt: Date | null };
    now: Date;
  },
): Promise<void> {
  await tx.insert(documents).values({
    id: newId(now),
    sha256: paper.sha256,
    name: `${paper.title}.pdf`,
    typeCode: `result:${dossier.procedureSlug}`,
    ownerAccountId: dossier.organisationId === null ? dossier.ownerAccountId : null,
    ownerOrganisationId: dossier.organisationId,
    copyKind: 'original',
    source: 'result',
    numberSymbol: paper.number,
    issuingAgency: paper.issuer,
    issueDate: now.toISOString().slice(0, 10),
    expiryDate: paper.expiresAt?.toISOString().slice(0, 10) ?? null,
    language: 'vi',
    createdAt: now,
    sample: dossier.sample,
  });
}
