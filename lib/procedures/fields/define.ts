// The form of a procedure as data: sections, fields, and the small language of "only when …".
import { z } from 'zod';

export const Text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;

type Scalar = string | number | boolean;

/** The small language of "only when …", the same in browser and server. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: string; equals: Scalar }
  | { field: string; oneOf: Scalar[] }
  | { field: string; present: boolean };

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ field: z.string(), equals: Scalar }),
    z.strictObject({ field: z.string(), oneOf: z.array(Scalar).min(1) }),
    z.strictObject({ field: z.string(), present: z.boolean() }),
  ]),
);

export type Answers = { [field: string]: unknown };

function isPresent(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}

/** A ticked group of boxes holds a list: it equals an option when the option is ticked. */
function isOneOf(value: unknown, wanted: readonly Scalar[]): boolean {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return given.some((one) => wanted.some((scalar) => scalar === one));
}

export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const value = answers[condition.field];
  if ('present' in condition) return isPresent(value) === condition.present;
  return isOneOf(value, 'equals' in condition ? [condition.equals] : condition.oneOf);
}

export function fieldsNamedIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsNamedIn);
  if ('any' in condition) return condition.any.flatMap(fieldsNamedIn);
  if ('not' in condition) return fieldsNamedIn(condition.not);
  return [condition.field];
}

/** What the register or the signed-in person already tells, so nobody types it twice. */
export const Prefill = z.enum([
  'person.fullName',
  'person.personalId',
  'person.dateOfBirth',
  'person.gender',
  'person.address',
  'person.phone',
  'person.email',
  'organisation.name',
  'organisation.taxCode',
  'organisation.address',
  'organisation.representative',
  'organisation.phone',
  'organisation.email',
  'facility.name',
  'facility.code',
  'facility.address',
]);
export type Prefill = z.infer<typeof Prefill>;

const Code = z.string().regex(/^[a-z][a-z0-9_]*$/);

const fieldBase = {
  code: Code,
  label: Text,
  hint: Text.optional(),
  required: z.boolean(),
  when: Condition.optional(),
};

export const FieldKind = z.enum([
  'text',
  'textarea',
  'number',
  'date',
  'select',
  'radio',
  'checkbox',
  'email',
  'phone',
  'tax_code',
  'personal_id',
  'country',
]);
export type FieldKind = z.infer<typeof FieldKind>;

export const Option = z.strictObject({ value: Code, label: Text });

/** A checkbox without options is one declaration; with options, a group whose answer is a list. */
export const SimpleField = z.strictObject({
  ...fieldBase,
  kind: FieldKind,
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().optional(),
  maxLength: z.number().int().positive().optional(),
  pattern: z.string().optional(),
  options: z.array(Option).min(2).optional(),
  prefill: Prefill.optional(),
  notBefore: z.literal('today').optional(),
  notAfter: z.literal('today').optional(),
});
export type SimpleField = z.infer<typeof SimpleField>;

/** A repeating group; min and max count its rows. */
export const ListField = z.strictObject({
  ...fieldBase,
  kind: z.literal('list'),
  min: z.number().int().nonnegative(),
  max: z.number().int().positive(),
  fields: z.array(SimpleField).min(1),
});
export type ListField = z.infer<typeof ListField>;

export const Field = z.discriminatedUnion('kind', [SimpleField, ListField]);
export type Field = z.infer<typeof Field>;

export const Section = z.strictObject({
  code: Code,
  title: Text,
  note: Text.optional(),
  fields: z.array(Field).min(1),
});
export type Section = z.infer<typeof Section>;
