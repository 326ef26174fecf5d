import 'server-only';
import type { Tx } from '@/db/client';
import { formTemplates as formTable, legalDocuments as legalTable } from '@/db/schema/law';
import { procedureLegalBasis, procedures, procedureVersions } from '@/db/schema/procedures';
import { foldTones } from '@/lib/kernel/text';
import { catalogue, catalogueVersions } from '@/lib/procedures/catalogue';
import { catalogueNotice, type ProcedureDefinition } from '@/lib/procedures/define';
import { uuidOf } from './chance';
import { formTemplates } from './form-templates';
import { legalDocuments } from './legal-documents';
import { insertRows } from './rows';

/** A selection until the Ministry Office confirms it: no row of the catalogue is established law. */
const illustrative = { sourceRef: catalogueNotice.vi, confidence: 'derived' } as const;

const legalRows: (typeof legalTable.$inferInsert)[] = legalDocuments.map(({ title, ...document }) => ({
  ...document,
  titleVi: title.vi,
  titleEn: title.en,
}));

const formRows: (typeof formTable.$inferInsert)[] = formTemplates.map(({ title, ...form }) => ({
  ...form,
  titleVi: title.vi,
  titleEn: title.en,
}));

function searchTextOf({ code, title, summary, field }: ProcedureDefinition): string {
  return foldTones([code ?? '', title.vi, title.en, summary.vi, summary.en, field.vi, field.en].join(' '));
}

export const procedureRows: (typeof procedures.$inferInsert)[] = catalogue.map((definition) => ({
  slug: definition.slug,
  serviceId: definition.id,
  code: definition.code,
  unit: definition.unit,
  titleVi: definition.title.vi,
  titleEn: definition.title.en,
  searchText: searchTextOf(definition),
  ...illustrative,
}));

const idOf = ({ slug, version }: ProcedureDefinition) => uuidOf(`procedure:${slug}:${version}`);

export const versionRows: (typeof procedureVersions.$inferInsert)[] = catalogueVersions.map((definition) => ({
  id: idOf(definition),
  slug: definition.slug,
  version: definition.version,
  effectiveFrom: definition.effectiveFrom,
  effectiveTo: definition.effectiveTo ?? null,
  definition,
  publishedAt: new Date(`${definition.effectiveFrom}T00:00:00+07:00`),
  ...illustrative,
}));

const basisRows: (typeof procedureLegalBasis.$inferInsert)[] = catalogueVersions.flatMap((definition) =>
  definition.legalBasis.map((legalDocumentId) => ({ procedureVersionId: idOf(definition), legalDocumentId })),
);

/** The law first, then the procedures that rest on it. */
export async function seedProcedures(tx: Tx): Promise<number> {
  const law = await insertRows(tx, legalTable, legalRows);
  const forms = await insertRows(tx, formTable, formRows);
  const heads = await insertRows(tx, procedures, procedureRows);
  const versions = await insertRows(tx, procedureVersions, versionRows);
  const basis = await insertRows(tx, procedureLegalBasis, basisRows);
  return law + forms + heads + versions + basis;
}
