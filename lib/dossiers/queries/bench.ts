import 'server-only';
import { and, asc, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { accounts, organisations } from '@/db/schema/accounts';
import { blobs, documentReadings, documents } from '@/db/schema/documents';
import { dossierDocuments, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';

const ownership = {
  owner: dossiers.ownerAccountId,
  organisation: dossiers.organisationId,
  unit: dossiers.unit,
  assignee: dossiers.assigneeId,
  invited: dossiers.expertIds,
};

export interface PaperBytes {
  sha256: string;
  mime: string;
  name: string;
}

const isId = (id: string) => z.uuid().safeParse(id).success;

/** The bytes behind a page picture: a paper handed in, or one issued, of a dossier within reach. */
export const findPaperBytes = query<{ id: string }, PaperBytes>({
  action: 'document.read',
  reads: (_, { id }) => [{ type: 'document', id }],
  async run({ db, input, within }) {
    if (!isId(input.id)) throw new DomainError('not_found', 'document');
    const [handedIn] = await db
      .select({ sha256: blobs.sha256, mime: blobs.mime, name: documents.name })
      .from(dossierDocuments)
      .innerJoin(dossiers, eq(dossiers.id, dossierDocuments.dossierId))
      .innerJoin(documents, eq(documents.id, dossierDocuments.documentId))
      .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
      .where(
        and(
          eq(documents.id, input.id),
          ne(dossiers.state, 'draft'),
          ne(blobs.scan, 'infected'),
          within(ownership),
        ),
      )
      .limit(1);
    if (handedIn !== undefined) return handedIn;
    const [issued] = await db
      .select({ sha256: issuedPapers.sha256, name: issuedPapers.title })
      .from(issuedPapers)
      .innerJoin(dossiers, eq(dossiers.id, issuedPapers.dossierId))
      .where(and(eq(issuedPapers.id, input.id), within(ownership)))
      .limit(1);
    if (issued === undefined) throw new DomainError('not_found', 'document');
    return { ...issued, mime: 'application/pdf' };
  },
});

const paper = {
  id: documents.id,
  name: documents.name,
  component: dossierDocuments.component,
  typeCode: documents.typeCode,
  dossierCode: dossiers.code,
  applicantName: dossiers.applicantName,
  procedureSlug: dossiers.procedureSlug,
  procedureVersion: dossiers.procedureVersion,
  attachedAt: dossierDocuments.attachedAt,
  mime: blobs.mime,
  size: blobs.size,
  scan: blobs.scan,
  source: documents.source,
  copyKind: documents.copyKind,
  numberSymbol: documents.numberSymbol,
  issuingAgency: documents.issuingAgency,
  issueDate: documents.issueDate,
  expiryDate: documents.expiryDate,
  abstract: documents.abstract,
  language: documents.language,
  digitisedAt: documents.digitisedAt,
  version: documents.version,
};

export type BenchPaper = {
  [K in keyof typeof paper]: (typeof paper)[K]['_']['notNull'] extends true
    ? (typeof paper)[K]['_']['data']
    : (typeof paper)[K]['_']['data'] | null;
};

const stripLength = 40;

/** Papers whose metadata nobody has completed yet, oldest first: the strip of the bench. */
export const listUndescribed = query<{ after?: string | undefined }, { papers: BenchPaper[]; more: boolean }>(
  {
    action: 'document.digitise',
    reads: ({ papers }) => papers.map(({ id }) => ({ type: 'document', id })),
    async run({ db, within, input }) {
      const rows = await db
        .select(paper)
        .from(dossierDocuments)
        .innerJoin(dossiers, eq(dossiers.id, dossierDocuments.dossierId))
        .innerJoin(documents, eq(documents.id, dossierDocuments.documentId))
        .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
        .where(
          and(
            within(ownership),
            isNull(dossierDocuments.detachedAt),
            isNull(documents.digitisedAt),
            ne(dossiers.state, 'draft'),
            ne(dossiers.state, 'cancelled'),
            input.after === undefined || !isId(input.after) ? undefined : gt(documents.id, input.after),
          ),
        )
        .orderBy(asc(documents.id))
        .limit(stripLength + 1);
      return { papers: rows.slice(0, stripLength), more: rows.length > stripLength };
    },
  },
);

/** One paper on the bench with what the machine read in it. */
export const readBenchPaper = query<{ id: string }, BenchSheet>({
  action: 'document.digitise',
  reads: ({ id }) => [{ type: 'document', id }],
  async run({ db, within, input }) {
    if (!isId(input.id)) throw new DomainError('not_found', 'document');
    const [row] = await db
      .select({
        ...paper,
        unit: dossiers.unit,
        owner: sql<string>`coalesce(${organisations.name}, owner.name)`,
        digitisedBy: accounts.name,
        pages: documentReadings.pages,
        confidence: documentReadings.confidence,
        engine: documentReadings.engine,
      })
      .from(dossierDocuments)
      .innerJoin(dossiers, eq(dossiers.id, dossierDocuments.dossierId))
      .innerJoin(documents, eq(documents.id, dossierDocuments.documentId))
      .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
      .leftJoin(documentReadings, eq(documentReadings.sha256, blobs.sha256))
      .leftJoin(organisations, eq(organisations.id, documents.ownerOrganisationId))
      .leftJoin(accounts, eq(accounts.id, documents.digitisedBy))
      .leftJoin(sql`accounts as owner`, sql`owner.id = ${documents.ownerAccountId}`)
      .where(
        and(
          eq(documents.id, input.id),
          within(ownership),
          isNull(dossierDocuments.detachedAt),
          ne(dossiers.state, 'draft'),
        ),
      )
      .orderBy(desc(dossierDocuments.attachedAt))
      .limit(1);
    if (row === undefined) throw new DomainError('not_found', 'document');
    return row;
  },
});

export type BenchSheet = BenchPaper & {
  unit: string;
  owner: string;
  digitisedBy: string | null;
  pages: (typeof documentReadings.$inferSelect)['pages'] | null;
  confidence: number | null;
  engine: string | null;
};
