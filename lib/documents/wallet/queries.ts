import 'server-only';
import { and, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { blobs, documents } from '@/db/schema/documents';
import { dossierDocuments, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { dossierOwnership, ownedBy } from '../queries';

export interface WalletPaper {
  id: string;
  name: string;
  sha256: string;
  mime: string;
  size: number;
  scan: (typeof blobs.$inferSelect)['scan'];
  status: (typeof documents.$inferSelect)['status'];
  issueDate: string | null;
  expiryDate: string | null;
  numberSymbol: string | null;
  createdAt: Date;
  /** Components it was handed in for, newest first. */
  usedFor: string[];
  sample: boolean;
}

export interface WalletResult {
  id: string;
  title: string;
  number: string | null;
  status: 'valid' | 'corrected' | 'revoked';
  issuer: string;
  issuedAt: Date;
  expiresAt: Date | null;
  capability: string;
  dossierCode: string | null;
  sample: boolean;
}

const walletLimit = 200;

/** The store of a person or an organisation: papers they gave, and results they received. */
export const listWallet = query<undefined, { papers: WalletPaper[]; results: WalletResult[] }>({
  action: 'document.read',
  async run({ db, actor, within }) {
    const [papers, results] = await Promise.all([
      listPapers(db, actor),
      listResults(db, within(dossierOwnership)),
    ]);
    return { papers, results };
  },
});

/** Papers already in the store that hold now and may be handed in again. */
export const listReusable = query<{ today: string }, WalletPaper[]>({
  action: 'document.read',
  async run({ db, actor, input }) {
    const papers = await listPapers(db, actor);
    return papers.filter(
      ({ status, scan, expiryDate }) =>
        status === 'active' && scan !== 'infected' && (expiryDate === null || expiryDate >= input.today),
    );
  },
});

async function listPapers(db: Database, actor: Actor): Promise<WalletPaper[]> {
  const usedFor = sql<
    string[]
  >`coalesce((select array_agg(distinct ${dossierDocuments.component}) from ${dossierDocuments}
    where ${dossierDocuments.documentId} = ${documents.id}), '{}')`;
  return db
    .select({
      id: documents.id,
      name: documents.name,
      sha256: blobs.sha256,
      mime: blobs.mime,
      size: blobs.size,
      scan: blobs.scan,
      status: documents.status,
      issueDate: documents.issueDate,
      expiryDate: documents.expiryDate,
      numberSymbol: documents.numberSymbol,
      createdAt: documents.createdAt,
      usedFor,
      sample: documents.sample,
    })
    .from(documents)
    .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
    .where(
      and(
        ne(documents.status, 'removed'),
        ne(documents.source, 'result'),
        isNull(documents.removedAt),
        ownedBy(actor),
      ),
    )
    .orderBy(desc(documents.createdAt))
    .limit(walletLimit);
}

async function listResults(db: Database, visible: SQL): Promise<WalletResult[]> {
  const rows = await db
    .select({
      id: issuedPapers.id,
      title: issuedPapers.title,
      number: issuedPapers.number,
      status: issuedPapers.status,
      issuer: issuedPapers.issuer,
      issuedAt: issuedPapers.issuedAt,
      expiresAt: issuedPapers.expiresAt,
      capability: issuedPapers.capability,
      dossierCode: dossiers.code,
      sample: issuedPapers.sample,
    })
    .from(issuedPapers)
    .innerJoin(dossiers, eq(dossiers.id, issuedPapers.dossierId))
    .where(and(eq(issuedPapers.kind, 'result'), ne(issuedPapers.status, 'draft'), visible))
    .orderBy(desc(issuedPapers.issuedAt))
    .limit(walletLimit);
  return rows.flatMap(({ status, ...row }) => (status === 'draft' ? [] : [{ ...row, status }]));
}
