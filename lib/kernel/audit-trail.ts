import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { insertOf, listOf, rowsOf } from '@/db/lists';
import { type AuditOutcome, type auditActs, auditSalts } from '@/db/schema/audit';
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
export function recordAct(tx: Tx, act: Act): Promise<void> {
  return recordActs(tx, [act]);
}

/** Appends acts to the chains of their records, in the order given: four statements, however many they are. */
export async function recordActs(tx: Tx, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return;
  const heads = await takeHeads(tx, acts);
  const at = now();
  const rows = acts.map((act) => {
    const { record, actor, grant, personal, detail, ...said } = act;
    const head = heads.get(chainOf(record)) ?? { seq: 0, hash: genesis };
    const salted = saltedOf(personal);
    const row = {
      ...said,
      recordType: record.type,
      recordId: record.id,
      seq: head.seq + 1,
      actorId: actor?.accountId ?? null,
      personId: actor?.personId ?? null,
      role: grant?.role ?? null,
      scope: grant?.scope ?? null,
      delegationId: grant?.mandate?.delegationId ?? null,
      at,
      detail: { ...detail, ...committed(salted) },
      prevHash: head.hash,
    };
    const hashed = { ...row, hash: actHash(row), salted };
    heads.set(chainOf(record), hashed);
    return hashed;
  });
  await insertActs(tx, rows);
}

const chainOf = ({ type, id }: RecordRef) => `${type}:${id}`;

interface Salted {
  field: string;
  salt: string;
  commitment: string;
}

function saltedOf(personal: Act['personal']): Salted[] {
  const given = Object.entries(personal ?? {}).filter(([, value]) => value !== undefined);
  return given.map(([field, value]) => {
    const salt = randomBytes(16).toString('hex');
    return { field, salt, commitment: commitment(salt, value) };
  });
}

const committed = (salted: readonly Salted[]) =>
  salted.length === 0 ? {} : { personal: Object.fromEntries(salted.map((s) => [s.field, s.commitment])) };

/** Locks the chains, in one order for everybody so that no two wait for each other, and reads where they end. */
async function takeHeads(tx: Tx, acts: readonly Act[]): Promise<Map<string, { seq: number; hash: string }>> {
  const records = new Map(acts.map(({ record }) => [chainOf(record), record]));
  const chains = [...records.keys()].sort();
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(chain, 0)) from unnest(${listOf('text', chains)}) chain`,
  );
  const named = [...records.values()];
  const types = listOf(
    'text',
    named.map(({ type }) => type),
  );
  const ids = listOf(
    'text',
    named.map(({ id }) => id),
  );
  const ends = await tx.execute<{ chain: string; seq: number; hash: string }>(sql`
    select record.type || ':' || record.id as chain, last.seq, last.hash
    from ${rowsOf([types, ids])} as record(type, id)
    cross join lateral (
      select seq, hash from audit_acts where record_type = record.type and record_id = record.id
      order by seq desc limit 1
    ) last`);
  return new Map(ends.map(({ chain, seq, hash }) => [chain, { seq, hash }]));
}

type ActRow = Omit<typeof auditActs.$inferSelect, 'id'> & { salted: readonly Salted[] };

async function insertActs(tx: Tx, rows: readonly ActRow[]): Promise<void> {
  const insert = insertOf<ActRow>(
    'audit_acts',
    {
      record_type: ['text', (row) => row.recordType],
      record_id: ['text', (row) => row.recordId],
      seq: ['integer', (row) => row.seq],
      action: ['text', (row) => row.action],
      outcome: ['text', (row) => row.outcome],
      actor_id: ['uuid', (row) => row.actorId],
      person_id: ['uuid', (row) => row.personId],
      role: ['text', (row) => row.role],
      scope: ['text', (row) => row.scope],
      delegation_id: ['uuid', (row) => row.delegationId],
      at: ['timestamptz', (row) => row.at.toISOString()],
      request_id: ['text', (row) => row.requestId],
      detail: ['jsonb', (row) => JSON.stringify(row.detail)],
      prev_hash: ['text', (row) => row.prevHash],
      hash: ['text', (row) => row.hash],
    },
    rows,
  );
  const inserted = await tx.execute<{ id: string; hash: string }>(sql`${insert} returning id, hash`);
  const idOf = new Map(inserted.map(({ id, hash }) => [hash, Number(id)]));
  const salts = rows.flatMap(({ hash, salted }) => {
    const actId = idOf.get(hash);
    return actId === undefined ? [] : salted.map(({ field, salt }) => ({ actId, field, salt }));
  });
  if (salts.length > 0) await tx.insert(auditSalts).values(salts);
}

/** Logs that somebody read records with personal data in them, and what for; one statement, however many. */
export async function recordReads(
  tx: Pick<Tx, 'execute'>,
  read: { actor: Actor; grant: Grant; purpose: string; records: readonly RecordRef[] },
): Promise<void> {
  const { actor, grant, purpose, records } = read;
  if (records.length === 0) return;
  const given = rowsOf([
    listOf(
      'text',
      records.map(({ type }) => type),
    ),
    listOf(
      'text',
      records.map(({ id }) => id),
    ),
  ]);
  await tx.execute(sql`
    insert into personal_data_reads (record_type, record_id, actor_id, role, scope, purpose, at, request_id)
    select type, id, ${actor.accountId}::uuid, ${grant.role}, ${grant.scope}, ${purpose},
      ${now().toISOString()}::timestamptz, ${actor.requestId}
    from ${given} as given(type, id)`);
}

/** Stable name of a file's or value's content. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
