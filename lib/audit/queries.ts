import 'server-only';
import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { auditActs } from '@/db/schema/audit';
import { actHash, genesis } from '@/lib/kernel/audit-hash';
import { query } from '@/lib/kernel/query';

/** The first act of the trail that does not hold, and what is wrong with it. */
export interface BrokenAct {
  id: number;
  recordType: string;
  recordId: string;
  seq: number;
  action: string;
  fault: 'hash' | 'link' | 'gap';
}

export interface ChainReport {
  acts: number;
  chains: number;
  broken: BrokenAct | null;
}

const batch = 5_000;

/**
 * Walks every chain in one pass over the table's order (record, seq): a changed byte breaks a hash,
 * a removed row leaves a gap. `report` is told how many acts have been checked.
 */
export async function verifyChains(report: (acts: number) => void = () => {}): Promise<ChainReport> {
  const state = { acts: 0, chains: 0, recordType: '', recordId: '', seq: 0, hash: genesis };
  for (;;) {
    const rows = await database()
      .select()
      .from(auditActs)
      .where(
        sql`(${auditActs.recordType}, ${auditActs.recordId}, ${auditActs.seq}) > (${state.recordType}, ${state.recordId}, ${state.seq})`,
      )
      .orderBy(asc(auditActs.recordType), asc(auditActs.recordId), asc(auditActs.seq))
      .limit(batch);
    for (const row of rows) {
      if (row.recordType !== state.recordType || row.recordId !== state.recordId) {
        Object.assign(state, {
          recordType: row.recordType,
          recordId: row.recordId,
          seq: 0,
          hash: genesis,
          chains: state.chains + 1,
        });
      }
      const fault = faultOf(row, state);
      if (fault !== null) {
        const { id, recordType, recordId, seq, action } = row;
        return {
          acts: state.acts,
          chains: state.chains,
          broken: { id, recordType, recordId, seq, action, fault },
        };
      }
      state.seq = row.seq;
      state.hash = row.hash;
      state.acts += 1;
    }
    report(state.acts);
    if (rows.length < batch) return { acts: state.acts, chains: state.chains, broken: null };
  }
}

function faultOf(
  row: typeof auditActs.$inferSelect,
  last: { seq: number; hash: string },
): BrokenAct['fault'] | null {
  if (row.seq !== last.seq + 1) return 'gap';
  if (row.prevHash !== last.hash) return 'link';
  return actHash(row) === row.hash ? null : 'hash';
}

export interface ListActs {
  action?: string | undefined;
  outcome?: string | undefined;
  record?: string | undefined;
  /** Acts older than this id. */
  before?: number | undefined;
  after?: number | undefined;
}

const pageSize = 50;

/** The trail for auditors, newest first. */
export const listActs = query<ListActs, Awaited<ReturnType<typeof selectActs>>>({
  action: 'audit.read',
  run: ({ input }) => selectActs(input),
});

async function selectActs(input: ListActs) {
  const rows = await database()
    .select({
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
      detail: auditActs.detail,
      hash: auditActs.hash,
    })
    .from(auditActs)
    .leftJoin(accounts, eq(accounts.id, auditActs.actorId))
    .where(
      and(
        input.action === undefined ? undefined : eq(auditActs.action, input.action),
        input.outcome === undefined ? undefined : sql`${auditActs.outcome} = ${input.outcome}`,
        input.record === undefined ? undefined : eq(auditActs.recordId, input.record),
        input.before === undefined ? undefined : lt(auditActs.id, input.before),
        input.after === undefined ? undefined : gt(auditActs.id, input.after),
      ),
    )
    .orderBy(input.after === undefined ? desc(auditActs.id) : asc(auditActs.id))
    .limit(pageSize + 1);
  const more = rows.length > pageSize;
  const page = rows.slice(0, pageSize);
  if (input.after !== undefined) page.reverse();
  return { rows: page, more };
}

/** Whether the database answers and holds our tables. */
export async function isReady(): Promise<boolean> {
  try {
    await database().execute(sql`select 1 from seed_runs limit 1`);
    return true;
  } catch {
    return false;
  }
}
