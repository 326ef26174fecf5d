import { z } from 'zod';
import { statuses } from '../schema';

const Words = z.object({ vi: z.string(), en: z.string() });
const Share = z.number().nullable();
const Day = z.iso.date();

export const AskFigures = z.strictObject({
  /** Two digits of the province since 1 July 2025, or the id of a place of either world: p34-01, p63-15. */
  province: z
    .string()
    .regex(/^(\d{2}|p(34|63)-\d{2})$/)
    .optional(),
  /** As known at the end of this day. */
  asOf: z.iso.date('not_a_date').optional(),
  /** Month of the reports, as 202610. */
  period: z
    .string()
    .regex(/^\d{4}(0[1-9]|1[0-2])$/)
    .optional(),
});
export type AskFigures = z.infer<typeof AskFigures>;

/** A figure with all that must stand beside it. Shares run from 0 to 100; null is unknown, never zero. */
export const FigureAnswer = z.object({
  id: z.string(),
  title: Words,
  unit: z.string(),
  province: z.object({ id: z.string(), code: z.string(), name: Words }).nullable(),
  value: Share,
  numerator: Share,
  denominator: Share,
  /** Of the numerator, with an accepted written proof; null where none is asked. */
  proven: Share,
  target: z.number().nullable(),
  targetText: Words.nullable(),
  deadline: Day.nullable(),
  legalDocument: z.string().nullable(),
  successor: z
    .object({
      id: z.string(),
      title: Words,
      target: z.number().nullable(),
      deadline: Day,
      legalDocument: z.string(),
    })
    .nullable(),
  status: z.enum(statuses),
  /** The deadline passed without the target being reached by then. */
  missed: z.boolean(),
  gap: z.number().nullable(),
  pace: z
    .object({
      actual: Share,
      required: Share,
      ratio: Share,
      horizon: Day.nullable(),
      periods: z.number().int(),
      reachedOn: z.object({ median: Day, early: Day, late: Day.nullable() }).nullable(),
    })
    .nullable(),
  /** The day the value speaks of, and the report period it comes from. */
  asOf: Day.nullable(),
  period: z.string().nullable(),
  provenance: z.enum(['reports', 'computed', 'dossiers', 'entry', 'published', 'none']),
  source: z.object({ text: Words, confidence: z.string().nullable() }).nullable(),
  coverage: z
    .object({
      members: z.number().int(),
      answered: z.number().int(),
      fresh: z.number().int(),
      carried: z.number().int(),
    })
    .nullable(),
  sample: z.boolean(),
  /** Number of the last lock this answer knows: equal numbers, equal figures. */
  sequence: z.number().int(),
});
export type FigureAnswer = z.input<typeof FigureAnswer>;

export const FigureDetail = FigureAnswer.extend({
  definition: z.object({
    version: z.number().int(),
    pillars: z.array(z.string()),
    numerator: Words,
    denominator: Words.nullable(),
    scope: Words,
    formula: Words.nullable(),
    members: Words.nullable(),
    elements: z.array(z.object({ id: z.string(), label: Words })),
    owner: z.object({ code: z.string(), name: Words }),
    frequency: z.string(),
  }),
  atDeadline: z
    .object({ period: z.string().nullable(), value: Share, numerator: Share, denominator: Share })
    .nullable(),
  trend: z.array(
    z.object({
      period: z.string(),
      endsOn: Day,
      value: Share,
      numerator: Share,
      denominator: Share,
      /** Fewer answered anew than the rule asks for. */
      provisional: z.boolean(),
      source: z.string(),
    }),
  ),
});
export type FigureDetail = z.input<typeof FigureDetail>;
