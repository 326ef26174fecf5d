import { z } from 'zod';
import { Words } from '../define';
import { unknownReasons } from './define';

/** A month `202611`, a quarter `2026Q4` or a year `2026`. */
export const IndexPeriod = z.string().regex(/^20\d{2}((0[1-9]|1[0-2])|Q[1-4])?$/);

export const IndexInput = z.object({
  period: IndexPeriod.optional(),
  unit: z
    .string()
    .regex(/^[A-Z]{2,8}$/)
    .optional(),
});
export type IndexInput = z.infer<typeof IndexInput>;

export const sides = ['numerator', 'denominator', 'gap'] as const;
export type Side = (typeof sides)[number];

/** known: there is a rate; no_cases: nothing to divide by; unknown: the portal has no facts; unscored: shown, worth no points. */
const rowStates = ['known', 'no_cases', 'unknown'] as const;
export type RowState = (typeof rowStates)[number];

/** How points fall below the threshold: as the source states, by convention, or as read here. */
const pointRules = ['stated', 'convention', 'derived'] as const;

const partKeys = [
  'online',
  'counter',
  'post',
  'full',
  'partial',
  'citizen_procedures',
  'identified',
  'late',
  'displeased',
  'both',
  'rules',
  'conduct',
  'refuse',
  'ask',
  'answer',
  'publish',
  'unsatisfied',
  'repeated',
  'factor',
] as const;
export type PartKey = (typeof partKeys)[number];

export const IndexPart = z.object({
  key: z.enum(partKeys),
  numerator: z.number().int(),
  denominator: z.number().int(),
});
export type IndexPart = z.infer<typeof IndexPart>;

export const IndexRow = z.object({
  id: z.string(),
  group: z.string(),
  title: Words,
  formula: Words,
  state: z.enum(rowStates),
  reason: z.enum(unknownReasons).nullable(),
  numerator: z.number().int().nullable(),
  denominator: z.number().int().nullable(),
  /** Per cent with two decimals, as the law computes. */
  rate: z.number().nullable(),
  maxPoints: z.number().nullable(),
  /** Whether the maximum was found in a text or is remembered. */
  pointsConfidence: z.enum(['found', 'knowledge', 'derived']).nullable(),
  fullAt: z.number().nullable(),
  pointRule: z.enum(pointRules).nullable(),
  points: z.number().nullable(),
  /** True when a factor of the formula is not known and was left out: the points are the most there can be. */
  atMost: z.boolean(),
  behind: z.enum(['dossiers', 'procedures', 'complaints']).nullable(),
  parts: z.array(IndexPart),
});
export type IndexRow = z.infer<typeof IndexRow>;

export const IndexGroup = z.object({
  group: z.string(),
  title: Words,
  maxPoints: z.number(),
  points: z.number(),
  /** Points of rows that cannot be judged: neither won nor lost. */
  unknownPoints: z.number(),
});
export type IndexGroup = z.infer<typeof IndexGroup>;

export const ProcedureTime = z.object({
  slug: z.string(),
  title: Words,
  dossiers: z.number().int(),
  average: z.number(),
  unit: z.enum(['working_day', 'calendar_day']),
});
export type ProcedureTime = z.infer<typeof ProcedureTime>;

export const Index766 = z.object({
  period: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** The moment running dossiers are judged at: the end of the period, or now. */
  judgedAt: z.iso.datetime({ offset: true }),
  open: z.boolean(),
  unit: z.string().nullable(),
  legalDocument: z.string(),
  points: z.number(),
  maxPoints: z.number(),
  unknownPoints: z.number(),
  unknownRows: z.number().int(),
  sample: z.boolean(),
  groups: z.array(IndexGroup),
  rows: z.array(IndexRow),
  /** Row 2.2: average handling time of each procedure. */
  times: z.array(ProcedureTime),
});
export type Index766 = z.infer<typeof Index766>;
