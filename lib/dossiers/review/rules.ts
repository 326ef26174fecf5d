/**
 * What a reviewer sees before judging: answers beside the papers, discrepancies first, defects as one request.
 * Decree 118/2025/NĐ-CP and Decree 45/2020/NĐ-CP (one request for a supplement, complete the first time).
 */

import {
  type Comparison,
  compareField,
  type DeclaredKind,
  indexPaper,
  normalForm,
  type ReadPage,
} from '@/lib/documents/rules';
import { answerText } from '@/lib/dossiers/papers/rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Field, FieldKind } from '@/lib/procedures/fields/define';
import { requiredComponents, visibleFields } from '@/lib/procedures/rules';

/** Key of a mark or supplement item that concerns an answer and not a paper. */
export function answerKey(field: string): string {
  return `answers.${field}`;
}

export type Verdict = 'good' | 'wrong' | 'missing';

export interface Mark {
  component: string;
  verdict: Verdict;
  note: string | null;
}

export interface ReadPaper {
  documentId: string;
  component: string;
  name: string;
  pages: readonly ReadPage[] | null;
}

export interface FieldCheck {
  field: string;
  label: { vi: string; en: string };
  declared: string;
  documentId: string;
  paper: string;
  component: string;
  comparison: Comparison;
}

const comparedAs: Partial<Record<FieldKind, DeclaredKind>> = {
  text: 'words',
  number: 'number',
  date: 'date',
  tax_code: 'number',
  personal_id: 'number',
};
/** An archive of scans is not compared page by page while somebody waits for the screen. */
const comparedPages = 12;

/** Every answer a paper speaks of, with what the paper says; worst first within a field. */
export function checkAnswers(
  { definition, answers }: { definition: ProcedureDefinition; answers: Answers },
  papers: readonly ReadPaper[],
): FieldCheck[] {
  const fields = visibleFields(definition, answers).flatMap((field) => declaredIn(field, answers));
  const indexed = papers.map((paper) => ({
    paper,
    index: indexPaper((paper.pages ?? []).slice(0, comparedPages)),
  }));
  const known = new Set(fields.map(({ declared }) => normalForm(declared.value)));
  const checks = fields.flatMap(({ field, declared, shown }) =>
    indexed.flatMap(({ paper, index }): FieldCheck[] => {
      const comparison = compareField(declared, index);
      if (comparison === null || isOther(comparison, known)) return [];
      const { documentId, component, name } = paper;
      return [
        {
          field: field.code,
          label: field.label,
          declared: shown,
          documentId,
          component,
          paper: name,
          comparison,
        },
      ];
    }),
  );
  return checks.sort((left, right) => severity(left) - severity(right));
}

function declaredIn(field: Field, answers: Answers) {
  const kind = field.kind === 'list' ? undefined : comparedAs[field.kind];
  const value = answers[field.code];
  if (kind === undefined || (typeof value !== 'string' && typeof value !== 'number')) return [];
  return [
    {
      field,
      declared: { value: String(value), kind, label: field.label.vi },
      shown: answerText(field, value),
    },
  ];
}

/** An alike value that answers another question of the form is no discrepancy of this one. */
function isOther({ verdict, found }: Comparison, known: ReadonlySet<string>): boolean {
  return verdict === 'differs' && known.has(normalForm(found));
}

const order = { differs: 0, unreadable: 1, formatting_only: 2, equal: 3 } as const;

function severity({ comparison }: FieldCheck): number {
  return order[comparison.verdict];
}

/** Differences nobody has decided on yet. */
export function openDiscrepancies(checks: readonly FieldCheck[], marks: readonly Mark[]): FieldCheck[] {
  const decided = new Set(marks.map(({ component }) => component));
  return checks.filter(
    ({ field, comparison }) => comparison.verdict === 'differs' && !decided.has(answerKey(field)),
  );
}

/** The two readings cut where they part: what they begin with, what differs, what they end with. */
export function partsOf(text: string, other: string): { before: string; change: string; after: string } {
  let start = 0;
  while (start < Math.min(text.length, other.length) && text[start] === other[start]) start += 1;
  let end = 0;
  const room = Math.min(text.length, other.length) - start;
  while (end < room && text[text.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return {
    before: text.slice(0, start),
    change: text.slice(start, text.length - end),
    after: text.slice(text.length - end),
  };
}

export interface Defect {
  component: string;
  title: { vi: string; en: string };
  verdict: 'wrong' | 'missing';
  note: string;
}

/** What a Form 02 would have to name: every component and answer judged wrong or missing, in the form's order. */
export function defectsOf(definition: ProcedureDefinition, marks: readonly Mark[]): Defect[] {
  const answers = definition.form.flatMap(({ fields }) =>
    fields.map(({ code, label }) => ({ key: answerKey(code), title: label })),
  );
  const components = definition.components.map(({ code, title }) => ({ key: code, title }));
  return [...components, ...answers].flatMap(({ key, title }) => {
    const mark = marks.find(({ component }) => component === key);
    if (mark === undefined || mark.verdict === 'good') return [];
    return [{ component: key, title, verdict: mark.verdict, note: mark.note ?? '' }];
  });
}

/** Components the reviewer walks, in order, with the judgement so far. */
export function componentsToMark(definition: ProcedureDefinition, answers: Answers, marks: readonly Mark[]) {
  return requiredComponents(definition, answers).map((component) => ({
    component,
    mark: marks.find((mark) => mark.component === component.code) ?? null,
  }));
}
