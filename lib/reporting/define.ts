import { z } from 'zod';

/** Two languages, Vietnamese first. */
export const Words = z.object({ vi: z.string().min(1), en: z.string().min(1) });
export type Words = z.infer<typeof Words>;

export const Frequency = z.enum(['month', 'quarter', 'year']);
export type Frequency = z.infer<typeof Frequency>;

export const ElementType = z.enum([
  'boolean',
  'count',
  'percent',
  'level',
  'date',
  'enum',
  'set',
  'amount',
  'text',
  'url',
  'list',
]);
export type ElementType = z.infer<typeof ElementType>;

/** The column that holds a part: yes and no are 1 and 0, so that a figure is one sum. */
export const storedAs = {
  boolean: 'number',
  count: 'number',
  percent: 'number',
  level: 'number',
  amount: 'number',
  date: 'date',
  enum: 'text',
  text: 'text',
  url: 'text',
  set: 'list',
  list: 'list',
} as const satisfies Record<ElementType, 'number' | 'date' | 'text' | 'list'>;

/** How a value behaves in time: a state may be carried forward, a flow is summed, a stock never is. */
export const Aggregation = z.enum(['state', 'stock', 'flow', 'cumulative', 'none']);
export type Aggregation = z.infer<typeof Aggregation>;

export const Option = z.object({ code: z.string(), label: Words });
export type Option = z.infer<typeof Option>;

/** One scalar of an element: E01a, E01b; an element with one scalar has one part of its own id. */
export const ElementPart = z.object({
  id: z.string().regex(/^E\d{2}[a-e]?$/),
  type: ElementType,
  aggregation: Aggregation,
  label: Words.optional(),
  /** Named dimension and category when the parts of an element split one total (training by topic, prices by kind). */
  category: z.object({ dimension: z.string(), code: z.string() }).optional(),
  options: z.array(Option).optional(),
  computedFrom: z.object({ numerator: z.string(), denominator: z.string() }).optional(),
});
export type ElementPart = z.infer<typeof ElementPart>;

/** An element is asked only of facilities with this activity. */
export const Activity = z.enum(['obstetrics', 'driver_checks', 'insured']);
export type Activity = z.infer<typeof Activity>;

export const Element = z.object({
  id: z.string().regex(/^E\d{2}$/),
  version: z.int().positive(),
  label: Words,
  frequency: Frequency,
  parts: z.array(ElementPart).min(1),
  /** A claim that names a written proof: the file is a slot of the element, not an optional attachment. */
  evidence: z.boolean(),
  onlyWith: Activity.optional(),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().optional(),
});
export type Element = z.infer<typeof Element>;

export const FormSection = z.object({ code: z.string(), title: Words, elements: z.array(z.string()).min(1) });
export type FormSection = z.infer<typeof FormSection>;

export const ReportForm = z.object({
  id: z.string(),
  version: z.int().positive(),
  frequency: Frequency,
  title: Words,
  sections: z.array(FormSection).min(1),
  legalBasis: z.array(z.string()),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().optional(),
});
export type ReportForm = z.infer<typeof ReportForm>;

/** Declares a form; the schema is checked by the catalogue's test, the type here. */
export const defineReport = <const T extends ReportForm>(form: T): T => form;

/** Conditions speak of parts by id; `value` and `share` are plain numbers, percent parts run from 0 to 100. */
export const Condition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('is_true'), part: z.string() }),
  z.object({ kind: z.literal('is_false'), part: z.string() }),
  z.object({ kind: z.literal('none'), parts: z.array(z.string()) }),
  z.object({ kind: z.literal('present'), part: z.string() }),
  z.object({ kind: z.literal('absent'), part: z.string() }),
  z.object({ kind: z.literal('above'), part: z.string(), value: z.number() }),
  z.object({ kind: z.literal('at_least'), part: z.string(), value: z.number() }),
  z.object({ kind: z.literal('at_most'), part: z.string(), value: z.number() }),
  z.object({ kind: z.literal('not_above'), part: z.string(), other: z.string(), factor: z.number() }),
  z.object({
    kind: z.literal('ratio'),
    part: z.string(),
    numerator: z.string(),
    denominator: z.string(),
    tolerance: z.number(),
  }),
  z.object({ kind: z.literal('not_after_period'), part: z.string() }),
  z.object({ kind: z.literal('within_months'), part: z.string(), months: z.number() }),
  z.object({ kind: z.literal('one_of'), part: z.string(), values: z.array(z.string()) }),
  z.object({ kind: z.literal('none_of'), part: z.string(), values: z.array(z.string()) }),
  z.object({ kind: z.literal('has_evidence'), element: z.string() }),
  z.object({ kind: z.literal('period_ends_after'), date: z.iso.date() }),
  z.object({ kind: z.literal('class_in'), classes: z.array(z.string()) }),
  z.object({ kind: z.literal('hospital'), is: z.boolean() }),
  z.object({ kind: z.literal('activity'), activity: Activity }),
  z.object({ kind: z.literal('steady'), part: z.string(), share: z.number() }),
  z.object({ kind: z.literal('not_withdrawn'), part: z.string() }),
]);
export type Condition = z.infer<typeof Condition>;

/** `error` blocks submission, `warning` asks for an explanation, `flag` marks a missed duty for the reader. */
export const Severity = z.enum(['error', 'warning', 'flag']);
export type Severity = z.infer<typeof Severity>;

/** When every `when` holds, `must` has to hold too. */
export const Check = z.object({
  code: z.string(),
  severity: Severity,
  parts: z.array(z.string()).min(1),
  when: z.array(Condition),
  must: Condition,
  message: Words,
  basis: z.string().optional(),
});
export type Check = z.infer<typeof Check>;
