import 'server-only';
import { and, eq, gte, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { blobs, documents, reuseConsents } from '@/db/schema/documents';
import { dossierDocuments, supplements } from '@/db/schema/dossiers';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/policy/actor';
import { editableNow } from '../rules';
import { AttachDocument, DetachDocument } from '../schema';
import { address, touch } from './draft';
import { type FoundDossier, findDossier } from './find';

const findForApplicant = (reader: Reader, { code }: { code: string }) => findDossier(reader, code);

/** Hands a stored paper in for a component. The bytes stay where they are; only a meaning is added. */
export const attachDocument = command({
  action: 'dossier.draft',
  sees: 'dossier.read',
  input: AttachDocument,
  find: findForApplicant,
  async run({ tx, actor, input, found, now }) {
    const component = found.definition.components.find(({ code }) => code === input.component);
    if (component === undefined) throw new DomainError('not_found', 'component');
    if (!editableNow(found.facts, { kind: 'component', component: input.component }))
      throw new DomainError('denied', input.component);
    await assertOwnDocument(tx, found, input.documentId, actor);
    const held = await countAttached(tx, found.dossier.id, input.component);
    if (held >= Math.max(1, component.maxFiles)) throw new DomainError('limit_reached', input.component);
    const id = newId(now);
    await tx.insert(dossierDocuments).values({
      id,
      dossierId: found.dossier.id,
      component: input.component,
      documentId: input.documentId,
      reused: input.reused,
      attachedAt: now,
      attachedBy: actor.accountId,
      round: found.openSupplement?.round ?? 0,
    });
    if (input.reused) {
      await tx.insert(reuseConsents).values({
        id: newId(now),
        documentId: input.documentId,
        dossierId: found.dossier.id,
        accountId: actor.accountId,
        purpose: 'dossier',
        givenAt: now,
      });
    }
    await touch(tx, found, { now });
    await address(tx, found, [input.component]);
    return { id };
  },
  trace: ({ input }, { id }) => ({
    detail: {
      attachment: id,
      component: input.component,
      document: input.documentId,
      reused: input.reused ?? false,
    },
  }),
});

/** Takes a paper back out; the document itself stays in the applicant's store. */
export const detachDocument = command({
  action: 'dossier.draft',
  sees: 'dossier.read',
  input: DetachDocument,
  find: findForApplicant,
  async run({ tx, input, found, now }) {
    const [attachment] = await tx
      .select()
      .from(dossierDocuments)
      .where(
        and(
          eq(dossierDocuments.id, input.attachmentId),
          eq(dossierDocuments.dossierId, found.dossier.id),
          isNull(dossierDocuments.detachedAt),
        ),
      );
    if (attachment === undefined) throw new DomainError('not_found', 'attachment');
    const { component } = attachment;
    if (!editableNow(found.facts, { kind: 'component', component }))
      throw new DomainError('denied', component);
    await tx.update(dossierDocuments).set({ detachedAt: now }).where(eq(dossierDocuments.id, attachment.id));
    await touch(tx, found, { now });
    await reopen(tx, found, component);
    return { component };
  },
  trace: ({ input }, { component }) => ({ detail: { attachment: input.attachmentId, component } }),
});

/** An asked item whose new paper was taken out again is not dealt with. */
async function reopen(tx: Tx, { openSupplement }: FoundDossier, component: string): Promise<void> {
  if (openSupplement === null) return;
  const { id, dossierId, round, addressed } = openSupplement;
  const left = await tx.$count(
    dossierDocuments,
    and(
      eq(dossierDocuments.dossierId, dossierId),
      eq(dossierDocuments.component, component),
      eq(dossierDocuments.round, round),
      gte(dossierDocuments.attachedAt, openSupplement.requestedAt),
      isNull(dossierDocuments.detachedAt),
    ),
  );
  if (left > 0) return;
  await tx
    .update(supplements)
    .set({ addressed: addressed.filter((one) => one !== component) })
    .where(eq(supplements.id, id));
}

/** Locks the document: one that is being removed can't be handed in, one handed in can't be removed. */
async function assertOwnDocument(
  tx: Tx,
  found: FoundDossier,
  documentId: string,
  actor: Actor,
): Promise<void> {
  const [document] = await tx
    .select({
      ownerAccountId: documents.ownerAccountId,
      ownerOrganisationId: documents.ownerOrganisationId,
      scan: blobs.scan,
    })
    .from(documents)
    .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
    .where(and(eq(documents.id, documentId), eq(documents.status, 'active')))
    .for('update', { of: documents });
  const { organisationId } = found.dossier;
  const own =
    document !== undefined &&
    (document.ownerAccountId === actor.accountId ||
      (organisationId !== null && document.ownerOrganisationId === organisationId));
  if (!own) throw new DomainError('not_found', 'document');
  if (document.scan === 'infected') throw new DomainError('infected_file', 'document');
}

async function countAttached(tx: Tx, dossierId: string, component: string): Promise<number> {
  const rows = await tx
    .select({ id: dossierDocuments.id })
    .from(dossierDocuments)
    .where(
      and(
        eq(dossierDocuments.dossierId, dossierId),
        eq(dossierDocuments.component, component),
        isNull(dossierDocuments.detachedAt),
      ),
    )
    .limit(100);
  return rows.length;
}
