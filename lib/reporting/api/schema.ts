/** Shapes of the interface: what a hospital's own system sends of its report, and is told of it. */
import { z } from 'zod';
import { cellStates, PeriodId } from '../schema';
import { reportStates } from '../workflow';

const Text = z.object({ vi: z.string(), en: z.string() });
const Instant = z.iso.datetime({ offset: true });
const Part = z.string().regex(/^E\d{2}[a-e]?$/);
const Value = z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]);

/** A facility by its key or by its five-digit code. */
export const FedReport = z.strictObject({
  facility: z.string().regex(/^(\d{5}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, 'pattern'),
  period: PeriodId,
});

export const FeedOptions = z.strictObject({ dryRun: z.stringbool('wrong_type').default(false) });

export const FeedValues = z.strictObject({
  values: z
    .array(
      z.strictObject({
        part: Part,
        state: z.enum(cellStates).default('value'),
        value: Value.default(null),
        reason: z.string().trim().max(1000).optional(),
        /** The revision seen before: with it the value is written over what a person entered. */
        seen: z.int().min(0).optional(),
      }),
    )
    .min(1)
    .max(200),
});
export type FeedValues = z.output<typeof FeedValues>;

const Standing = z.object({
  value: Value,
  state: z.enum(cellStates),
  revision: z.number().int(),
  source: z.enum(['manual', 'import', 'feed', 'carried', 'computed']),
  recordedAt: Instant,
});

export const FeedReceipt = z.object({
  /** Null after a dry run of a report that was not opened yet. */
  report: z.uuid().nullable(),
  facility: z.uuid(),
  period: PeriodId,
  form: z.string(),
  state: z.enum(reportStates),
  dryRun: z.boolean(),
  outcomes: z.array(
    z.object({
      part: Part,
      outcome: z.enum(['saved', 'unchanged', 'overtaken', 'refused']),
      revision: z.number().int().nullable(),
      /** Why it was refused. */
      code: z.string().nullable(),
      /** What stands there instead, when it was overtaken. */
      theirs: Standing.nullable(),
    }),
  ),
});
export type FeedReceipt = z.infer<typeof FeedReceipt>;

export const ReportFilter = z.strictObject({
  period: PeriodId.optional(),
  form: z.string().max(40).optional(),
  state: z.enum(['missing', ...reportStates]).optional(),
  after: z.string().max(400).optional(),
});

const ReportItem = z.object({
  report: z.uuid().nullable(),
  facility: z.object({ id: z.uuid(), name: Text, class: z.string(), place: Text }),
  form: z.string(),
  period: PeriodId,
  state: z.enum(['missing', ...reportStates]),
  asked: z.number().int(),
  filled: z.number().int(),
  submittedAt: Instant.nullable(),
  late: z.boolean(),
  openRemarks: z.number().int(),
  version: z.number().int().nullable(),
  sample: z.boolean(),
});
export type ReportItem = z.infer<typeof ReportItem>;

export const ReportPage = z.object({ items: z.array(ReportItem), next: z.string().nullable() });
