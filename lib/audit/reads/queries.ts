import 'server-only';
import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/accounts';
import { personalDataReads } from '@/db/schema/audit';
import { dossiers } from '@/db/schema/dossiers';
import { dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { query } from '@/lib/kernel/query';
import type { ReadFilter, ReadLine } from '../schema';

const pageSize = 50;

function conditions({ record, role, from, to, before }: ReadFilter): SQL | undefined {
  return and(
    record === undefined || record === ''
      ? undefined
      : or(
          eq(personalDataReads.recordId, record),
          sql`${personalDataReads.recordId} in (select d.id::text from dossiers d where d.code = ${record} or d.draft_code = ${record})`,
        ),
    role === undefined ? undefined : eq(personalDataReads.role, role),
    from === undefined ? undefined : gte(personalDataReads.at, instantAt(dayNumberOf(from), 0)),
    to === undefined ? undefined : lt(personalDataReads.at, instantAt(dayNumberOf(to) + 1, 0)),
    before === undefined ? undefined : lt(personalDataReads.id, before),
  );
}

/** Who read whose personal data, under which role and for what purpose, newest first. */
export const listReads = query<ReadFilter, { rows: ReadLine[]; older: number | null }>({
  action: 'audit.read',
  run: async ({ db, input }) => {
    const rows = await db
      .select({
        id: personalDataReads.id,
        at: personalDataReads.at,
        actor: accounts.name,
        role: personalDataReads.role,
        scope: personalDataReads.scope,
        purpose: personalDataReads.purpose,
        recordType: personalDataReads.recordType,
        recordId: personalDataReads.recordId,
        dossier: sql<string | null>`coalesce(${dossiers.code}, ${dossiers.draftCode})`,
      })
      .from(personalDataReads)
      .leftJoin(accounts, eq(accounts.id, personalDataReads.actorId))
      .leftJoin(
        dossiers,
        sql`${dossiers.id} = case when ${personalDataReads.recordType} = 'dossier' then ${personalDataReads.recordId}::uuid end`,
      )
      .where(conditions(input))
      .orderBy(desc(personalDataReads.id))
      .limit(pageSize + 1);
    const page = rows.slice(0, pageSize);
    return { rows: page, older: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
  },
});
