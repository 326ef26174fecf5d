import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type AuditOutcome, auditActs, auditSalts, personalDataReads } from '@/db/schema/audit';
import type { Actor, Grant } from '@/lib/policy/actor';
import { actHash, commitment, genesis } from './audit-hash';
import { now } from './clock';

export interface RecordRef {
  type: string;
  id: string;
}

/** One act for the trail. `personal` values never enter it: only a salted commitment of each does. */
export interface Act {
  record: RecordRef;
  action: string;
  outcome: AuditOutcome;
  actor: Actor | null;
  grant: Grant | null;
  requestId: string;
  detail: Record<string, unknown>;
  personal?: Record<string, unknown> | undefined;
}

/** Appends the act to its record's chain; the lock makes two writers of one chain queue. */
export async function recordAct(tx: Tx, act: Act): Promise<void> {
  const { record } = act;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${record.type}:${record.id}`}, 0))`);
  const [last] = await tx
    .select({ seq: auditActs.seq, hash: auditActs.hash })
    .from(auditActs)
    .where(and(eq(auditActs.recordType, record.type), eq(auditActs.recordId, record.id)))
    .orderBy(desc(auditActs.seq))
    .limit(1);
  const personal = Object.entries(act.personal ?? {}).filter(([, value]) => value !== undefined);
  const salted = personal.map(([field, value]) => {
    const salt = randomBytes(16).toString('hex');
    return { field, salt, commitment: commitment(salt, value) };
  });
  const row = {
    recordType: record.type,
    recordId: record.id,
    seq: (last?.seq ?? 0) + 1,
    action: act.action,
    outcome: act.outcome,
    actorId: act.actor?.accountId ?? null,
    personId: act.actor?.personId ?? null,
    role: act.grant?.role ?? null,
    scope: act.grant?.scope ?? null,
    delegationId: act.grant?.mandate?.delegationId ?? null,
    at: now(),
    requestId: act.requestId,
    detail: {
      ...act.detail,
      ...(salted.length === 0
        ? {}
        : { personal: Object.fromEntries(salted.map((s) => [s.field, s.commitment])) }),
    },
    prevHash: last?.hash ?? genesis,
  };
  const [inserted] = await tx
    .insert(auditActs)
    .values({ ...row, hash: actHash(row) })
    .returning({ id: auditActs.id });
  if (inserted === undefined || salted.length === 0) return;
  await tx.insert(auditSalts).values(salted.map(({ field, salt }) => ({ actId: inserted.id, field, salt })));
}

/** Logs that somebody read records with personal data in them, and what for. */
export async function recordReads(
  tx: Pick<Tx, 'insert'>,
  read: { actor: Actor; grant: Grant; purpose: string; records: readonly RecordRef[] },
): Promise<void> {
  if (read.records.length === 0) return;
  await tx.insert(personalDataReads).values(
    read.records.map((record) => ({
      recordType: record.type,
      recordId: record.id,
      actorId: read.actor.accountId,
      role: read.grant.role,
      scope: read.grant.scope,
      purpose: read.purpose,
      at: now(),
      requestId: read.actor.requestId,
    })),
  );
}

/** Stable name of a file's or value's content. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
