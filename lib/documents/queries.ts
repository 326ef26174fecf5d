import 'server-only';
import { and, desc, eq, exists, inArray, isNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { blobs, documents } from '@/db/schema/documents';
import { dossierDocuments, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { DomainError } from '@/lib/kernel/errors';
import { query, type Reading } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';

const dossierOwnership = {
  owner: dossiers.ownerAccountId,
  organisation: dossiers.organisationId,
  unit: dossiers.unit,
  assignee: dossiers.assigneeId,
  invited: dossiers.expertIds,
};

/** A file as it is given out. */
export interface Download {
  dossierId: string | null;
  sha256: string;
  name: string;
  mime: string;
  size: number;
}

/** Officers reach a paper through the dossier it was handed in with; what stays in a store is its owner's alone. */
export const getDownload = query<{ id: string }, Download>({
  action: 'document.read',
  reads: ({ dossierId }) => (dossierId === null ? [] : [{ type: 'dossier', id: dossierId }]),
  async run(reading) {
    const { db, input, actor } = reading;
    const [found] = await db
      .select({
        sha256: blobs.sha256,
        name: documents.name,
        mime: blobs.mime,
        size: blobs.size,
        scan: blobs.scan,
      })
      .from(documents)
      .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
      .where(
        and(
          eq(documents.id, input.id),
          ne(documents.status, 'removed'),
          or(ownedBy(actor), exists(handedIn(reading, input.id))),
        ),
      );
    if (found === undefined) throw new DomainError('not_found', 'document');
    if (found.scan === 'infected') throw new DomainError('infected_file', 'document');
    const [dossier] = await handedIn(reading, input.id).limit(1);
    const { scan: _, ...file } = found;
    return { ...file, dossierId: dossier?.id ?? null };
  },
});

function handedIn({ db, within }: Pick<Reading<unknown>, 'db' | 'within'>, documentId: string) {
  return db
    .select({ id: dossiers.id })
    .from(dossierDocuments)
    .innerJoin(dossiers, eq(dossiers.id, dossierDocuments.dossierId))
    .where(
      and(
        eq(dossierDocuments.documentId, documentId),
        notInArray(dossiers.state, ['draft', 'cancelled']),
        within(dossierOwnership),
      ),
    );
}

/** Documents of the person, or of an organisation they act for. */
function ownedBy(actor: Actor): SQL | undefined {
  const own = reachOf(actor, 'document.read').filter(({ reach }) => reach === 'own');
  if (own.length === 0) return sql`false`;
  const organisations = own.flatMap(({ grant }) =>
    grant.scope?.startsWith('org:') ? [grant.scope.slice(4)] : [],
  );
  return or(
    eq(documents.ownerAccountId, actor.accountId),
    organisations.length === 0 ? undefined : inArray(documents.ownerOrganisationId, organisations),
  );
}

export type IssuedDownload = Download & {
  kind: (typeof issuedPapers.$inferSelect)['kind'];
  dossier: { code: string; state: (typeof dossiers.$inferSelect)['state']; version: number };
};

/** A paper the ministry issued in a dossier; one that still waits for its number is shown to officers only. */
export const getIssuedPaper = query<{ id: string }, IssuedDownload>({
  action: 'dossier.read',
  reads: ({ dossierId }) => (dossierId === null ? [] : [{ type: 'dossier', id: dossierId }]),
  async run({ db, actor, input, within }) {
    const [found] = await db
      .select({
        kind: issuedPapers.kind,
        status: issuedPapers.status,
        number: issuedPapers.number,
        title: issuedPapers.title,
        sha256: blobs.sha256,
        mime: blobs.mime,
        size: blobs.size,
        dossierId: dossiers.id,
        code: dossiers.code,
        draftCode: dossiers.draftCode,
        state: dossiers.state,
        version: dossiers.version,
      })
      .from(issuedPapers)
      .innerJoin(blobs, eq(blobs.sha256, issuedPapers.sha256))
      .innerJoin(dossiers, eq(dossiers.id, issuedPapers.dossierId))
      .where(and(eq(issuedPapers.id, input.id), within(dossierOwnership)));
    const officer = reachOf(actor, 'dossier.read').some(({ reach }) => reach !== 'own');
    if (found === undefined || (found.status === 'draft' && !officer))
      throw new DomainError('not_found', 'paper');
    const { kind, sha256, mime, size, dossierId, state, version } = found;
    const name = `${fileNameOf(found.number ?? `${kind} ${found.code ?? found.draftCode}`)}.pdf`;
    return {
      kind,
      sha256,
      mime,
      size,
      dossierId,
      name,
      dossier: { code: found.code ?? found.draftCode, state, version },
    };
  },
});

function fileNameOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^-+|-+$/g, '');
}

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

/** The same bytes, already given: then nothing needs to be sent again. */
export const findGiven = query<{ sha256: string }, { id: string; name: string } | null>({
  action: 'document.read',
  async run({ db, actor, input }) {
    const [given] = await db
      .select({ id: documents.id, name: documents.name })
      .from(documents)
      .where(and(eq(documents.sha256, input.sha256), eq(documents.status, 'active'), ownedBy(actor)))
      .orderBy(desc(documents.createdAt))
      .limit(1);
    return given ?? null;
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
