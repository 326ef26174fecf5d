import { z } from 'zod';
import type { complaintStates as states } from '@/db/schema/feedback';

export const complaintSubjects = ['rules', 'conduct'] as const;
export type ComplaintSubject = (typeof complaintSubjects)[number];

export const complaintStates = [
  'received',
  'supplement_asked',
  'answered',
  'refused',
  'published',
] as const satisfies typeof states;
export type ComplaintState = (typeof complaintStates)[number];

/** Each has its own days: refuse, ask for a supplement, answer, publish. */
export const stages = ['refuse', 'ask', 'answer', 'publish'] as const;
export type Stage = (typeof stages)[number];

export const scores = ['5', '4', '3', '2', '1'] as const;

const Prose = (least: number, most: number) => z.string().trim().min(least).max(most);
const DossierCode = z.string().min(3).max(60);
export const ComplaintCode = z.string().regex(/^PAKN-\d{4}-\d{5,}$/);

export const RateDossier = z.strictObject({
  code: DossierCode,
  score: z.coerce.number().int().min(1).max(5),
  remark: z.string().trim().max(2000).optional(),
});

export const MakeComplaint = z.strictObject({
  code: DossierCode,
  subject: z.enum(complaintSubjects),
  body: Prose(10, 4000),
  /** The complaint this one takes up again. */
  repeats: ComplaintCode.optional(),
});

export const SupplyComplaint = z.strictObject({ complaint: ComplaintCode, supplement: Prose(3, 4000) });

export const JudgeAnswer = z.strictObject({ complaint: ComplaintCode, satisfied: z.enum(['yes', 'no']) });

export const handlings = ['answer', 'ask', 'refuse', 'publish'] as const;
export type Handling = (typeof handlings)[number];

/** What procedure control does with a complaint; publishing needs no words. */
export const HandleComplaint = z
  .strictObject({
    complaint: ComplaintCode,
    handling: z.enum(handlings),
    text: z.string().trim().max(4000).default(''),
    version: z.coerce.number().int().positive(),
  })
  .refine(({ handling, text }) => handling === 'publish' || text.length >= 3, {
    path: ['text'],
    error: 'text',
  });

export const complaintViews = ['open', 'late', 'unpublished', 'done', 'all'] as const;
export type ComplaintView = (typeof complaintViews)[number];

export const ListComplaints = z.object({
  view: z.enum(complaintViews).catch('open'),
  subject: z.enum(complaintSubjects).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type ListComplaints = z.output<typeof ListComplaints>;
