import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import { orgUnits } from '@/db/schema/units';
import { publicQuery } from '@/lib/kernel/query';

export type UnitNames = Record<string, { vi: string; en: string }>;

/** Names of the ministry and its units by code, as people read them. */
export const listUnitNames = publicQuery<undefined, UnitNames>(async ({ db }) => {
  const rows = await db
    .select({ code: orgUnits.code, vi: orgUnits.nameVi, en: orgUnits.nameEn })
    .from(orgUnits)
    .where(inArray(orgUnits.kind, ['ministry', 'office', 'department', 'centre', 'council']))
    .orderBy(asc(orgUnits.code));
  return Object.fromEntries(rows.map(({ code, vi, en }) => [code, { vi, en }]));
});
