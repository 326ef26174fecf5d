import 'server-only';
import { eq, or } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { dossiers } from '@/db/schema/dossiers';
import { complaints } from '@/db/schema/feedback';
import { DomainError } from '@/lib/kernel/errors';

type Dossier = typeof dossiers.$inferSelect;

function scopesOf({ organisationId, unit }: Pick<Dossier, 'organisationId' | 'unit'>): string[] {
  return [unit, ...(organisationId === null ? [] : [`org:${organisationId}`])];
}

/** The dossier somebody has something to say about. */
export async function findOwnDossier(reader: Reader, code: string) {
  const [dossier] = await reader
    .select()
    .from(dossiers)
    .where(or(eq(dossiers.code, code), eq(dossiers.draftCode, code)));
  if (dossier === undefined) throw new DomainError('not_found', 'dossier');
  return {
    dossier,
    record: { type: 'dossier', id: dossier.id },
    subject: { owner: dossier.ownerAccountId, scopes: scopesOf(dossier) },
  };
}

/** A complaint by its code; it belongs to who made it and to the organisation of its dossier. */
export async function findComplaint(reader: Reader, code: string) {
  const [found] = await reader
    .select({
      complaint: complaints,
      unit: dossiers.unit,
      organisationId: dossiers.organisationId,
      dossierCode: dossiers.code,
    })
    .from(complaints)
    .leftJoin(dossiers, eq(dossiers.id, complaints.dossierId))
    .where(eq(complaints.code, code));
  if (found === undefined) throw new DomainError('not_found', 'complaint');
  const { complaint, unit, organisationId, dossierCode } = found;
  return {
    complaint,
    dossierCode,
    record: { type: 'complaint', id: complaint.id },
    subject: {
      owner: complaint.madeBy,
      scopes: unit === null ? [] : scopesOf({ unit, organisationId }),
    },
  };
}
