import 'server-only';
import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { cache } from 'react';
import type { Reader } from '@/db/client';
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
import { type DossierFacts, type Interruption, interruptions, paymentDays } from '../rules';
import { isDossierMove } from '../workflow';

export type DossierRow = typeof dossiers.$inferSelect;

export interface FoundDossier extends Found {
  dossier: DossierRow;
  definition: ProcedureDefinition;
  facts: DossierFacts;
  openSupplement: typeof supplements.$inferSelect | null;
}

/** A dossier by its code or the address of its draft, with all that policy, guards and clock must know. */
export async function findDossier(reader: Reader, code: string): Promise<FoundDossier> {
  if (!isStorable(code)) throw new DomainError('not_found', 'dossier');
  const [found] = await reader
    .select({ dossier: dossiers, definition: procedureVersions.definition })
    .from(dossiers)
    .innerJoin(
      procedureVersions,
      and(
        eq(procedureVersions.slug, dossiers.procedureSlug),
        eq(procedureVersions.version, dossiers.procedureVersion),
      ),
    )
    .where(or(eq(dossiers.code, code), eq(dossiers.draftCode, code)))
    .prepare('dossier')
    .execute();
  if (found === undefined) throw new DomainError('not_found', 'dossier');
  const { dossier, definition } = found;
  const asked = await listSupplements(reader, dossier.id);
  const openSupplement = asked.find(({ answeredAt }) => answeredAt === null) ?? null;
  return {
    dossier,
    definition,
    openSupplement,
    record: { type: 'dossier', id: dossier.id },
    version: dossier.version,
    subject: subjectOf(dossier),
    facts: {
      ...(await factsOf(reader, { dossier, definition, openSupplement })),
      askedAtIntake: asked.some(({ round }) => round === 0),
    },
  };
}

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

/** Requests for a supplement, the newest first. */
async function listSupplements(reader: Reader, dossierId: string) {
  return reader
    .select()
    .from(supplements)
    .where(eq(supplements.dossierId, dossierId))
    .orderBy(desc(supplements.round))
    .prepare('supplements')
    .execute();
}

async function factsOf(
  reader: Reader,
  { dossier, definition, openSupplement }: Pick<FoundDossier, 'dossier' | 'definition' | 'openSupplement'>,
): Promise<Omit<DossierFacts, 'askedAtIntake'>> {
  const [handedIn, marks, fees, interrupted] = await Promise.all([
    reader
      .selectDistinct({ component: dossierDocuments.component })
      .from(dossierDocuments)
      .where(and(eq(dossierDocuments.dossierId, dossier.id), isNull(dossierDocuments.detachedAt)))
      .prepare('handed in')
      .execute(),
    reader
      .select({ component: componentMarks.component, verdict: componentMarks.verdict })
      .from(componentMarks)
      .where(eq(componentMarks.dossierId, dossier.id))
      .prepare('marks')
      .execute(),
    reader
      .select({ amount: feeObligations.amount, createdAt: feeObligations.createdAt })
      .from(feeObligations)
      .where(and(eq(feeObligations.dossierId, dossier.id), eq(feeObligations.state, 'unpaid')))
      .prepare('unpaid')
      .execute(),
    interruptedStates(reader, dossier.id),
  ]);
  const oldestFee = fees.map(({ createdAt }) => createdAt.getTime()).sort((a, b) => a - b)[0];
  return {
    state: dossier.state,
    interrupted,
    answers: dossier.answers,
    definition,
    handedIn: handedIn.map(({ component }) => component),
    marks,
    unpaid: fees.reduce((sum, fee) => sum + fee.amount, 0),
    supplementRounds: dossier.supplementRounds,
    requestedItems: (openSupplement?.items ?? []).map(({ component }) => component),
    openItems: (openSupplement?.items ?? [])
      .map(({ component }) => component)
      .filter((component) => !openSupplement?.addressed.includes(component)),
    supplementDueAt: openSupplement?.dueAt ?? null,
    paymentDueAt: oldestFee === undefined ? null : new Date(oldestFee + paymentDays * 86_400_000),
    decision: dossier.decision?.outcome ?? null,
    checked: dossier.checkedBy !== null,
  };
}

async function interruptedStates(reader: Reader, dossierId: string): Promise<DossierFacts['interrupted']> {
  const rows = await reader
    .select({ move: dossierEvents.move, from: dossierEvents.fromState })
    .from(dossierEvents)
    .where(and(eq(dossierEvents.dossierId, dossierId), inArray(dossierEvents.move, [...interruptions])))
    .orderBy(asc(dossierEvents.seq))
    .prepare('interruptions')
    .execute();
  const states: Partial<Record<Interruption, DossierRow['state']>> = {};
  for (const { move, from } of rows) {
    if (isDossierMove(move) && (move === 'request_fee' || move === 'request_withdrawal') && from !== null)
      states[move] = from;
  }
  return states;
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
