import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';

const Instant = z.iso.datetime({ offset: true });
const Code = z.string().min(1).max(60);

/** A dossier as the National Public Service Portal needs to know it; the essential subset of its message. */
export const SharedDossier = z.strictObject({
  code: Code,
  procedureCode: Code,
  procedureName: z.string(),
  channel: z.enum(['counter', 'online', 'post']),
  applicant: z.strictObject({
    kind: z.enum(['citizen', 'business', 'household_business']),
    name: z.string().min(1),
    idNumber: z.string().min(1),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    verifiedByVneid: z.boolean(),
  }),
  summary: z.string(),
  unit: z.string(),
  /** Public status 1–10. */
  publicStatus: z.number().int().min(1).max(10),
  submittedAt: Instant,
  receivedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  returnedAt: Instant.nullable(),
  rejectedAt: Instant.nullable(),
  onlinePayment: z.enum(['none', 'national_portal', 'agency_gateway']),
  components: z.array(
    z.strictObject({
      code: Code,
      fileName: z.string(),
      url: z.string(),
      digitised: z.boolean(),
      reused: z.boolean(),
      fromNationalStore: z.boolean(),
    }),
  ),
  fees: z.array(
    z.strictObject({
      code: Code,
      name: z.string(),
      amount: z.number().int(),
      moment: z.enum(['receipt', 'supplement', 'return']),
    }),
  ),
  supplements: z.array(
    z.strictObject({
      id: Code,
      askedBy: z.string(),
      content: z.string(),
      askedAt: Instant,
      completedAt: Instant.nullable(),
    }),
  ),
  results: z.array(z.strictObject({ code: Code, name: z.string(), url: z.string() })),
});
export type SharedDossier = z.infer<typeof SharedDossier>;

export const SharedProgress = z.strictObject({
  code: Code,
  officer: z.string(),
  position: z.string(),
  unit: z.string(),
  content: z.string(),
  publicStatus: z.number().int().min(1).max(10),
  at: Instant,
  startedAt: Instant,
  deadline: Instant.nullable(),
});
export type SharedProgress = z.infer<typeof SharedProgress>;

const Acknowledgement = z.object({ messageId: z.string() });

export const nationalPortalVerbs = {
  /** The central number service: the next dossier code of a unit. */
  nextCode: { input: z.strictObject({ agency: Code, date: z.iso.date() }), output: z.object({ code: Code }) },
  pushDossier: { input: SharedDossier, output: Acknowledgement },
  pushProgress: { input: SharedProgress, output: Acknowledgement },
  lookup: {
    input: z.strictObject({ code: Code }),
    output: z.object({ code: Code, publicStatus: z.number().int(), updatedAt: Instant }),
  },
};
export type NationalPortal = Port<typeof nationalPortalVerbs>;
