import 'server-only';
import { and, asc, desc, eq, exists, gte, inArray, isNull, like, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { legalDocuments } from '@/db/schema/law';
import { procedures, procedureVersions } from '@/db/schema/procedures';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { publicQuery } from '@/lib/kernel/query';
import { foldTones } from '@/lib/kernel/text';
import { catalogueNotice, type ProcedureDefinition } from '@/lib/procedures/define';
import { procedureLineOf } from '@/lib/procedures/rules';
import type {
  LegalDocumentLine,
  ProcedureDetail,
  ProcedureFilter,
  ProcedureLine,
} from '@/lib/procedures/schema';

export interface PinnedProcedure {
  slug: string;
  version: number;
  definition: ProcedureDefinition;
}

const pinned = {
  slug: procedureVersions.slug,
  version: procedureVersions.version,
  definition: procedureVersions.definition,
};

const today = () => civilDateAt(now());

function inForce(on: string): SQL | undefined {
  const { effectiveFrom, effectiveTo } = procedureVersions;
  return and(lte(effectiveFrom, on), or(isNull(effectiveTo), gte(effectiveTo, on)));
}

/** The version a dossier opened on that day is held to. */
export async function findVersionInForce(
  reader: Reader,
  slug: string,
  on: string = today(),
): Promise<PinnedProcedure | null> {
  const [found] = await reader
    .select(pinned)
    .from(procedureVersions)
    .where(and(eq(procedureVersions.slug, slug), inForce(on)))
    .orderBy(desc(procedureVersions.version))
    .limit(1);
  return found ?? null;
}

export async function findVersion(
  reader: Reader,
  slug: string,
  version: number,
): Promise<PinnedProcedure | null> {
  const [found] = await reader
    .select(pinned)
    .from(procedureVersions)
    .where(and(eq(procedureVersions.slug, slug), eq(procedureVersions.version, version)));
  return found ?? null;
}

/** A percent sign or underscore typed by a reader is a letter, not a wildcard. */
const containing = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Titles are long: the words somebody remembers of one seldom stand side by side in it. */
const everyWord = (words: string) =>
  foldTones(words)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => like(procedures.searchText, containing(word)));

function filtersOf({ search, field, unit, applicant }: ProcedureFilter): (SQL | undefined)[] {
  const { definition } = procedureVersions;
  return [
    ...(search ? everyWord(search) : []),
    field ? eq(sql`${definition}->'field'->>'vi'`, field) : undefined,
    unit ? eq(procedures.unit, unit) : undefined,
    applicant ? sql`${definition}->'applicant' @> ${JSON.stringify([applicant])}::jsonb` : undefined,
  ];
}

/** The catalogue in force, in the order of its numbers. */
export const listProcedures = publicQuery(async ({ db, input }: { db: Reader; input: ProcedureFilter }) => {
  const rows = await db
    .selectDistinctOn([procedures.serviceId], {
      head: sql`${procedureVersions.definition} - '{form,components,route}'::text[]`.mapWith(
        procedureVersions.definition,
      ),
    })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedures.slug, procedureVersions.slug))
    .where(and(inForce(input.on ?? today()), ...filtersOf(input)))
    .orderBy(asc(procedures.serviceId), desc(procedureVersions.version));
  return rows.map(({ head }): ProcedureLine => procedureLineOf(head));
});

/** What those in force are called, in the order of their numbers: for choosing one. */
export const listProcedureTitles = publicQuery(
  async ({ db }): Promise<{ slug: string; title: { vi: string; en: string } }[]> => {
    const { slug, titleVi, titleEn, serviceId } = procedures;
    const rows = await db
      .select({ slug, titleVi, titleEn })
      .from(procedures)
      .where(
        exists(
          db
            .select({ slug: procedureVersions.slug })
            .from(procedureVersions)
            .where(and(eq(procedureVersions.slug, slug), inForce(today()))),
        ),
      )
      .orderBy(asc(serviceId))
      .prepare('titles')
      .execute();
    return rows.map((row) => ({ slug: row.slug, title: { vi: row.titleVi, en: row.titleEn } }));
  },
);

async function legalBasisOf(db: Reader, ids: readonly string[]): Promise<LegalDocumentLine[]> {
  const rows = await db
    .select()
    .from(legalDocuments)
    .where(inArray(legalDocuments.id, [...ids]));
  const lines = rows.map(({ titleVi, titleEn, verifiedAt: _, ...row }) => ({
    ...row,
    title: { vi: titleVi, en: titleEn },
  }));
  return ids.flatMap((id) => lines.filter((line) => line.id === id));
}

async function detailOf(db: Reader, found: PinnedProcedure | null): Promise<ProcedureDetail> {
  if (found === null) throw new DomainError('not_found', 'procedure');
  const { version, effectiveFrom, effectiveTo } = procedureVersions;
  const versions = await db
    .select({ version, effectiveFrom, effectiveTo })
    .from(procedureVersions)
    .where(eq(procedureVersions.slug, found.slug))
    .orderBy(asc(version));
  const legalBasis = await legalBasisOf(db, found.definition.legalBasis);
  return { definition: found.definition, legalBasis, versions, notice: catalogueNotice };
}

/** The version in force on a day, today unless another is named. */
export const getProcedure = publicQuery(
  async ({ db, input }: { db: Reader; input: { slug: string; on?: string | undefined } }) =>
    detailOf(db, await findVersionInForce(db, input.slug, input.on ?? today())),
);

export const getProcedureVersion = publicQuery(
  async ({ db, input }: { db: Reader; input: { slug: string; version: number } }) =>
    detailOf(db, await findVersion(db, input.slug, input.version)),
);

export const getLegalDocument = publicQuery(async ({ db, input }: { db: Reader; input: { id: string } }) => {
  const [found] = await legalBasisOf(db, [input.id]);
  if (found === undefined) throw new DomainError('not_found', 'legal_document');
  return found;
});
