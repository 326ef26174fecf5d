import 'server-only';
import { asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { auditActs, auditRoots } from '@/db/schema/audit';
import { StampToken } from '@/lib/integrations/timestamp/port';
import { dateOf, dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';
import { publicQuery, query } from '@/lib/kernel/query';
import { MerkleTree } from './rules';

export interface DayRoot {
  day: string;
  root: string;
  chains: number;
  acts: number;
  madeAt: Date;
  /** Null when no time-stamping service answered that night. */
  stamp: StampToken | null;
}

const batch = 5_000;
const mostShown = 400;

/** Where the day of Vietnam ends. */
const endOf = (day: string): Date => instantAt(dayNumberOf(day) + 1, 0);

/** The head of every chain as it stood when the day ended, read in the order of records, in pieces. */
export async function computeRoot(
  reader: Reader,
  day: string,
): Promise<Pick<DayRoot, 'root' | 'chains' | 'acts'>> {
  const tree = new MerkleTree();
  const last = { recordType: '', recordId: '' };
  let acts = 0;
  for (;;) {
    const heads = await reader
      .selectDistinctOn([auditActs.recordType, auditActs.recordId], {
        recordType: auditActs.recordType,
        recordId: auditActs.recordId,
        seq: auditActs.seq,
        hash: auditActs.hash,
      })
      .from(auditActs)
      .where(
        sql`(${auditActs.recordType}, ${auditActs.recordId}) > (${last.recordType}, ${last.recordId})
          and ${auditActs.at} < ${endOf(day).toISOString()}`,
      )
      .orderBy(asc(auditActs.recordType), asc(auditActs.recordId), desc(auditActs.seq))
      .limit(batch);
    for (const head of heads) {
      tree.add(head);
      acts += head.seq;
      Object.assign(last, { recordType: head.recordType, recordId: head.recordId });
    }
    if (heads.length < batch) return { root: tree.root(), chains: tree.leaves, acts };
  }
}

/** The days that still want a root: from the one after the last, or the first act, up to the day given. */
export async function listDaysWithoutRoot(reader: Reader, until: string): Promise<string[]> {
  const [last] = await reader
    .select({ day: sql<string | null>`max(${auditRoots.day})::text` })
    .from(auditRoots);
  const [first] = await reader
    .select({ at: auditActs.at })
    .from(auditActs)
    .where(lt(auditActs.at, endOf(until)))
    .orderBy(asc(auditActs.at))
    .limit(1);
  if (first === undefined) return [];
  const from = last?.day ? dayNumberOf(last.day) + 1 : dayNumberOf(until);
  const days = Math.max(0, dayNumberOf(until) - from + 1);
  return Array.from({ length: days }, (_, index) => dateOf(from + index));
}

/** The roots of the last year, for everybody: whoever keeps them keeps us honest. */
export const listRoots = publicQuery<null, DayRoot[]>(async ({ db }) => {
  const rows = await db.select().from(auditRoots).orderBy(desc(auditRoots.day)).limit(mostShown);
  return rows.map(({ token, ...row }) => ({ ...row, stamp: stampOf(token) }));
});

function stampOf(token: string | null): StampToken | null {
  return token === null ? null : StampToken.parse(JSON.parse(token));
}

/** Whether the acts of a day still give the root that was published. */
export const checkRoot = query<{ day: string }, { holds: boolean; published: string; computed: string }>({
  action: 'audit.read',
  run: async ({ db, input }) => {
    const [row] = await db.select().from(auditRoots).where(eq(auditRoots.day, input.day));
    if (row === undefined) throw new DomainError('not_found', 'audit.root');
    const { root } = await computeRoot(db, input.day);
    return { holds: root === row.root, published: row.root, computed: root };
  },
});
