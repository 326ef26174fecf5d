import 'server-only';
import { and, desc, gt, isNotNull, sql } from 'drizzle-orm';
import { dossiers } from '@/db/schema/dossiers';
import { now } from '@/lib/kernel/clock';
import { publicQuery } from '@/lib/kernel/query';

const window = 90 * 86_400_000;
const kept = 10 * 60_000;
let ranking: { at: number; slugs: Promise<string[]> } | undefined;

/** Procedures by how often people submitted them in the last 90 days; kept ten minutes, for the home page must not count. */
export function listPopularProcedures(): Promise<string[]> {
  const at = now().getTime();
  if (ranking === undefined || at - ranking.at > kept) {
    ranking = { at, slugs: rank(undefined) };
    ranking.slugs.catch(() => {
      ranking = undefined;
    });
  }
  return ranking.slugs;
}

const rank = publicQuery<undefined, string[]>(async ({ db }) => {
  const since = new Date(now().getTime() - window);
  const rows = await db
    .select({ slug: dossiers.procedureSlug })
    .from(dossiers)
    .where(and(isNotNull(dossiers.submittedAt), gt(dossiers.submittedAt, since)))
    .groupBy(dossiers.procedureSlug)
    .orderBy(desc(sql`count(*)`), dossiers.procedureSlug)
    .limit(5);
  return rows.map(({ slug }) => slug);
});
