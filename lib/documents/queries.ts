import 'server-only';
import { and, eq, exists, inArray, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { blobs, documents } from '@/db/schema/documents';
import { dossierDocuments, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { DomainError } from '@/lib/kernel/errors';
import { query, type Reading } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';

/** Columns that say whose dossier a paper belongs to. */
export const dossierOwnership = {
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
export function ownedBy(actor: Actor): SQL | undefined {
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
