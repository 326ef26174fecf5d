import 'server-only';
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { personalDataReads } from '@/db/schema/audit';
import { dossiers } from '@/db/schema/dossiers';
import { query } from '@/lib/kernel/query';
import type { Purpose } from '@/lib/policy/purpose';
import type { Role } from '@/lib/policy/table';

export interface ReadLine {
  role: Role;
  /** Unit whose officers looked; null when the role belongs to the whole ministry. */
  unit: string | null;
  purpose: Purpose;
  count: number;
  lastAt: Date;
}

/** Who looked at one's dossier and what for; officers appear by unit and role, not by name. */
export const listReads = query<{ dossierId: string }, ReadLine[]>({
  action: 'dossier.draft',
  async run({ db, input, within }) {
    const { role, scope, purpose, at, recordId, recordType } = personalDataReads;
    const rows = await db
      .select({
        role,
        unit: scope,
        purpose,
        count: sql<number>`count(*)::int`,
        lastAt: sql<string>`max(${at})`,
      })
      .from(personalDataReads)
      .innerJoin(dossiers, eq(sql`${dossiers.id}::text`, recordId))
      .where(
        and(
          eq(recordType, 'dossier'),
          eq(recordId, input.dossierId),
          ne(purpose, 'own'),
          within({ owner: dossiers.ownerAccountId, organisation: dossiers.organisationId }),
        ),
      )
      .groupBy(role, scope, purpose)
      .orderBy(desc(sql`max(${at})`));
    return rows.map((row) => ({
      ...row,
      role: row.role as Role,
      purpose: row.purpose as Purpose,
      lastAt: new Date(row.lastAt),
    }));
  },
});
