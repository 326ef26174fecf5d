// Legal basis: Decree 224/2026/NĐ-CP, article 15 (an interactive electronic form, filled from the registers). The check
// digit of a tax code and the make-up of a personal identification number are common knowledge, not read in a text.
import { z } from 'zod';
import type { Answers, Field, ListField, SimpleField } from '@/lib/procedures/fields/define';
import { countryCodes } from '@/lib/procedures/fields/schema';

const taxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

export function isTaxCode(code: string): boolean {
  if (!/^\d{10}(\d{3})?$/.test(code)) return false;
  const sum = taxWeights.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return 10 - (sum % 11) === Number(code[9]);
}

/** Century digit: 0 and 1 are men and women born in the 1900s, 2 and 3 in the 2000s. Places end at 096; 099 is no place
 * and marks sample persons. */
export function isPersonalId(id: string, today: string): boolean {
  if (!/^\d{12}$/.test(id)) return false;
  const place = Number(id.slice(0, 3));
  const century = Number(id[3]);
  if (place < 1 || place > 99 || century > 3) return false;
  const year = (century < 2 ? 1900 : 2000) + Number(id.slice(4, 6));
  return year <= Number(today.slice(0, 4));
}

/** dd/MM/yyyy as people write it, or ISO as browsers send it; anything else stays and is refused later. */
export function civilDateOf(written: string): string {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  if (!match) return written;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 1.500.000,5 in the Vietnamese way; a lone dot before other than three digits is a decimal dot. */
export function numberOf(written: string): number {
  const compact = written.replace(/\s/g, '');
  const grouped = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(compact);
  const plain = (grouped ? compact.replaceAll('.', '') : compact).replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

function normaliseText(field: SimpleField, text: string): unknown {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed === '') return undefined;
  switch (field.kind) {
    case 'number':
      return Number.isNaN(numberOf(trimmed)) ? trimmed : numberOf(trimmed);
    case 'date':
      return civilDateOf(trimmed);
    case 'tax_code':
      return trimmed.replace(/[\s.-]/g, '');
    case 'personal_id':
      return trimmed.replace(/\s/g, '');
    case 'phone':
      return trimmed.replace(/[\s.()-]/g, '');
    case 'country':
      return trimmed.toUpperCase();
    case 'email':
      return trimmed.toLowerCase();
    case 'checkbox':
      if (field.options) return [trimmed];
      return ['on', 'true', '1'].includes(trimmed) || (trimmed === 'false' ? undefined : trimmed);
    case 'text':
    case 'textarea':
    case 'select':
    case 'radio':
      return trimmed;
  }
}

function normaliseSimple(field: SimpleField, value: unknown): unknown {
  if (isBlank(value) || (value === false && field.kind === 'checkbox')) return undefined;
  if (typeof value === 'string') return normaliseText(field, value);
  if (Array.isArray(value) && field.kind === 'checkbox') {
    const given = value.filter((one) => !isBlank(one));
    return given.length > 0 ? given : undefined;
  }
  return value;
}

function isEmptyRow(row: unknown): boolean {
  return typeof row === 'object' && row !== null && Object.values(row).every((value) => value === undefined);
}

function normaliseRow(fields: readonly SimpleField[], row: unknown): unknown {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
  const known = new Map(fields.map((field) => [field.code, field]));
  const entries = Object.entries(row).map(([code, value]) => {
    const field = known.get(code);
    return [code, field ? normaliseSimple(field, value) : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Untouched rows of a repeating group are no answer. */
function normaliseList(field: ListField, value: unknown): unknown {
  if (isBlank(value)) return undefined;
  if (!Array.isArray(value)) return value;
  const rows = Array.from(value, (row) => normaliseRow(field.fields, row ?? {})).filter(
    (row) => !isEmptyRow(row),
  );
  return rows.length > 0 ? rows : undefined;
}

export function normaliseAnswer(field: Field, value: unknown): unknown {
  return field.kind === 'list' ? normaliseList(field, value) : normaliseSimple(field, value);
}

/** Form posts carry `ingredients.0.name`; interfaces carry nested JSON; both become the same answers. */
export function nestedAnswers(raw: Answers): Answers {
  const nested = new Map<string, unknown>();
  for (const [key, value] of Object.entries(raw)) {
    const match = /^([a-z][a-z0-9_]*)\.(\d{1,3})\.([a-z][a-z0-9_]*)$/.exec(key);
    if (!match) {
      nested.set(key, value);
      continue;
    }
    const [, list = '', index = '0', code = ''] = match;
    const rows = rowsOf(nested.get(list));
    rows[Number(index)] = { ...rows[Number(index)], [code]: value };
    nested.set(list, rows);
  }
  return Object.fromEntries(nested);
}

const rowsOf = (value: unknown): Answers[] => (Array.isArray(value) ? value : []);

const codeOf = (code: string) => ({ error: code });

function textSchema(field: SimpleField, fallback: number): z.ZodString {
  const base = z.string(codeOf('required')).max(field.maxLength ?? fallback, codeOf('too_long'));
  const long = field.min === undefined ? base : base.min(field.min, codeOf('too_short'));
  return field.pattern === undefined ? long : long.regex(new RegExp(field.pattern), codeOf('pattern'));
}

function numberSchema(field: SimpleField): z.ZodType {
  const base = field.integer ? z.int(codeOf('not_a_number')) : z.number(codeOf('not_a_number'));
  const low = field.min === undefined ? base : base.min(field.min, codeOf('too_small'));
  return field.max === undefined ? low : low.max(field.max, codeOf('too_big'));
}

function dateSchema(field: SimpleField, today: string): z.ZodType {
  return z.iso.date(codeOf('not_a_date')).superRefine((date, context) => {
    if (field.notBefore && date < today) {
      context.addIssue({ code: 'custom', message: 'date_before', params: { limit: today } });
    }
    if (field.notAfter && date > today) {
      context.addIssue({ code: 'custom', message: 'date_after', params: { limit: today } });
    }
  });
}

function checkboxSchema(field: SimpleField): z.ZodType {
  if (field.options) return z.array(optionSchema(field), codeOf('not_an_option')).min(1, codeOf('required'));
  return field.required ? z.literal(true, codeOf('required')) : z.boolean(codeOf('not_an_option'));
}

function optionSchema(field: SimpleField): z.ZodType {
  return z.enum(
    (field.options ?? []).map((option) => option.value),
    codeOf('not_an_option'),
  );
}

/** The schema of one normalised answer; the message of each issue is a stable code. */
function simpleSchema(field: SimpleField, today: string): z.ZodType {
  switch (field.kind) {
    case 'text':
      return textSchema(field, 500);
    case 'textarea':
      return textSchema(field, 5_000);
    case 'number':
      return numberSchema(field);
    case 'date':
      return dateSchema(field, today);
    case 'select':
    case 'radio':
      return optionSchema(field);
    case 'checkbox':
      return checkboxSchema(field);
    case 'email':
      return z.email(codeOf('email')).max(254, codeOf('too_long'));
    case 'phone':
      return z.string(codeOf('phone')).regex(/^(0\d{9,10}|\+\d{8,15})$/, codeOf('phone'));
    case 'tax_code':
      return z.string(codeOf('tax_code')).refine(isTaxCode, codeOf('tax_code'));
    case 'personal_id':
      return z.string(codeOf('personal_id')).refine((id) => isPersonalId(id, today), codeOf('personal_id'));
    case 'country':
      return z.enum(countryCodes, codeOf('not_an_option'));
  }
}

export function objectSchema(
  fields: readonly Field[],
  options: { today: string; isRequired: (field: Field) => boolean },
): z.ZodObject {
  const shape = fields.map((field) => {
    const schema = answerSchema(field, options).meta({ title: field.label.vi });
    return [field.code, options.isRequired(field) ? schema : schema.optional()] as const;
  });
  return z.strictObject(Object.fromEntries(shape), codeOf('unknown_field'));
}

function answerSchema(
  field: Field,
  options: { today: string; isRequired: (field: Field) => boolean },
): z.ZodType {
  if (field.kind !== 'list') return simpleSchema(field, options.today);
  const row = objectSchema(field.fields, options);
  const atLeast = options.isRequired(field) ? field.min : 0;
  return z.array(row, codeOf('required')).min(atLeast, codeOf('too_small')).max(field.max, codeOf('too_big'));
}
