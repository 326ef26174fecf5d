import { z } from 'zod';

/** Largest upload, one figure for the page, the route and the proxy in front of it. */
export const maxUploadBytes = 200 * 1024 * 1024;

/** Kinds we keep: what an officer's browser can show and the reader can read. */
export const acceptedKinds = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type AcceptedKind = (typeof acceptedKinds)[number];

/** Facts of a file that has already been stored and read back. */
export const AddDocument = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().positive().max(maxUploadBytes),
  mime: z.enum(acceptedKinds),
  scan: z.enum(['clean', 'not_scanned']),
  name: z.string().trim().min(1).max(200),
  typeCode: z.string().min(1).max(100).default('other'),
  /** Dossier an officer adds the paper for; the applicant of that dossier owns it. */
  onBehalfOf: z.strictObject({ accountId: z.uuid(), organisationId: z.uuid().nullable() }).optional(),
});
export type AddDocument = z.input<typeof AddDocument>;

export const DocumentRef = z.strictObject({ id: z.uuid() });

/** The metadata of a digitised paper, as an officer completes it. */
export const DescribeDocument = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int(),
  numberSymbol: z.string().trim().max(100).optional(),
  issuingAgency: z.string().trim().max(200).optional(),
  issueDate: z.iso.date().optional(),
  expiryDate: z.iso.date().optional(),
  abstract: z.string().trim().max(500).optional(),
  copyKind: z.enum(['original', 'certified', 'electronic']).optional(),
});
export type DescribeDocument = z.input<typeof DescribeDocument>;

/** Shape of the answer to an upload. */
export const StoredDocument = z.object({
  id: z.uuid(),
  sha256: z.string(),
  size: z.number(),
  mime: z.string(),
  scan: z.enum(['clean', 'not_scanned', 'pending', 'infected']),
});
export type StoredDocument = z.infer<typeof StoredDocument>;
