import 'server-only';
import { and, eq, gte, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { dossiers } from '@/db/schema/dossiers';
import { procedures, procedureVersions } from '@/db/schema/procedures';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { citizenProcedures, procedureFacts } from '../procedures/rules';
import type { FlagScope } from './flags';

/** Rows counted from the catalogue in force on the last day of the period. */
export async function countProcedures(db: Database, { begins, ends, unit, on }: FlagScope & { on: string }) {
  const [definitions, used] = await Promise.all([
    readDefinitions(db, { unit, on }),
    db
      .selectDistinct({ slug: dossiers.procedureSlug })
      .from(dossiers)
      .where(
        and(
          gte(dossiers.receivedAt, begins),
          lt(dossiers.receivedAt, ends),
          sql`${dossiers.channel} in ('ministry_portal', 'npsp')`,
        ),
      ),
  ]);
  const counted = procedureFacts(
    definitions,
    used.map(({ slug }) => slug),
  );
  return { ...counted, citizens: citizenProcedures(definitions) };
}

async function readDefinitions(
  db: Database,
  { unit, on }: { unit: string | null; on: string },
): Promise<ProcedureDefinition[]> {
  const rows = await db
    .selectDistinctOn([procedureVersions.slug], { definition: procedureVersions.definition })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedures.slug, procedureVersions.slug))
    .where(
      and(
        isNotNull(procedureVersions.publishedAt),
        lte(procedureVersions.effectiveFrom, on),
        or(isNull(procedureVersions.effectiveTo), gte(procedureVersions.effectiveTo, on)),
        unit === null ? undefined : eq(procedures.unit, unit),
      ),
    )
    .orderBy(procedureVersions.slug, sql`${procedureVersions.version} desc`);
  return rows.map(({ definition }) => definition);
}
