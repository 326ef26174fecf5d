import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { dossiers } from '@/db/schema/dossiers';
import { procedures } from '@/db/schema/procedures';
import { countCap, decodeTimeCursor, encodeCursor, type Page } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import type { ListDossiers } from '../schema';
import type { DossierState } from '../workflow';
import { endOfSoon, ownership, walksOf } from './views';
import { countOf, type Order, pageOf, searchedPageOf, straightPageOf } from './walks';
import { readWords } from './words';

const pageSize = 25;

const line = {
  id: dossiers.id,
  code: dossiers.code,
  draftCode: dossiers.draftCode,
  state: dossiers.state,
  procedureSlug: dossiers.procedureSlug,
  procedureVi: procedures.titleVi,
  procedureEn: procedures.titleEn,
  applicantName: dossiers.applicantName,
  subject: dossiers.subject,
  unit: dossiers.unit,
  assignee: accounts.name,
  channel: dossiers.channel,
  submittedAt: dossiers.submittedAt,
  receivedAt: dossiers.receivedAt,
  dueAt: dossiers.dueAt,
  endedAt: dossiers.endedAt,
  updatedAt: dossiers.updatedAt,
  sample: dossiers.sample,
};

/** The officers' list: any filter, sort and page, by keyset, inside the actor's reach. */
export const listDossiers = query<ListDossiers & { size?: number }, Page<DossierLine>>({
  action: 'dossier.read',
  from: 'replica',
  reads: ({ rows }) => rows.map(({ id }) => ({ type: 'dossier', id })),
  async run(reading) {
    const { db, input } = reading;
    const { sort, size = pageSize } = input;
    const backwards = input.before !== undefined;
    const cursor = decodeTimeCursor(input.before ?? input.after);
    const order: Order = {
      by: sort,
      descending: (input.order === 'desc') !== backwards,
      cursor,
      size: size + 1,
    };
    const [words, soon] = await Promise.all([readWords(db, input.q), endOfSoon(db, [input.view])]);
    const walks = walksOf(reading, { soon, searching: words !== undefined });
    const straight = words === undefined ? straightPageOf(walks, order) : null;
    const found = words === undefined ? pageOf(walks, order) : searchedPageOf(walks, words, order);
    const rows = await (straight === null
      ? linesOf(db, found, order.descending)
      : linesFrom(db)
          .where(straight.where)
          .orderBy(straight.orderBy)
          .limit(order.size)
          .prepare('lines')
          .execute());
    return toPage(rows, { sort, size, backwards, hasCursor: cursor !== null });
  },
});

/** Others ask for lists meanwhile: a piece is short work, and after it the process is theirs for as long. */
const exportedPiece = 200;

/** The whole list in pieces, each asked for when the last one has been taken, each logged as read. */
export async function* exportDossiers(actor: Actor, input: ListDossiers): AsyncGenerator<DossierLine[]> {
  let after: string | undefined;
  do {
    const began = performance.now();
    const page = await listDossiers(actor, { ...input, before: undefined, after, size: exportedPiece });
    const rest = pause(performance.now() - began);
    yield page.rows;
    await rest;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

const linesFrom = (db: Database) =>
  db
    .select(line)
    .from(dossiers)
    .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
    .leftJoin(accounts, eq(accounts.id, dossiers.assigneeId));

/** The lines of the rows found, in the order they were found in. */
async function linesOf(db: Database, found: SQL, descending: boolean): Promise<DossierLine[]> {
  const direction = sql.raw(descending ? 'desc' : 'asc');
  return await linesFrom(db)
    .innerJoin(sql`(${found}) page`, sql`page.id = ${dossiers.id}`)
    .orderBy(sql`page.key ${direction}, page.id ${direction}`);
}

export type DossierLine = {
  id: string;
  code: string | null;
  draftCode: string;
  state: DossierState;
  procedureSlug: string;
  procedureVi: string;
  procedureEn: string;
  applicantName: string;
  subject: string;
  unit: string;
  assignee: string | null;
  channel: string;
  submittedAt: Date | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  updatedAt: Date;
  sample: boolean;
};

function toPage(
  found: DossierLine[],
  page: { sort: Order['by']; size: number; backwards: boolean; hasCursor: boolean },
): Page<DossierLine> {
  const more = found.length > page.size;
  const rows = found.slice(0, page.size);
  if (page.backwards) rows.reverse();
  const cursorOf = (row: DossierLine | undefined) => {
    if (row === undefined) return null;
    const value = { due: row.dueAt, submitted: row.submittedAt, updated: row.updatedAt }[page.sort];
    return encodeCursor({ value: value?.toISOString() ?? null, id: row.id });
  };
  const hasNext = page.backwards ? page.hasCursor : more;
  const hasPrevious = page.backwards ? more : page.hasCursor;
  return {
    rows,
    next: hasNext ? cursorOf(rows.at(-1)) : null,
    previous: hasPrevious ? cursorOf(rows[0]) : null,
  };
}

/** How many dossiers each view holds, up to the cap: the tabs of the list and the figures of today's work. */
export const countDossiers = query<{ views: readonly ListDossiers['view'][] }, Record<string, number>>({
  action: 'dossier.read',
  from: 'replica',
  async run({ db, actor, ways, within, input }) {
    const soon = await endOfSoon(db, input.views);
    const counts = input.views.map((view) => {
      const walks = walksOf({ actor, ways, within, input: { view } }, { soon, searching: false });
      return [view, sql<number>`${countOf(walks, countCap + 1)}`] as const;
    });
    const [row] = await db
      .select(Object.fromEntries(counts))
      .from(sql`(select) nothing`)
      .prepare('counts')
      .execute();
    return row ?? {};
  },
});

/** The applicant's own dossiers, newest first, drafts included. */
export const listOwnDossiers = query<{ after?: string }, Page<DossierLine>>({
  action: 'dossier.draft',
  async run({ db, input, ways }) {
    const cursor = decodeTimeCursor(input.after);
    const walks = ways(ownership).map(({ condition }) => ({ states: 'own' as const, where: [condition] }));
    const found = pageOf(walks, { by: 'updated', descending: true, cursor, size: pageSize + 1 });
    const rows = await linesOf(db, found, true);
    return toPage(rows, { sort: 'updated', size: pageSize, backwards: false, hasCursor: cursor !== null });
  },
});
