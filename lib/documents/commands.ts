import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { blobs, documents, type ScanState } from '@/db/schema/documents';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { enqueue } from '@/lib/kernel/outbox';
import { documentStored } from './events';
import { AddDocument, DescribeDocument, DocumentRef } from './schema';

/** Notes stored bytes once; the same content again only says it is wanted again. */
export async function keepBlob(
  tx: Tx,
  blob: { sha256: string; size: number; mime: string; scan: ScanState },
  now: Date,
): Promise<void> {
  await tx
    .insert(blobs)
    .values({ ...blob, scannedAt: blob.scan === 'not_scanned' ? null : now, createdAt: now })
    .onConflictDoUpdate({ target: blobs.sha256, set: { orphanedAt: null } });
}

/** Gives stored bytes a meaning: whose they are and what they are called. */
export const addDocument = command({
  action: 'document.upload',
  input: AddDocument,
  async find(_reader, input, actor) {
    const owner = input.onBehalfOf;
    const organisation =
      actor.grants.find(({ role }) => role === 'applicant_org')?.scope?.slice('org:'.length) ?? null;
    const organisationId = owner === undefined ? organisation : owner.organisationId;
    return {
      record: { type: 'document', id: input.sha256 },
      subject: {
        owner: owner?.accountId ?? actor.accountId,
        scopes: organisationId === null ? [] : [`org:${organisationId}`],
      },
      accountId: owner?.accountId ?? actor.accountId,
      organisationId,
    };
  },
  async run({ tx, actor, grant, input, found, now }) {
    const { sha256, size, mime, scan } = input;
    await keepBlob(tx, { sha256, size, mime, scan }, now);
    const id = newId(now);
    const atCounter = input.onBehalfOf !== undefined;
    await tx.insert(documents).values({
      id,
      sha256,
      name: input.name,
      typeCode: input.typeCode,
      ownerAccountId: found.accountId,
      ownerOrganisationId: found.organisationId,
      source: atCounter ? 'scan_counter' : 'applicant_upload',
      uploadedBy: actor.accountId,
      createdAt: now,
      sample: actor.sample,
    });
    await enqueue(tx, documentStored, { sha256 }, { key: `read:${sha256}` });
    return { id, sha256, size, mime, scan, role: grant.role };
  },
  trace: ({ input }, { id }) => ({
    record: { type: 'document', id },
    detail: { sha256: input.sha256, size: input.size, mime: input.mime, type: input.typeCode ?? 'other' },
    personal: { name: input.name },
  }),
});

/** An officer completes the metadata of a paper. */
export const describeDocument = command({
  action: 'document.digitise',
  input: DescribeDocument,
  async find(reader, { id }) {
    const rows = await reader.execute<{ unit: string; assignee: string | null; version: number }>(sql`
      select d.unit, d.assignee_id as assignee, doc.version from documents doc
      join dossier_documents dd on dd.document_id = doc.id and dd.detached_at is null
      join dossiers d on d.id = dd.dossier_id where doc.id = ${id}`);
    const [first] = rows;
    if (first === undefined) throw new DomainError('not_found', 'document');
    return {
      record: { type: 'document', id },
      subject: {
        scopes: rows.map(({ unit }) => unit),
        assignees: rows.flatMap(({ assignee }) => assignee ?? []),
      },
    };
  },
  async run({ tx, actor, input, now }) {
    const { id, version, ...facts } = input;
    const changed = await tx
      .update(documents)
      .set({
        ...facts,
        digitisedBy: actor.accountId,
        digitisedAt: now,
        version: sql`${documents.version} + 1`,
      })
      .where(and(eq(documents.id, id), eq(documents.version, version)))
      .returning({ version: documents.version });
    if (changed[0] === undefined) throw new DomainError('conflict', 'document.version');
    return changed[0];
  },
  trace: ({ input: { id: _, version: __, ...facts } }) => ({
    detail: { fields: Object.keys(facts) },
    personal: facts,
  }),
});

/** Takes one meaning away; other meanings of the same bytes, and the bytes, stay. */
export const removeDocument = command({
  action: 'document.remove',
  input: DocumentRef,
  async find(reader, { id }) {
    const [document] = await reader
      .select()
      .from(documents)
      .where(and(eq(documents.id, id), eq(documents.status, 'active')));
    if (document === undefined) throw new DomainError('not_found', 'document');
    const { ownerAccountId, ownerOrganisationId } = document;
    return {
      record: { type: 'document', id },
      subject: {
        owner: ownerAccountId,
        scopes: ownerOrganisationId === null ? [] : [`org:${ownerOrganisationId}`],
      },
      document,
    };
  },
  async run({ tx, input, found, now }) {
    await holdDocument(tx, input.id, found.document.sha256);
    if (found.document.source === 'result' || (await isUsed(tx, input.id)))
      throw new DomainError('conflict', 'document.in_use');
    await tx.update(documents).set({ status: 'removed', removedAt: now }).where(eq(documents.id, input.id));
    await tx.execute(sql`
      update blobs set orphaned_at = ${now.toISOString()}::timestamptz where sha256 = ${found.document.sha256}
        and not exists (select 1 from documents where sha256 = ${found.document.sha256} and status <> 'removed')
        and not exists (select 1 from issued_papers where sha256 = ${found.document.sha256})`);
    return null;
  },
  trace: ({ found }) => ({ detail: { sha256: found.document.sha256 } }),
});

/** Locks meaning and bytes, so that nobody attaches the one or shares the other meanwhile. */
async function holdDocument(tx: Tx, id: string, sha256: string): Promise<void> {
  await tx.execute(sql`select 1 from blobs where sha256 = ${sha256} for update`);
  const held = await tx.execute(
    sql`select 1 from documents where id = ${id} and status = 'active' for update`,
  );
  if (held.length === 0) throw new DomainError('not_found', 'document');
}

/** A paper of a draft may go once it is taken out; what was handed in stays evidence for good. */
async function isUsed(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.execute(sql`
    select 1 from dossier_documents dd join dossiers d on d.id = dd.dossier_id
    where dd.document_id = ${id} and (dd.detached_at is null or dd.detached_at > d.submitted_at) limit 1`);
  return used.length > 0;
}
