import 'server-only';
import { and, asc, eq, gt, inArray, lte, max, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { isAnyOf } from '@/db/lists';
import { dossierEvents, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { changes } from '@/db/schema/outbox';
import { InvalidInput } from '@/lib/kernel/errors';
import { type Cursor, decodeTimeCursor, encodeCursor } from '@/lib/kernel/pagination';
import { query, type Reading } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import type { ChangeFilter, DossierFilter } from '../api/schema';
import { type DossierState, dossierStates, type PublicStatus } from '../workflow';
import { ownership, seen, unseen } from './views';
import { type Order, pageOf, straightPageOf, type Walk } from './walks';

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

/** Dossiers in the caller's scope in the order they were submitted, the caller's own drafts after them. */
export const listExchanged = query<DossierFilter, { rows: ExchangedDossier[]; next: string | null }>({
  action: 'dossier.read',
  reads: ({ rows }) => rows.map(({ id }) => ({ type: 'dossier', id })),
  async run(reading) {
    const { db, input } = reading;
    const size = input.limit + 1;
    const order: Order = { by: 'submitted', descending: false, cursor: cursorOf(input.after), size };
    const walks = walksOf(reading);
    const straight = straightPageOf(walks, order);
    const from = db.select(line).from(dossiers);
    const rows = await (straight === null
      ? from
          .innerJoin(sql`(${pageOf(walks, order)}) page`, sql`page.id = ${dossiers.id}`)
          .orderBy(sql`page.key, page.id`)
      : from.where(straight.where).orderBy(straight.orderBy).limit(size).prepare('exchanged').execute());
    const page = rows.slice(0, input.limit);
    const results = await listResults(
      db,
      page.map(({ id }) => id),
    );
    const last = rows.length > input.limit ? page.at(-1) : undefined;
    return {
      rows: page.map((row) => ({ ...row, results: results.filter(({ dossierId }) => dossierId === row.id) })),
      next:
        last === undefined
          ? null
          : encodeCursor({ value: last.submittedAt?.toISOString() ?? null, id: last.id }),
    };
  },
});

/** One walk for each way the caller reaches dossiers; one more for the drafts only an applicant sees. */
function walksOf({ actor, ways, within, input }: Reading<DossierFilter>): Walk[] {
  const { publicStatus, procedure, externalRef } = input;
  const filters = [
    procedure === undefined ? undefined : eq(dossiers.procedureSlug, procedure),
    externalRef === undefined ? undefined : eq(dossiers.externalRef, externalRef),
  ];
  const states = publicStatus === undefined ? seen : statesOf(publicStatus as PublicStatus);
  const everything = publicStatus === undefined && procedure === undefined;
  const walks = ways(ownership).map(({ by, condition }): Walk => {
    const byState = !everything || by === 'unit' || by === 'assignee' || by === 'invited';
    const where = [condition, ...filters];
    return { states: byState ? states : 'seen', where, gather: by === 'invited' };
  });
  if (publicStatus !== undefined || reachOf(actor, 'dossier.draft').length === 0) return walks;
  return [
    ...walks,
    { states: unseen, where: [within(ownership), appliedFor(actor), ...filters], gather: true },
  ];
}

/** A cursor that is not ours must not silently start the list again: the caller would loop. */
function cursorOf(text: string | undefined): Cursor | null {
  const cursor = decodeTimeCursor(text);
  if (cursor === null && text !== undefined)
    throw new InvalidInput([{ path: 'after', code: 'unknown_cursor' }]);
  return cursor;
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
          or(notInArray(dossierEvents.toState, [...unseen]), appliedFor(actor)),
        ),
      )
      .orderBy(asc(changes.sequence))
      .limit(input.limit);
    const last = rows.length === input.limit ? rows.at(-1)?.sequence : undefined;
    return { rows, next: last ?? Math.max(highest, input.after) };
  },
});
