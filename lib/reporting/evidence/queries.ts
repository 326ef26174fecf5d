import 'server-only';
import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import { blobs, documents } from '@/db/schema/documents';
import { facilities } from '@/db/schema/facilities';
import { reportEvidence, reportPeriods } from '@/db/schema/reporting';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { may } from '@/lib/policy/authorize';
import { findReport, subjectOf } from '../commands/find';
import { elementsOf, formOfVersion } from '../queries/definitions';
import type { EvidenceList, EvidenceMove } from './schema';

const whose = { facility: facilities.id, unit: facilities.unitCode };

/** What was offered for the elements of a report, in this period or before it, newest first. */
export const listEvidence = query<{ reportId: string }, EvidenceList>({
  action: 'report.read',
  async run({ db, actor, input, within }) {
    const { report, facility, period } = await findReport(db, input.reportId);
    const slots = elementsOf(formOfVersion(report.formId, report.formVersion), period.endsOn)
      .filter(({ evidence }) => evidence)
      .map(({ id }) => id);
    const [seen] = await db
      .select({ id: facilities.id })
      .from(facilities)
      .where(and(eq(facilities.id, facility.id), within(whose)));
    if (seen === undefined) throw new DomainError('not_found', 'report');
    const rows = await db
      .select({ evidence: reportEvidence, name: documents.name })
      .from(reportEvidence)
      .innerJoin(documents, eq(documents.id, reportEvidence.documentId))
      .innerJoin(reportPeriods, eq(reportPeriods.id, reportEvidence.periodId))
      .where(
        and(
          eq(reportEvidence.facilityId, facility.id),
          inArray(reportEvidence.elementId, slots),
          lte(reportPeriods.endsOn, period.endsOn),
        ),
      )
      .orderBy(desc(reportEvidence.offeredAt), desc(reportEvidence.id));
    const subject = subjectOf(facility);
    return {
      lines: rows.map(({ evidence: { elementId, ...evidence }, name }) => ({
        ...evidence,
        element: elementId,
        name,
        moves: movesOf(actor, evidence, subject),
      })),
      slots,
      canOffer: may(actor, 'report.enter', subject),
    };
  },
});

function movesOf(
  actor: Actor,
  { state, offeredBy }: Pick<typeof reportEvidence.$inferSelect, 'state' | 'offeredBy'>,
  subject: ReturnType<typeof subjectOf>,
): EvidenceMove[] {
  const standing = state === 'offered' || state === 'accepted';
  const judges = standing && offeredBy !== actor.accountId && may(actor, 'report.verify', subject);
  return [
    ...(judges && state === 'offered' ? (['accept'] as const) : []),
    ...(judges ? (['refuse'] as const) : []),
    ...(standing && may(actor, 'report.enter', subject) ? (['withdraw'] as const) : []),
  ];
}

/** The file itself, for whoever may read the report it was offered for. */
export const getEvidenceFile = query<
  { id: string },
  { sha256: string; name: string; mime: string; size: number }
>({
  action: 'report.read',
  async run({ db, input, within }) {
    const [found] = await db
      .select({
        sha256: blobs.sha256,
        name: documents.name,
        mime: blobs.mime,
        size: blobs.size,
        scan: blobs.scan,
      })
      .from(reportEvidence)
      .innerJoin(facilities, eq(facilities.id, reportEvidence.facilityId))
      .innerJoin(documents, eq(documents.id, reportEvidence.documentId))
      .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
      .where(and(eq(reportEvidence.id, input.id), within(whose)));
    if (found === undefined) throw new DomainError('not_found', 'evidence');
    const { scan, ...file } = found;
    if (scan === 'infected') throw new DomainError('infected_file', 'evidence');
    return file;
  },
});
