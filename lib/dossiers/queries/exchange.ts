import 'server-only';
import { and, asc, eq, gt, inArray, lte, max, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { isAnyOf } from '@/db/lists';
import { dossierEvents, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { changes } from '@/db/schema/outbox';
import { InvalidInput } from '@/lib/kernel/errors';
import { decodeCursor, encodeCursor } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import type { ChangeFilter, DossierFilter } from '../api/schema';
import { type DossierState, dossierStates, type PublicStatus } from '../workflow';

const ownership = {
  owner: dossiers.ownerAccountId,
  organisation: dossiers.organisationId,
  unit: dossiers.unit,
  assignee: dossiers.assigneeId,
  invited: dossiers.expertIds,
};

const unseen: DossierState[] = ['draft', 'cancelled'];

/** Dossiers of which the actor is the applicant: only these show their drafts. */
function appliedFor(actor: Actor): SQL | undefined {
  const organisations = reachOf(actor, 'dossier.draft').flatMap(({ grant: { scope } }) =>
    scope?.startsWith('org:') ? [scope.slice('org:'.length)] : [],
  );
  return or(
    eq(dossiers.ownerAccountId, actor.accountId),
    organisations.length === 0 ? undefined : inArray(dossiers.organisationId, organisations),
  );
}

const statesOf = (status: PublicStatus): DossierState[] =>
  (Object.keys(dossierStates) as DossierState[]).filter((state) => dossierStates[state].public === status);

export interface ExchangedResult {
  id: string;
  dossierId: string;
  sha256: string;
  status: 'valid' | 'corrected' | 'revoked';
  expiresAt: Date | null;
}

const line = {
  id: dossiers.id,
  code: sql<string>`coalesce(${dossiers.code}, ${dossiers.draftCode})`,
  procedure: dossiers.procedureSlug,
  state: dossiers.state,
  applicantName: dossiers.applicantName,
  externalRef: dossiers.externalRef,
  submittedAt: dossiers.submittedAt,
  receivedAt: dossiers.receivedAt,
  dueAt: dossiers.dueAt,
  endedAt: dossiers.endedAt,
  sample: dossiers.sample,
};

export interface ExchangedDossier {
  id: string;
  code: string;
  procedure: string;
  state: DossierState;
  applicantName: string;
  externalRef: string | null;
  submittedAt: Date | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  sample: boolean;
  results: ExchangedResult[];
}

/** Dossiers in the caller's scope, oldest first, so that a page once read never changes its place. */
export const listExchanged = query<DossierFilter, { rows: ExchangedDossier[]; next: string | null }>({
  action: 'dossier.read',
  reads: ({ rows }) => rows.map(({ id }) => ({ type: 'dossier', id })),
  async run({ db, actor, input, within }) {
    const { publicStatus, procedure, externalRef, limit } = input;
    const rows = await db
      .select(line)
      .from(dossiers)
      .where(
        and(
          within(ownership),
          or(notInArray(dossiers.state, unseen), appliedFor(actor)),
          publicStatus === undefined
            ? undefined
            : inArray(dossiers.state, statesOf(publicStatus as PublicStatus)),
          procedure === undefined ? undefined : eq(dossiers.procedureSlug, procedure),
          externalRef === undefined ? undefined : eq(dossiers.externalRef, externalRef),
          input.after === undefined ? undefined : gt(dossiers.id, idAfter(input.after)),
        ),
      )
      .orderBy(asc(dossiers.id))
      .limit(limit + 1)
      .prepare('exchanged')
      .execute();
    const page = rows.slice(0, limit);
    const results = await listResults(
      db,
      page.map(({ id }) => id),
    );
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      rows: page.map((row) => ({ ...row, results: results.filter(({ dossierId }) => dossierId === row.id) })),
      next: last === undefined ? null : encodeCursor({ value: null, id: last.id }),
    };
  },
});

/** A cursor that is not ours must not silently start the list again: the caller would loop. */
function idAfter(text: string): string {
  const id = decodeCursor(text)?.id;
  if (!z.uuid().safeParse(id).success || id === undefined)
    throw new InvalidInput([{ path: 'after', code: 'unknown_cursor' }]);
  return id;
}

async function listResults(db: Database, dossierIds: string[]): Promise<ExchangedResult[]> {
  if (dossierIds.length === 0) return [];
  const rows = await db
    .select({
      id: issuedPapers.id,
      dossierId: issuedPapers.dossierId,
      sha256: issuedPapers.sha256,
      status: issuedPapers.status,
      expiresAt: issuedPapers.expiresAt,
    })
    .from(issuedPapers)
    .where(
      and(
        isAnyOf(issuedPapers.dossierId, 'uuid', dossierIds),
        eq(issuedPapers.kind, 'result'),
        ne(issuedPapers.status, 'draft'),
      ),
    )
    .orderBy(asc(issuedPapers.issuedAt))
    .prepare('results')
    .execute();
  return rows.flatMap(({ dossierId, status, ...row }) =>
    dossierId === null || status === 'draft' ? [] : [{ ...row, dossierId, status }],
  );
}

export interface ExchangedChange {
  sequence: number;
  code: string;
  kind: string;
  state: DossierState;
  at: Date;
}

/**
 * What changed after a sequence, in the caller's scope. Sequences are given at commit, one after the other, so
 * what is seen once is complete: the mark is read first and nothing beyond it is answered.
 */
export const listChanges = query<ChangeFilter, { rows: ExchangedChange[]; next: number }>({
  action: 'dossier.read',
  async run({ db, actor, input, within }) {
    const [mark] = await db.select({ highest: max(changes.sequence) }).from(changes);
    const highest = mark?.highest ?? 0;
    const rows = await db
      .select({
        sequence: changes.sequence,
        code: line.code,
        kind: changes.kind,
        state: dossierEvents.toState,
        at: changes.at,
      })
      .from(changes)
      .innerJoin(dossiers, eq(dossiers.id, changes.recordId))
      .innerJoin(dossierEvents, eq(dossierEvents.id, changes.eventId))
      .where(
        and(
          eq(changes.recordType, 'dossier'),
          gt(changes.sequence, input.after),
          lte(changes.sequence, highest),
          within(ownership),
          or(notInArray(dossierEvents.toState, unseen), appliedFor(actor)),
        ),
      )
      .orderBy(asc(changes.sequence))
      .limit(input.limit);
    const last = rows.length === input.limit ? rows.at(-1)?.sequence : undefined;
    return { rows, next: last ?? Math.max(highest, input.after) };
  },
});
