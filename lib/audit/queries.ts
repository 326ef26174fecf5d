import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { actHash, genesis } from '@/lib/kernel/audit-hash';
import type { BrokenAct, ChainVerdict } from './schema';

export interface ChainReport {
  acts: number;
  chains: number;
  broken: BrokenAct | null;
}

const batch = 5_000;

type ChainedAct = typeof auditActs.$inferSelect;

/** Every chain, one after the other; the next piece is on its way while the last one is being checked. */
async function* readChains(): AsyncGenerator<ChainedAct[]> {
  let coming = readAfter({ recordType: '', recordId: '', seq: 0 });
  for (;;) {
    const acts = await coming;
    const last = acts.at(-1);
    if (last === undefined || acts.length < batch) return yield acts;
    coming = readAfter(last);
    // When the walk stops at a broken chain, nobody waits for this one any more.
    coming.catch(() => {});
    yield acts;
  }
}

async function readAfter(last: Pick<ChainedAct, 'recordType' | 'recordId' | 'seq'>): Promise<ChainedAct[]> {
  return await database()
    .select()
    .from(auditActs)
    .where(
      sql`(${auditActs.recordType}, ${auditActs.recordId}, ${auditActs.seq}) > (${last.recordType}, ${last.recordId}, ${last.seq})`,
    )
    .orderBy(asc(auditActs.recordType), asc(auditActs.recordId), asc(auditActs.seq))
    .limit(batch);
}

/**
 * Walks every chain in one pass over the table's order (record, seq): a changed byte breaks a hash,
 * a removed row leaves a gap. `report` is told how many acts have been checked.
 */
export async function verifyChains(report: (acts: number) => void = () => {}): Promise<ChainReport> {
  const state = { acts: 0, chains: 0, recordType: '', recordId: '', seq: 0, hash: genesis };
  for await (const acts of readChains()) {
    for (const act of acts) {
      if (act.recordType !== state.recordType || act.recordId !== state.recordId) {
        const { recordType, recordId } = act;
        Object.assign(state, { recordType, recordId, seq: 0, hash: genesis, chains: state.chains + 1 });
      }
      const fault = faultOf(act, state);
      if (fault !== null) return { acts: state.acts, chains: state.chains, broken: brokenAt(act, fault) };
      state.seq = act.seq;
      state.hash = act.hash;
      state.acts += 1;
    }
    report(state.acts);
  }
  return { acts: state.acts, chains: state.chains, broken: null };
}

function faultOf(
  row: typeof auditActs.$inferSelect,
  last: { seq: number; hash: string },
): BrokenAct['fault'] | null {
  if (row.seq !== last.seq + 1) return 'gap';
  if (row.prevHash !== last.hash) return 'link';
  return actHash(row) === row.hash ? null : 'hash';
}

/** One record's chain from its first act, named by the first that does not hold. */
export async function verifyChain(record: { recordType: string; recordId: string }): Promise<ChainVerdict> {
  const last = { seq: 0, hash: genesis };
  for (;;) {
    const rows = await database()
      .select()
      .from(auditActs)
      .where(
        and(
          eq(auditActs.recordType, record.recordType),
          eq(auditActs.recordId, record.recordId),
          gt(auditActs.seq, last.seq),
        ),
      )
      .orderBy(asc(auditActs.seq))
      .limit(batch);
    for (const row of rows) {
      const fault = faultOf(row, last);
      if (fault !== null) return { acts: last.seq, broken: brokenAt(row, fault) };
      last.seq = row.seq;
      last.hash = row.hash;
    }
    if (rows.length < batch) return { acts: last.seq, broken: null };
  }
}

function brokenAt(row: typeof auditActs.$inferSelect, fault: BrokenAct['fault']): BrokenAct {
  const { id, recordType, recordId, seq, action } = row;
  return { id, recordType, recordId, seq, action, fault };
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
