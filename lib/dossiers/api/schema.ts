/** Shapes of the interface: what other systems send of a dossier and are told of it. */
import { z } from 'zod';
import { stepKinds } from '@/lib/kernel/clock-explanation';
import { clockUnits } from '@/lib/kernel/clock-rules';
import { standingCategories } from '@/lib/kernel/clock-standing';
import { type DossierState, dossierStates } from '../workflow';

const Instant = z.iso.datetime({ offset: true });
const State = z.enum(Object.keys(dossierStates) as [DossierState, ...DossierState[]]);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Text = z.object({ vi: z.string(), en: z.string() });

/** Code 1–10 of the National Public Service Portal; null while nobody but the applicant sees the dossier. */
const PublicStatus = z.number().int().min(1).max(10).nullable();

export const PaperStatus = z.enum(['valid', 'corrected', 'revoked', 'expired']);

const IssuedPaper = z.object({ href: z.url(), sha256: Sha256, status: PaperStatus });

export const DossierLine = z.object({
  code: z.string(),
  href: z.url(),
  procedure: z.string(),
  state: State,
  publicStatus: PublicStatus,
  applicantName: z.string(),
  externalRef: z.string().nullable(),
  submittedAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  sample: z.boolean(),
  results: z.array(IssuedPaper),
});
export type DossierLine = z.infer<typeof DossierLine>;

export const DossierFilter = z.strictObject({
  publicStatus: z.coerce.number('not_a_number').int('not_whole').min(1).max(10).optional(),
  procedure: z.string().max(100).optional(),
  externalRef: z.string().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number('not_a_number').int('not_whole').min(1).max(100).default(25),
});
export type DossierFilter = z.output<typeof DossierFilter>;

export const DossierPage = z.object({ items: z.array(DossierLine), next: z.string().nullable() });

const ClockStep = z.object({
  date: z.iso.date(),
  kind: z.enum(stepKinds),
  counted: z.boolean(),
  dayNumber: z.number().int().nullable(),
  minutes: z.number().nullable(),
  name: z.string().nullable(),
  source: z.string().nullable(),
  status: z.enum(['official', 'provisional', 'conditional']).nullable(),
});

const Rule = z.object({ amount: z.number(), unit: z.enum(clockUnits) });

export const ClockAnswer = z.object({
  rule: Rule,
  due: Instant.nullable(),
  /** When it would be due if the conditional days were enacted; null when that changes nothing. */
  dueIfConditional: Instant.nullable(),
  status: z.enum(['not_started', 'running', 'paused', 'stopped']),
  pausedDays: z.number(),
  total: z.number(),
  /** Some day is not officially decided yet. */
  provisional: z.boolean(),
  steps: z.array(ClockStep),
});
export type ClockAnswer = z.infer<typeof ClockAnswer>;

/** `from` and the ends of a pause: an instant with offset, or a civil date read as 08:00 of that day. */
export const ClockQuestion = z.strictObject({
  from: z.string().min(1),
  amount: z.string().min(1),
  unit: z.enum(clockUnits),
  /** `from/to`; `from/` is a pause that has not ended. */
  pause: z.array(z.string()).optional(),
});

export const DossierDetail = DossierLine.extend({
  version: z.number().int(),
  procedureVersion: z.number().int(),
  procedureTitle: Text,
  unit: z.string(),
  channel: z.enum(['ministry_portal', 'npsp', 'counter', 'post']),
  subject: z.string(),
  promisedAt: Instant.nullable(),
  supplementDueAt: Instant.nullable(),
  answers: z.record(z.string(), z.unknown()),
  events: z.array(
    z.object({
      seq: z.number().int(),
      move: z.string(),
      from: State.nullable(),
      to: State,
      publicStatus: PublicStatus,
      /** Role that acted; officers are not named. */
      role: z.string(),
      at: Instant,
    }),
  ),
  documents: z.array(
    z.object({
      id: z.uuid(),
      component: z.string(),
      name: z.string(),
      sha256: Sha256,
      size: z.number().int(),
      mime: z.string(),
      scan: z.enum(['clean', 'infected', 'not_scanned', 'pending']),
      attachedAt: Instant,
      href: z.url(),
    }),
  ),
  papers: z.array(
    IssuedPaper.extend({
      kind: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      issuedAt: Instant,
      verify: z.url(),
    }),
  ),
  fees: z.array(
    z.object({
      amount: z.number().int(),
      kind: z.enum(['phi', 'le_phi']),
      moment: z.enum(['receipt', 'supplement', 'result']),
      state: z.enum(['unpaid', 'paid', 'refunded', 'expired', 'exempt']),
      settledAt: Instant.nullable(),
    }),
  ),
  supplements: z.array(
    z.object({
      round: z.number().int(),
      items: z.array(z.object({ component: z.string(), what: z.string(), reason: z.string() })),
      requestedAt: Instant,
      dueAt: Instant.nullable(),
      answeredAt: Instant.nullable(),
    }),
  ),
  clock: ClockAnswer.omit({ dueIfConditional: true })
    .extend({ standing: z.enum(standingCategories).nullable() })
    .nullable(),
});
export type DossierDetail = z.infer<typeof DossierDetail>;

/** A whole dossier in one call: the form's answers and, for each component, the papers uploaded before. */
export const HandInDossier = z.strictObject({
  procedure: z.string().min(1).max(100),
  answers: z.record(z.string(), z.unknown()),
  documents: z.record(z.string(), z.array(z.uuid()).min(1).max(50)).default({}),
  /** False keeps a draft to be submitted later. */
  submit: z.boolean().default(true),
  /** Key of the caller's own record; the same key is not opened twice. */
  externalRef: z.string().min(1).max(100).optional(),
});
export type HandInDossier = z.input<typeof HandInDossier>;

export const DossierReceipt = z.object({
  code: z.string(),
  href: z.url(),
  state: State,
  publicStatus: PublicStatus,
  /** Owed before the dossier can be submitted; null when nothing is. */
  feeDue: z
    .object({
      amount: z.number().int(),
      currency: z.literal('VND'),
      /** Where the payer pays; null while the payment platform does not answer. */
      payUrl: z.url().nullable(),
    })
    .nullable(),
  /** Where a draft is submitted once it can be; null when it has been. */
  submission: z.url().nullable(),
  /** Proof of what was received. */
  receipt: z.object({ verify: z.url(), sha256: Sha256 }).nullable(),
});
export type DossierReceipt = z.infer<typeof DossierReceipt>;

export const ChangeFilter = z.strictObject({
  after: z.coerce.number('not_a_number').int('not_whole').min(0).default(0),
  limit: z.coerce.number('not_a_number').int('not_whole').min(1).max(1000).default(100),
});
export type ChangeFilter = z.output<typeof ChangeFilter>;

export const Change = z.object({
  sequence: z.number().int(),
  code: z.string(),
  href: z.url(),
  /** The move that was made. */
  kind: z.string(),
  state: State,
  publicStatus: PublicStatus,
  at: Instant,
});
export type Change = z.infer<typeof Change>;

/** `next` is the sequence to ask after; it moves on also over changes out of the caller's scope. */
export const ChangePage = z.object({ items: z.array(Change), next: z.number().int() });

export const Verdict = z.object({
  status: z.enum(['valid', 'corrected', 'revoked', 'expired', 'unknown']),
  issuer: z.string().nullable(),
  issuedAt: Instant.nullable(),
  sha256: Sha256.nullable(),
  title: z.string().nullable(),
  number: z.string().nullable(),
  expiresAt: Instant.nullable(),
  /** When it was corrected or revoked. */
  statusAt: Instant.nullable(),
  /** Number of the paper that replaces a corrected one. */
  successor: z.string().nullable(),
  sample: z.boolean(),
});
export type Verdict = z.infer<typeof Verdict>;

export const FileDigest = z.strictObject({
  sha256: z.string().regex(/^[0-9a-fA-F]{64}$/, 'pattern'),
});
