import { z } from 'zod';
import {
  ApplicantKind,
  CivilDate,
  Confidence,
  Level,
  ProcedureDefinition,
  TimeUnit,
  UnitCode,
} from '@/lib/procedures/define';
import { Text } from '@/lib/procedures/fields/define';

/** Filters of the catalogue; they live in the address, so an unknown value is no filter. */
export const ProcedureFilter = z.object({
  search: z.string().trim().max(200).optional().catch(undefined),
  field: z.string().trim().max(100).optional().catch(undefined),
  unit: UnitCode.optional().catch(undefined),
  applicant: ApplicantKind.optional().catch(undefined),
  on: CivilDate.optional().catch(undefined),
});
export type ProcedureFilter = z.infer<typeof ProcedureFilter>;

/** One procedure as the list and the interface show it. */
export const ProcedureLine = z.object({
  id: z.string(),
  slug: z.string(),
  code: z.string().nullable(),
  title: Text,
  summary: Text,
  field: Text,
  unit: UnitCode,
  level: Level,
  applicant: z.array(ApplicantKind),
  limit: z.object({ amount: z.number(), unit: TimeUnit }).nullable(),
  /** Đồng; null when no figure has been read. */
  fee: z.number().int().nullable(),
  version: z.number().int(),
  effectiveFrom: CivilDate,
});
export type ProcedureLine = z.infer<typeof ProcedureLine>;

export const LegalDocumentLine = z.object({
  id: z.string(),
  number: z.string(),
  title: Text,
  kind: z.string(),
  issuer: z.string().nullable(),
  issuedOn: CivilDate.nullable(),
  validFrom: CivilDate.nullable(),
  validTo: CivilDate.nullable(),
  successorId: z.string().nullable(),
  statusNote: z.string().nullable(),
  sourceRef: z.string(),
  confidence: Confidence,
});
export type LegalDocumentLine = z.infer<typeof LegalDocumentLine>;

export const VersionLine = z.object({
  version: z.number().int(),
  effectiveFrom: CivilDate,
  effectiveTo: CivilDate.nullable(),
});

export const ProcedureDetail = z.object({
  definition: ProcedureDefinition,
  legalBasis: z.array(LegalDocumentLine),
  versions: z.array(VersionLine),
  notice: Text,
});
export type ProcedureDetail = z.infer<typeof ProcedureDetail>;
