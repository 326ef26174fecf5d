/**
 * What is left to do in a draft, and how answers travel between the form and the dossier.
 * Decree 224/2026/NĐ-CP, article 15 (an interactive form); Decree 118/2025/NĐ-CP (complete dossier at intake).
 */
import { formatDate } from '@/lib/i18n/format';
import type { Component, ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Field, Section } from '@/lib/procedures/fields/define';
import { nestedAnswers, normaliseAnswer } from '@/lib/procedures/fields/rules';
import {
  type AnswerError,
  feeOf,
  needsUpload,
  parseAnswers,
  requiredComponents,
  visibleFields,
} from '@/lib/procedures/rules';

export type TaskState = 'done' | 'started' | 'untouched';

export interface SectionTask {
  section: Section;
  state: TaskState;
  faults: AnswerError[];
}

export interface PaperTask {
  component: Component;
  files: number;
  /** Asked only in a case the form can't tell: the applicant decides. */
  optional: boolean;
}

export interface DraftTasks {
  sections: SectionTask[];
  papers: PaperTask[];
  fee: { amount: number; paid: boolean } | null;
  /** Steps done and all steps, the last check not counted. */
  done: number;
  total: number;
  ready: boolean;
}

interface Draft {
  definition: ProcedureDefinition;
  answers: Answers;
  attachments: readonly { component: string }[];
  fees: readonly { amount: number; state: string }[];
  today: string;
}

/** The last section when it only declares: it is answered where the whole dossier is checked. */
export function declarationOf({ form }: ProcedureDefinition): Section | null {
  const last = form.at(-1);
  const declares = last?.fields.every((field) => field.kind === 'checkbox' && field.options === undefined);
  return last !== undefined && declares === true ? last : null;
}

export function draftTasks(draft: Draft): DraftTasks {
  const sections = sectionTasks(draft);
  const papers = paperTasks(draft);
  const fee = feeTask(draft);
  const steps = [
    ...sections.map(({ state }) => state === 'done'),
    ...papers.filter(({ optional }) => !optional).map(({ files }) => files > 0),
    ...(fee === null ? [] : [fee.paid]),
  ];
  const done = steps.filter(Boolean).length;
  return { sections, papers, fee, done, total: steps.length, ready: done === steps.length };
}

function sectionTasks({ definition, answers, today }: Draft): SectionTask[] {
  const faults = faultsOf(definition, answers, today);
  const declaration = declarationOf(definition);
  const shown = new Set(visibleFields(definition, answers).map(({ code }) => code));
  return definition.form
    .filter((section) => section !== declaration && section.fields.some(({ code }) => shown.has(code)))
    .map((section) => {
      const own = faultsIn(section, faults);
      const touched = section.fields.some(({ code }) => answers[code] !== undefined && answers[code] !== '');
      return { section, faults: own, state: own.length === 0 ? 'done' : touched ? 'started' : 'untouched' };
    });
}

export function faultsOf(definition: ProcedureDefinition, answers: Answers, today: string): AnswerError[] {
  const parsed = parseAnswers(definition, answers, { today });
  return parsed.ok ? [] : parsed.errors;
}

export function faultsIn(section: Pick<Section, 'fields'>, faults: readonly AnswerError[]): AnswerError[] {
  const codes = new Set(section.fields.map(({ code }) => code));
  return faults.filter(({ path }) => codes.has(path.split('.')[0] ?? ''));
}

/** Papers to hand in: those required now, those only the applicant can tell, and those already there. */
function paperTasks({ definition, answers, attachments }: Draft): PaperTask[] {
  const required = new Set(requiredComponents(definition, answers).map(({ code }) => code));
  return definition.components.filter(needsUpload).flatMap((component) => {
    const files = attachments.filter((attachment) => attachment.component === component.code).length;
    const optional = !required.has(component.code);
    const offered = !optional || files > 0 || component.when === undefined;
    return offered ? [{ component, files, optional }] : [];
  });
}

function feeTask({ definition, answers, fees }: Draft): DraftTasks['fee'] {
  if (definition.fee?.moment !== 'receipt') return null;
  const amount = fees[0]?.amount ?? feeOf(definition, answers) ?? 0;
  if (amount === 0) return null;
  return { amount, paid: fees.length > 0 && fees.every(({ state }) => state !== 'unpaid') };
}

/** What a section's form sent, as answers; a field left empty is an empty answer, so that clearing is kept. */
export function sectionAnswers(fields: readonly Field[], values: Readonly<Record<string, string>>): Answers {
  const nested = nestedAnswers(values);
  return Object.fromEntries(
    fields.map((field) => {
      const given = nested[field.code];
      const ticked = field.kind === 'checkbox' && field.options !== undefined && typeof given === 'string';
      const value = normaliseAnswer(field, ticked ? given.split(',') : given);
      return [field.code, value ?? ''];
    }),
  );
}

/** Answers as the inputs of a form carry them: `ingredients.0.name`, dd/MM/yyyy, a decimal comma. */
export function formValues(fields: readonly Field[], answers: Answers): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of fields) {
    const answer = answers[field.code];
    if (field.kind !== 'list') {
      values[field.code] = inputText(field, answer);
      continue;
    }
    for (const [index, row] of (Array.isArray(answer) ? answer : []).entries()) {
      for (const part of field.fields) {
        values[`${field.code}.${index}.${part.code}`] = inputText(
          part,
          isRecord(row) ? row[part.code] : undefined,
        );
      }
    }
  }
  return values;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inputText(field: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = String(value);
  return field.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text;
}
