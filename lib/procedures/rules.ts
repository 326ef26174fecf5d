// Legal basis: Decree 118/2025/NĐ-CP as amended by Decree 367/2025/NĐ-CP (one-stop handling), Decree 45/2020/NĐ-CP
// (electronic procedures), Decree 224/2026/NĐ-CP articles 14–16 (levels, interactive form, information given once).
import { z } from 'zod';
import type { Component, ProcedureDefinition } from '@/lib/procedures/define';
import { type Answers, type Field, fieldsNamedIn, holds } from '@/lib/procedures/fields/define';
import { nestedAnswers, normaliseAnswer, objectSchema } from '@/lib/procedures/fields/rules';
import type { LegalDocumentLine, ProcedureLine } from '@/lib/procedures/schema';

export const answerErrorCodes = [
  'required',
  'too_long',
  'too_short',
  'not_a_number',
  'too_small',
  'too_big',
  'not_a_date',
  'date_before',
  'date_after',
  'pattern',
  'not_an_option',
  'unknown_field',
  'email',
  'phone',
  'tax_code',
  'personal_id',
] as const;
export type AnswerErrorCode = (typeof answerErrorCodes)[number];

export type AnswerError = { path: string; code: AnswerErrorCode; params: Record<string, string | number> };

/** `given` is the tidied input: show it again beside the errors, whose row numbers match it. */
export type ParsedAnswers =
  | { ok: true; answers: Answers }
  | { ok: false; errors: AnswerError[]; given: Answers };

export function fieldsOf(definition: ProcedureDefinition): Field[] {
  return definition.form.flatMap((section) => section.fields);
}

/** A hidden field's answer counts for nothing, so what depends on it sees no answer. */
export function visibleFields(definition: ProcedureDefinition, answers: Answers): Field[] {
  const fields = new Map(fieldsOf(definition).map((field) => [field.code, field]));
  const known = new Map<string, boolean>();

  function isVisible(code: string): boolean {
    const field = fields.get(code);
    if (!field?.when) return field !== undefined;
    const found = known.get(code);
    if (found !== undefined) return found;
    known.set(code, false);
    const seen = fieldsNamedIn(field.when).filter(isVisible);
    const shown = holds(field.when, Object.fromEntries(seen.map((name) => [name, answers[name]])));
    known.set(code, shown);
    return shown;
  }

  return [...fields.values()].filter((field) => isVisible(field.code));
}

export function visibleAnswers(definition: ProcedureDefinition, answers: Answers): Answers {
  const shown = visibleFields(definition, answers).filter((field) => answers[field.code] !== undefined);
  return Object.fromEntries(shown.map((field) => [field.code, answers[field.code]]));
}

function tidy(definition: ProcedureDefinition, raw: Answers): Answers {
  const fields = new Map(fieldsOf(definition).map((field) => [field.code, field]));
  const entries = Object.entries(nestedAnswers(raw)).map(([code, value]) => {
    const field = fields.get(code);
    return [code, field ? normaliseAnswer(field, value) : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const isCode = (message: string): message is AnswerErrorCode =>
  answerErrorCodes.some((code) => code === message);

function paramsOf(issue: z.core.$ZodIssue): AnswerError['params'] {
  if (issue.code === 'too_big') return { limit: Number(issue.maximum) };
  if (issue.code === 'too_small') return { limit: Number(issue.minimum) };
  if (issue.code === 'custom' && typeof issue.params?.limit === 'string')
    return { limit: issue.params.limit };
  return {};
}

/** One error per answer: its first. A missing answer is "required", whatever its kind would have said of its form. */
function errorsOf(error: z.ZodError, given: Answers): AnswerError[] {
  const errors = new Map<string, AnswerError>();
  for (const one of error.issues.flatMap((issue) => errorsIn(issue, given))) {
    if (!errors.has(one.path)) errors.set(one.path, one);
  }
  return [...errors.values()];
}

function errorsIn(issue: z.core.$ZodIssue, given: Answers): AnswerError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), code: 'unknown_field', params: {} }));
  }
  const code = valueAt(given, path) === undefined || !isCode(issue.message) ? 'required' : issue.message;
  return [{ path: path.join('.'), code, params: paramsOf(issue) }];
}

function valueAt(given: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    given,
  );
}

/** Partial is for drafts: what is there must be right, what is missing may come later. */
export function parseAnswers(
  definition: ProcedureDefinition,
  raw: Answers,
  { today, partial = false }: { today: string; partial?: boolean },
): ParsedAnswers {
  const given = tidy(definition, raw);
  const shown = visibleFields(definition, given);
  const hidden = new Set(fieldsOf(definition).map((field) => field.code));
  for (const field of shown) hidden.delete(field.code);
  const kept = Object.fromEntries(Object.entries(given).filter(([code]) => !hidden.has(code)));
  const schema = objectSchema(shown, { today, isRequired: (field) => field.required && !partial });
  const parsed = schema.safeParse(kept);
  if (parsed.success) return { ok: true, answers: parsed.data };
  return { ok: false, errors: errorsOf(parsed.error, kept), given };
}

/** The same judgement as a zod schema; the message of each issue is an AnswerErrorCode. */
export function formSchemaOf(
  definition: ProcedureDefinition,
  { today }: { today: string },
): z.ZodType<Answers, Answers> {
  return z.record(z.string(), z.unknown()).transform((raw, context) => {
    const parsed = parseAnswers(definition, raw, { today });
    if (parsed.ok) return parsed.answers;
    for (const { path, code, params } of parsed.errors) {
      context.addIssue({ code: 'custom', message: code, path: path.split('.'), params });
    }
    return z.NEVER;
  });
}

/** For partners: a field shown only in some cases is optional here and judged by formSchemaOf on arrival. */
export function answersJsonSchema(definition: ProcedureDefinition): z.core.JSONSchema.BaseSchema {
  const isRequired = (field: Field) => field.required && field.when === undefined;
  const schema = objectSchema(fieldsOf(definition), { today: definition.effectiveFrom, isRequired });
  return z.toJSONSchema(schema.meta({ title: definition.title.vi }));
}

export function requiredComponents(definition: ProcedureDefinition, answers: Answers): Component[] {
  return definition.components.filter((component) => isRequiredComponent(definition, component, answers));
}

function isRequiredComponent(
  definition: ProcedureDefinition,
  component: Component,
  answers: Answers,
): boolean {
  if (component.need === 'mandatory') return true;
  return component.when !== undefined && holds(component.when, visibleAnswers(definition, answers));
}

const registers = [
  'NPDB',
  'NBRD',
  'KHO',
  'PREV',
  'SEC',
] as const satisfies readonly Component['reuse'][number][];

/** Information is supplied once: a component found in a register or in the applicant's store is not asked again. */
export function isReusable(component: Component): boolean {
  return component.reuse.some((reuse) => registers.some((register) => register === reuse));
}

/** The electronic form itself and what registers alone supply need no file from the applicant. */
export function needsUpload(component: Component): boolean {
  return component.reuse.includes('UP');
}

/** null: no fee rule, or a tariff whose figure has not been read. */
export function feeOf(definition: ProcedureDefinition, answers: Answers): number | null {
  const { fee } = definition;
  if (!fee) return null;
  const shown = visibleAnswers(definition, answers);
  const variant = fee.variants?.find(({ when }) => holds(when, shown));
  return variant ? variant.amount : fee.amount;
}

export function limitOf(definition: ProcedureDefinition, answers: Answers) {
  const { limit } = definition;
  if (!limit) return null;
  const shown = visibleAnswers(definition, answers);
  const { amount, unit, source } = limit.variants?.find(({ when }) => holds(when, shown)) ?? limit;
  return { amount, unit, source };
}

type Head = Omit<ProcedureDefinition, 'form' | 'components' | 'route'>;

/** The general limit and fee; a case of its own is told by limitOf and feeOf. */
export function procedureLineOf(head: Head): ProcedureLine {
  const { id, slug, code, title, summary, field, unit, level, applicant, version, effectiveFrom } = head;
  const limit = head.limit && { amount: head.limit.amount, unit: head.limit.unit };
  const fee = head.fee?.amount ?? null;
  return {
    id,
    slug,
    code,
    title,
    summary,
    field,
    unit,
    level,
    applicant,
    limit,
    fee,
    version,
    effectiveFrom,
  };
}

const kindNames: Record<string, string> = {
  resolution: 'Nghị quyết',
  decree: 'Nghị định',
  decision: 'Quyết định',
  circular: 'Thông tư',
  directive: 'Chỉ thị',
};

/** As papers cite a text: "Luật Dược số 105/2016/QH13", "Thông tư số 06/2011/TT-BYT về quản lý mỹ phẩm". */
export function citationOf({
  kind,
  number,
  title,
}: Pick<LegalDocumentLine, 'kind' | 'number' | 'title'>): string {
  if (number.includes(title.vi)) return number;
  const name = kindNames[kind];
  if (name === undefined) return `${title.vi} số ${number}`;
  return `${name} số ${number} về ${title.vi.charAt(0).toLowerCase()}${title.vi.slice(1)}`;
}
