import 'server-only';
import { and, asc, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { type Database, database } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { auditActs } from '@/db/schema/audit';
import { dossiers } from '@/db/schema/dossiers';

import { dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { verifyChain } from '../queries';
import type { ActFilter, ActLine, ChainVerdict } from '../schema';

export const pageSize = 50;
const exportBatch = 1_000;

/** Who opened or ended a session is the account it belongs to: nobody was signed in yet, or any more. */
const doer = sql`coalesce(${auditActs.actorId},
  case when ${auditActs.action} in ('session.open', 'session.end') then ${auditActs.recordId}::uuid end)`;

/** Before or after an act in time; acts of one instant in the order they were written. */
const beside = (sign: '<' | '>', id: number): SQL =>
  sql`(${auditActs.at}, ${auditActs.id}) ${sql.raw(sign)} (select a.at, a.id from audit_acts a where a.id = ${id})`;

const line = {
  id: auditActs.id,
  at: auditActs.at,
  action: auditActs.action,
  outcome: auditActs.outcome,
  recordType: auditActs.recordType,
  recordId: auditActs.recordId,
  seq: auditActs.seq,
  role: auditActs.role,
  scope: auditActs.scope,
  actor: accounts.name,
  /** Code of the dossier the act was about, when it was one. */
  dossier: sql<string | null>`coalesce(${dossiers.code}, ${dossiers.draftCode})`,
};

/** A record may be named by its id or, when it is a dossier, by its code. */
const namesRecord = (record: string): SQL | undefined =>
  or(
    eq(auditActs.recordId, record),
    sql`${auditActs.recordId} in (select d.id::text from dossiers d where d.code = ${record} or d.draft_code = ${record})`,
  );

function conditions({ action, outcome, record, from, to }: ActFilter): SQL | undefined {
  return and(
    action === undefined || action === '' ? undefined : eq(auditActs.action, action),
    outcome === undefined ? undefined : eq(auditActs.outcome, outcome),
    record === undefined || record === '' ? undefined : namesRecord(record),
    from === undefined ? undefined : gte(auditActs.at, instantAt(dayNumberOf(from), 0)),
    to === undefined ? undefined : lt(auditActs.at, instantAt(dayNumberOf(to) + 1, 0)),
  );
}

function selectLines(db: Database) {
  return db
    .select(line)
    .from(auditActs)
    .leftJoin(accounts, sql`${accounts.id} = ${doer}`)
    .leftJoin(
      dossiers,
      and(
        eq(auditActs.recordType, 'dossier'),
        sql`${dossiers.id} = case when ${auditActs.recordType} = 'dossier' then ${auditActs.recordId}::uuid end`,
      ),
    );
}

async function selectActs(db: Database, filter: ActFilter) {
  const backwards = filter.after !== undefined;
  const rows = await selectLines(db)
    .where(
      and(
        conditions(filter),
        filter.before === undefined ? undefined : beside('<', filter.before),
        filter.after === undefined ? undefined : beside('>', filter.after),
      ),
    )
    .orderBy(
      ...(backwards ? [asc(auditActs.at), asc(auditActs.id)] : [desc(auditActs.at), desc(auditActs.id)]),
    )
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  if (backwards) page.reverse();
  const more = rows.length > pageSize;
  const [first, last] = [page[0]?.id ?? null, page.at(-1)?.id ?? null];
  return {
    rows: page,
    /** Acts newer than the page, acts older than it. */
    newer: backwards ? (more ? first : null) : filter.before === undefined ? null : first,
    older: backwards ? last : more ? last : null,
  };
}

/** The trail for auditors, newest first. */
export const listActs = query<ActFilter, Awaited<ReturnType<typeof selectActs>>>({
  action: 'audit.read',
  run: ({ db, input }) => selectActs(db, input),
});

export interface ActView {
  act: typeof auditActs.$inferSelect & { actor: string | null; dossier: string | null };
  /** The neighbours in the chain of the same record. */
  previous: number | null;
  next: number | null;
}

export const getAct = query<{ id: number }, ActView>({
  action: 'audit.read',
  reads: ({ act }) => [{ type: act.recordType, id: act.recordId }],
  run: async ({ db, input }) => {
    const [act] = await db.select().from(auditActs).where(eq(auditActs.id, input.id));
    const [named] = await selectLines(db).where(eq(auditActs.id, input.id));
    if (act === undefined || named === undefined) throw new DomainError('not_found', 'audit.act');
    const around = await db
      .select({ id: auditActs.id, seq: auditActs.seq })
      .from(auditActs)
      .where(
        and(
          eq(auditActs.recordType, act.recordType),
          eq(auditActs.recordId, act.recordId),
          sql`${auditActs.seq} in (${act.seq - 1}, ${act.seq + 1})`,
        ),
      );
    const idAt = (seq: number) => around.find((one) => one.seq === seq)?.id ?? null;
    return {
      act: { ...act, actor: named.actor, dossier: named.dossier },
      previous: idAt(act.seq - 1),
      next: idAt(act.seq + 1),
    };
  },
});

/** Walks one record's chain from its first act. */
export const checkChain = query<{ recordType: string; recordId: string }, ChainVerdict>({
  action: 'audit.read',
  run: ({ input }) => verifyChain(input),
});

/** Everything the filter finds, in pieces, so that a year of acts needs no memory; the export itself is logged. */
export const exportActs = query<ActFilter, AsyncGenerator<ActLine[]>>({
  action: 'audit.read',
  reads: () => [{ type: 'audit_trail', id: 'export' }],
  run: async ({ input }) => batches(input),
});

async function* batches(filter: ActFilter): AsyncGenerator<ActLine[]> {
  let before: number | null = null;
  for (;;) {
    const rows: ActLine[] = await selectLines(database())
      .where(and(conditions(filter), before === null ? undefined : beside('<', before)))
      .orderBy(desc(auditActs.at), desc(auditActs.id))
      .limit(exportBatch);
    yield rows;
    before = rows.at(-1)?.id ?? null;
    if (rows.length < exportBatch || before === null) return;
  }
}
