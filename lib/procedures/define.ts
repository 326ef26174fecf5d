// A procedure is a JSON value: the same document lives in a file, a table row, a screen and a partner's import.
// Legal values carry their source; a value nobody has found in a text is null, never a guess.
import { z } from 'zod';
import { Condition, Section, Text } from '@/lib/procedures/fields/define';

export const CivilDate = z.iso.date();

/** How far a value may be trusted: read in a public page, remembered, derived, or a sample. */
export const Confidence = z.enum(['seed', 'found', 'knowledge', 'demo', 'derived']);
export type Confidence = z.infer<typeof Confidence>;

export const Source = z.strictObject({
  ref: z.string().min(1),
  /** The legal document, when the value stands in one: it must be in force when the version takes effect. */
  document: z.string().optional(),
  url: z.url().optional(),
  confidence: Confidence,
  note: Text.optional(),
});
export type Source = z.infer<typeof Source>;

export const TimeUnit = z.enum(['working_day', 'calendar_day', 'working_hour', 'month']);
export type TimeUnit = z.infer<typeof TimeUnit>;

export const unitCodes = [
  'VPB',
  'QLD',
  'HTTB',
  'ATTP',
  'QLKCB',
  'YDCT',
  'PB',
  'KHCNDT',
  'BMTE',
  'DS',
  'BTXH',
  'VBHYT',
  'VKHTC',
  'VTCCB',
  'VPC',
  'VHTQT',
  'TTYQG',
  'HDGDYK',
] as const;
export const UnitCode = z.enum(unitCodes);
export type UnitCode = z.infer<typeof UnitCode>;

export const Level = z.enum(['FULL', 'PART', 'INFO', 'PRO2']);
export type Level = z.infer<typeof Level>;

export const ApplicantKind = z.enum(['citizen', 'business', 'facility', 'organisation']);
export type ApplicantKind = z.infer<typeof ApplicantKind>;

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const Reuse = z.enum(['NPDB', 'NBRD', 'KHO', 'PREV', 'SEC', 'UP', 'FORM']);
export type Reuse = z.infer<typeof Reuse>;

export const Component = z.strictObject({
  code: Slug,
  title: Text,
  need: z.enum(['mandatory', 'conditional']),
  when: Condition.optional(),
  /** In words, when the case is not told by an answer of the form. */
  whenText: Text.optional(),
  reuse: z.array(Reuse).min(1),
  copy: z.array(z.enum(['original', 'certified', 'copy', 'electronic'])).min(1),
  maxFiles: z.number().int().nonnegative(),
  accept: z.array(z.string()),
  source: Source,
});
export type Component = z.infer<typeof Component>;

const Period = { amount: z.number().positive(), unit: TimeUnit };
export const Limit = z.strictObject({
  ...Period,
  source: Source,
  variants: z.array(z.strictObject({ ...Period, when: Condition, title: Text, source: Source })).optional(),
});
export type Limit = z.infer<typeof Limit>;

const Dong = z.number().int().nonnegative();
export const Fee = z.strictObject({
  /** null: a tariff exists but its figure has not been read. */
  amount: Dong.nullable(),
  kind: z.enum(['phi', 'le_phi']),
  moment: z.enum(['receipt', 'supplement', 'result']),
  source: Source,
  variants: z
    .array(z.strictObject({ amount: Dong.nullable(), when: Condition, title: Text, source: Source }))
    .optional(),
});
export type Fee = z.infer<typeof Fee>;

export const Supplement = z.strictObject({
  maxRounds: z.number().int().positive(),
  amount: z.number().int().positive(),
  unit: z.enum(['calendar_day', 'working_day', 'month']),
  source: Source,
});
export type Supplement = z.infer<typeof Supplement>;

export const RouteStep = z.strictObject({
  code: z.enum(['intake', 'assign', 'review', 'check', 'draft', 'sign', 'issue', 'return']),
  role: z.enum(['one_stop', 'dispatcher', 'reviewer', 'checker', 'approver', 'records']),
  title: Text,
  output: Text,
  /** Per cent of the limit; the intake has hours of its own instead. */
  share: z.number().min(0).max(100),
  hours: z.number().positive().optional(),
  may: z.array(z.enum(['consulting', 'site_inspection', 'council'])).optional(),
});
export type RouteStep = z.infer<typeof RouteStep>;

export const Validity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('term'),
    amount: z.number().int().positive(),
    unit: z.enum(['year', 'month']),
    text: Text.optional(),
    source: Source,
  }),
  z.strictObject({ kind: z.literal('unlimited'), text: Text.optional(), source: Source }),
  z.strictObject({ kind: z.literal('stated'), text: Text, source: Source }),
]);
export type Validity = z.infer<typeof Validity>;

export const ResultKind = z.enum([
  'licence',
  'certificate',
  'confirmation',
  'receipt_number',
  'number',
  'approval',
  'decision',
  'publication',
  'minutes',
  'data',
]);

export const Result = z.strictObject({
  kind: ResultKind,
  title: Text,
  validity: Validity.nullable(),
  template: Slug,
  /** {seq} running number of the year, {yy} and {yyyy} the year. */
  numberPattern: z.string().min(1),
  source: Source,
});

/** The services where a facility's data, not a paper, opens the matter. */
export const Interconnection = z.strictObject({
  sender: Text,
  channel: Text,
  receivers: z.array(Text).min(1),
  message: z.string().min(1),
  deadline: z.strictObject({ ...Period, source: Source }),
  complete: z.strictObject({ value: z.boolean(), asOf: CivilDate, source: Source }),
});

/** A partial online service must publish why it is not full: Decree 224/2026/NĐ-CP, article 14. */
export const PartReason = z.strictObject({
  kind: z.enum(['attendance', 'on_site', 'technical_incident', 'technical_other']),
  vi: z.string().min(1),
  en: z.string().min(1),
  source: Source,
});

export const ProcedureDefinition = z.strictObject({
  id: z.string().regex(/^SV\d{2}$/),
  slug: Slug,
  /** Code in the national procedure database; null until confirmed. */
  code: z
    .string()
    .regex(/^\d\.\d{6}$/)
    .nullable(),
  codeSource: Source.optional(),
  version: z.number().int().positive(),
  effectiveFrom: CivilDate,
  effectiveTo: CivilDate.optional(),
  title: Text,
  summary: Text,
  field: Text,
  unit: UnitCode,
  level: Level,
  levelSource: Source,
  partReason: PartReason.optional(),
  applicant: z.array(ApplicantKind).min(1),
  legalBasis: z.array(Slug).min(1),
  limit: Limit.nullable(),
  intakeLimit: z.strictObject({ ...Period, source: Source }),
  supplement: Supplement,
  fee: Fee.nullable(),
  components: z.array(Component),
  form: z.array(Section).min(1),
  route: z.array(RouteStep).min(1),
  routeSource: Source,
  result: Result,
  interconnection: Interconnection.optional(),
  note: Text.optional(),
});
export type ProcedureDefinition = z.infer<typeof ProcedureDefinition>;

/** The whole catalogue is a selection until the Ministry Office confirms the list of 25. */
export const catalogueNotice = {
  vi: 'Danh mục minh họa, cần Văn phòng Bộ xác nhận',
  en: 'Illustrative catalogue, to be confirmed by the Ministry Office',
} as const satisfies Text;

export function defineProcedure(definition: ProcedureDefinition): ProcedureDefinition {
  return definition;
}
