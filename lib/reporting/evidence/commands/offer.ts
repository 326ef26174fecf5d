import 'server-only';
import { buffer } from 'node:stream/consumers';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { documents } from '@/db/schema/documents';
import { reportEvidence } from '@/db/schema/reporting';
import { orgUnits } from '@/db/schema/units';
import { keepBlob } from '@/lib/documents/commands';
import { discardFile, keepFile } from '@/lib/documents/uploads/commands';
import { signingRoots } from '@/lib/integrations/signing';
import { inspectSignatures } from '@/lib/integrations/signing/inspect';
import { storage } from '@/lib/integrations/storage';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command, type Running } from '@/lib/kernel/command';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { type FacilityRow, type FoundReport, findReport } from '../../commands/find';
import { elementsOf, formOfVersion } from '../../queries/definitions';
import type { EvidenceFinding } from '../define';
import { evidenceFindings, faultsOf, type SignatureFacts } from '../rules';
import { EvidenceClaim, maxEvidenceBytes, type OfferOutcome, RecordEvidence } from '../schema';

interface Found extends FoundReport {
  names: string[];
}

interface Inspected {
  signatures: SignatureFacts[];
  signedAt: Date | null;
}

type Run = Running<RecordEvidence, Found, Inspected>;

/** Takes a file that is to prove a claim; what does not stand the checks is not kept. */
export async function offerEvidence(
  actor: Actor,
  file: { stream: AsyncIterable<Uint8Array>; name: string },
  given: EvidenceClaim,
): Promise<OfferOutcome> {
  if (reachOf(actor, 'report.enter').length === 0) throw new DomainError('denied', 'report.enter');
  const claim = claimOf(given);
  const kept = await keepFile({ ...file, stream: limited(file.stream) });
  try {
    return await recordEvidence(actor, { ...claim, ...kept, name: file.name });
  } finally {
    await discardFile(kept.sha256);
  }
}

function claimOf(given: EvidenceClaim): EvidenceClaim {
  const { data, error } = EvidenceClaim.safeParse(given);
  if (data !== undefined) return data;
  throw new InvalidInput(error.issues.map(({ path, code }) => ({ path: path.join('.'), code })));
}

async function* limited(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxEvidenceBytes) throw new DomainError('too_large', String(maxEvidenceBytes));
    yield chunk;
  }
}

/** The act is on the trail either way: a refused attempt is worth knowing too. */
const recordEvidence = command({
  action: 'report.enter',
  sees: 'report.read',
  input: RecordEvidence,
  async find(reader, { reportId, element }): Promise<Found> {
    const found = await findReport(reader, reportId);
    const { report, period } = found;
    const asked = elementsOf(formOfVersion(report.formId, report.formVersion), period.endsOn);
    if (!asked.some(({ id, evidence }) => id === element && evidence))
      throw new InvalidInput([{ path: 'element', code: 'no_slot' }]);
    return { ...found, names: await namesOf(reader, found.facility) };
  },
  prepare: ({ input }) => inspect(input),
  async run(running: Run): Promise<OfferOutcome> {
    const { tx, input, found, prepared } = running;
    // Whoever offers the same bytes at the same time waits here and then finds them used.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`evidence:${input.sha256}`}, 0))`);
    const findings = evidenceFindings({
      signatures: prepared.signatures,
      issuedOn: input.issuedOn,
      issuingUnit: input.issuingUnit,
      periodEnd: found.period.endsOn,
      names: found.names,
      usedFor: await usedFor(tx, input.sha256, found.facility.id),
    });
    const faults = faultsOf(findings);
    if (faults.length > 0) return { outcome: 'refused', faults };
    return { outcome: 'offered', id: await keep(running, findings) };
  },
  trace: ({ input, prepared }, result) => ({
    detail: {
      evidence: input.element,
      sha256: input.sha256,
      outcome: result.outcome,
      ...(result.outcome === 'refused' ? { faults: result.faults } : { id: result.id }),
    },
    personal: { signer: prepared.signatures.at(-1)?.name },
  }),
});

const managingBody: Readonly<Record<FacilityRow['managedBy'], readonly string[]>> = {
  byt: ['Bộ Y tế', 'Ministry of Health'],
  bqp: ['Bộ Quốc phòng', 'Ministry of National Defence'],
  bca: ['Bộ Công an', 'Ministry of Public Security'],
  other_ministry: [],
  province: [],
  owner: [],
};

async function namesOf(reader: Reader, facility: FacilityRow): Promise<string[]> {
  const units =
    facility.unitCode === null
      ? []
      : await reader
          .select({ vi: orgUnits.nameVi, en: orgUnits.nameEn })
          .from(orgUnits)
          .where(eq(orgUnits.code, facility.unitCode));
  return [
    facility.nameVi,
    facility.nameEn,
    ...units.flatMap(({ vi, en }) => [vi, en]),
    ...managingBody[facility.managedBy],
  ];
}

/** Only a PDF carries a signature this portal can read; a picture is a scan. */
async function inspect({ sha256, mime }: RecordEvidence): Promise<Inspected> {
  if (mime !== 'application/pdf') return { signatures: [], signedAt: null };
  const roots = await signingRoots();
  const found = await inspectSignatures(await buffer(await storage().open(sha256)), roots);
  return {
    signatures: found.map(({ signedAt, trusted, ...facts }) => ({
      ...facts,
      signedOn: signedAt === null ? null : civilDateAt(signedAt),
      // Without a known authority nothing can be said of it; the department judges the certificate.
      trusted: roots.length === 0 ? null : trusted,
    })),
    signedAt: found.at(-1)?.signedAt ?? null,
  };
}

/** Another facility's claim is not named. */
async function usedFor(tx: Tx, sha256: string, facilityId: string): Promise<string | null> {
  const [used] = await tx
    .select({ facilityId: reportEvidence.facilityId, element: reportEvidence.elementId })
    .from(reportEvidence)
    .where(and(eq(reportEvidence.sha256, sha256), inArray(reportEvidence.state, ['offered', 'accepted'])));
  if (used === undefined) return null;
  return used.facilityId === facilityId ? used.element : 'other';
}

async function keep({ tx, actor, input, found, prepared, now }: Run, findings: EvidenceFinding[]) {
  const { sha256, size, mime, scan, element, numberSymbol, issuedOn, issuingUnit } = input;
  const [id, documentId] = [newId(now), newId(now)];
  const sample = actor.sample || found.facility.sample;
  await keepBlob(tx, { sha256, size, mime, scan }, now);
  await tx.insert(documents).values({
    id: documentId,
    sha256,
    name: input.name,
    typeCode: `evidence:${element}`,
    source: 'evidence',
    numberSymbol,
    issuingAgency: issuingUnit,
    issueDate: issuedOn,
    uploadedBy: actor.accountId,
    createdAt: now,
    sample,
  });
  await tx.insert(reportEvidence).values({
    id,
    facilityId: found.facility.id,
    elementId: element,
    periodId: found.period.id,
    documentId,
    sha256,
    numberSymbol,
    issuedOn,
    issuingUnit,
    signer: prepared.signatures.at(-1)?.name ?? '',
    signedAt: prepared.signedAt,
    findings,
    offeredAt: now,
    offeredBy: actor.accountId,
    sample,
  });
  return id;
}
