import 'server-only';
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { cache } from 'react';
import type { Reader } from '@/db/client';
import { placeholder, prepared } from '@/db/prepared';
import {
  clockEvents,
  componentMarks,
  dossierDocuments,
  dossierEvents,
  dossiers,
  feeObligations,
  issuedPapers,
  supplements,
} from '@/db/schema/dossiers';
import { procedureVersions } from '@/db/schema/procedures';
import type { Found } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { isStorable } from '@/lib/kernel/text';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { type DossierFacts, interruptions, paymentDays } from '../rules';

export type DossierRow = typeof dossiers.$inferSelect;

export interface FoundDossier extends Found {
  dossier: DossierRow;
  definition: ProcedureDefinition;
  facts: DossierFacts;
  openSupplement: typeof supplements.$inferSelect | null;
}

/** A dossier by its code or the address of its draft, with all that policy, guards and clock must know: one statement. */
export async function findDossier(reader: Reader, code: string): Promise<FoundDossier> {
  if (!isStorable(code)) throw new DomainError('not_found', 'dossier');
  const [found] = await dossierNamed(reader).execute({ code });
  if (found === undefined) throw new DomainError('not_found', 'dossier');
  const { dossier, definition, openSupplement } = found;
  return {
    dossier,
    definition,
    openSupplement,
    record: { type: 'dossier', id: dossier.id },
    version: dossier.version,
    subject: subjectOf(dossier),
    facts: factsOf(found),
  };
}

/** What stands in other tables about a dossier, read beside its row. */
const aboutDossier = {
  handedIn: sql<string[]>`array(
    select distinct ${dossierDocuments.component} from ${dossierDocuments}
    where ${dossierDocuments.dossierId} = ${dossiers.id} and ${dossierDocuments.detachedAt} is null)`,
  marks: sql<DossierFacts['marks']>`(
    select coalesce(json_agg(json_build_object(
      'component', ${componentMarks.component}, 'verdict', ${componentMarks.verdict})), '[]')
    from ${componentMarks} where ${componentMarks.dossierId} = ${dossiers.id})`,
  unpaid: sql<number>`(
    select coalesce(sum(${feeObligations.amount}), 0)::int from ${feeObligations}
    where ${feeObligations.dossierId} = ${dossiers.id} and ${feeObligations.state} = 'unpaid')`,
  oldestFee: sql<Date | null>`(
    select min(${feeObligations.createdAt}) from ${feeObligations}
    where ${feeObligations.dossierId} = ${dossiers.id} and ${feeObligations.state} = 'unpaid')`.mapWith(
    feeObligations.createdAt,
  ),
  interrupted: sql<DossierFacts['interrupted']>`(
    select coalesce(json_object_agg(${dossierEvents.move}, ${dossierEvents.fromState}
      order by ${dossierEvents.seq}), '{}')
    from ${dossierEvents} where ${dossierEvents.dossierId} = ${dossiers.id}
      and ${inArray(dossierEvents.move, [...interruptions])} and ${dossierEvents.fromState} is not null)`,
  askedAtIntake: sql<boolean>`exists (
    select from ${supplements} asked where asked.dossier_id = ${dossiers.id} and asked.round = 0)`,
};

const dossierNamed = prepared((reader) =>
  reader
    .select({
      dossier: dossiers,
      definition: procedureVersions.definition,
      openSupplement: supplements,
      ...aboutDossier,
    })
    .from(dossiers)
    .innerJoin(
      procedureVersions,
      and(
        eq(procedureVersions.slug, dossiers.procedureSlug),
        eq(procedureVersions.version, dossiers.procedureVersion),
      ),
    )
    .leftJoin(supplements, and(eq(supplements.dossierId, dossiers.id), isNull(supplements.answeredAt)))
    .where(or(eq(dossiers.code, placeholder('code')), eq(dossiers.draftCode, placeholder('code'))))
    .orderBy(sql`${supplements.round} desc nulls last`)
    .limit(1)
    .prepare('dossier'),
);

/** For reads: however many panels ask for it, it is found once while a page is drawn. */
export const findDossierOnce = cache(findDossier);

export function subjectOf(
  dossier: Pick<DossierRow, 'ownerAccountId' | 'unit' | 'organisationId' | 'assigneeId' | 'expertIds'>,
) {
  return {
    owner: dossier.ownerAccountId,
    scopes: [dossier.unit, ...(dossier.organisationId === null ? [] : [`org:${dossier.organisationId}`])],
    assignees: [...(dossier.assigneeId === null ? [] : [dossier.assigneeId]), ...dossier.expertIds],
  };
}

type FoundRow = Pick<FoundDossier, 'dossier' | 'definition' | 'openSupplement'> &
  Pick<DossierFacts, 'handedIn' | 'marks' | 'unpaid' | 'interrupted' | 'askedAtIntake'> & {
    oldestFee: Date | null;
  };

function factsOf({ dossier, definition, openSupplement, oldestFee, ...about }: FoundRow): DossierFacts {
  const { handedIn, marks, unpaid, interrupted, askedAtIntake } = about;
  const requestedItems = (openSupplement?.items ?? []).map(({ component }) => component);
  return {
    state: dossier.state,
    interrupted,
    answers: dossier.answers,
    definition,
    handedIn,
    marks,
    unpaid,
    supplementRounds: dossier.supplementRounds,
    requestedItems,
    openItems: requestedItems.filter((component) => !openSupplement?.addressed.includes(component)),
    supplementDueAt: openSupplement?.dueAt ?? null,
    paymentDueAt: oldestFee === null ? null : new Date(oldestFee.getTime() + paymentDays * 86_400_000),
    decision: dossier.decision?.outcome ?? null,
    checked: dossier.checkedBy !== null,
    askedAtIntake,
  };
}

/** The clock's ledger of a dossier, oldest first, each row with the move that caused it and its paper. */
export async function listClockEvents(reader: Reader, dossierId: string) {
  return reader
    .select({
      kind: clockEvents.kind,
      at: clockEvents.at,
      until: clockEvents.until,
      move: dossierEvents.move,
      paper: issuedPapers.number,
    })
    .from(clockEvents)
    .innerJoin(
      dossierEvents,
      and(eq(dossierEvents.dossierId, clockEvents.dossierId), eq(dossierEvents.seq, clockEvents.eventSeq)),
    )
    .leftJoin(issuedPapers, eq(issuedPapers.id, clockEvents.paperId))
    .where(eq(clockEvents.dossierId, dossierId))
    .orderBy(asc(clockEvents.id));
}
type Ledger = Awaited<ReturnType<typeof listClockEvents>>[number];
/** Without its move a pause counts as a supplement, which is what nearly all of them are. */
export type ClockLedgerRow = Pick<Ledger, 'kind' | 'at' | 'until'> & Partial<Ledger>;
