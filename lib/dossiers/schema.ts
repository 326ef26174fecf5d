import { z } from 'zod';
import { isDossierMove, moveRow } from './workflow';

/** Official code, or the address of a draft. */
export const DossierCode = z.string().min(4).max(40);

export const OpenDossier = z.strictObject({
  procedure: z.string().min(1),
  channel: z.enum(['ministry_portal', 'npsp', 'counter', 'post']).default('ministry_portal'),
  /** Key of the partner's own record, so that the same dossier is not opened twice. */
  externalRef: z.string().min(1).max(100).optional(),
});
export type OpenDossier = z.input<typeof OpenDossier>;

/** Raw answers as typed; a draft keeps what is wrong too, submission does not. */
export const SaveAnswers = z.strictObject({
  code: DossierCode,
  answers: z.record(z.string(), z.unknown()),
  version: z.coerce.number().int().optional(),
});
export type SaveAnswers = z.input<typeof SaveAnswers>;

export const AttachDocument = z.strictObject({
  code: DossierCode,
  component: z.string().min(1),
  documentId: z.uuid(),
  /** The paper was already in the applicant's store: reuse is written to the consent ledger. */
  reused: z.coerce.boolean().default(false),
});
export type AttachDocument = z.input<typeof AttachDocument>;

export const DetachDocument = z.strictObject({ code: DossierCode, attachmentId: z.uuid() });

export const DossierRef = z.strictObject({ code: DossierCode, version: z.coerce.number().int().optional() });
export type DossierRef = z.input<typeof DossierRef>;

/** What the payment platform says of a bill, after its signature was checked. */
export const PaymentOutcome = z.object({
  billId: z.string().min(1),
  amount: z.number().int().positive(),
  state: z.enum(['paid', 'declined']),
  transactionId: z.string().min(1),
  bank: z.string(),
});
export type PaymentOutcome = z.input<typeof PaymentOutcome>;

export const SupplementItem = z.strictObject({
  component: z.string().min(1),
  what: z.string().trim().min(3).max(1000),
  reason: z.string().trim().min(3).max(1000),
});

const words = z.string().trim().min(3).max(4000);

/** Everything a move may ask for; which of it is needed stands in the workflow's table. */
export const MoveDossier = z
  .strictObject({
    code: DossierCode,
    move: z.string().refine(isDossierMove, 'unknown_move'),
    version: z.coerce.number().int(),
    reason: words.optional(),
    ground: words.optional(),
    items: z.array(SupplementItem).min(1).max(50).optional(),
    assignee: z.uuid().optional(),
    experts: z.array(z.uuid()).min(1).max(20).optional(),
    decision: words.optional(),
    opinion: words.optional(),
    newDate: z.iso.date().optional(),
    amount: z.coerce.number().int().positive().max(10_000_000_000).optional(),
  })
  .superRefine((input, context) => {
    for (const field of neededFields(input.move)) {
      if (input[field] === undefined)
        context.addIssue({ code: 'custom', message: 'required', path: [field] });
    }
  });
export type MoveDossier = z.input<typeof MoveDossier>;
export type MoveInput = z.output<typeof MoveDossier>;

const fieldOfNeed = {
  reason: 'reason',
  ground: 'ground',
  items: 'items',
  assignee: 'assignee',
  experts: 'experts',
  decision: 'decision',
  opinion: 'opinion',
  new_date: 'newDate',
  amount: 'amount',
} as const;
export type MoveField = (typeof fieldOfNeed)[keyof typeof fieldOfNeed];

/** Fields a move can't do without, in the order they are asked. */
export function neededFields(move: string): MoveField[] {
  return isDossierMove(move) ? (moveRow(move).needs ?? []).map((need) => fieldOfNeed[need]) : [];
}

export const MarkComponent = z.strictObject({
  code: DossierCode,
  component: z.string().min(1),
  verdict: z.enum(['good', 'wrong', 'missing']),
  note: z.string().trim().max(1000).optional(),
});
export type MarkComponent = z.input<typeof MarkComponent>;

/** Filters of the officers' list; every one lives in the address. */
export const ListDossiers = z.object({
  view: z.enum(['mine', 'unit', 'waiting', 'due_soon', 'overdue', 'all']).default('unit').catch('unit'),
  state: z.string().optional().catch(undefined),
  procedure: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .optional()
    .catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  sort: z.enum(['due', 'submitted', 'updated']).default('due').catch('due'),
  order: z.enum(['asc', 'desc']).default('asc').catch('asc'),
  after: z.string().max(200).optional().catch(undefined),
  before: z.string().max(200).optional().catch(undefined),
});
export type ListDossiers = z.output<typeof ListDossiers>;
