/** The grid's own arithmetic: what was typed as answers, what the rules say of them, what is still missing. */
import { readText, textOf } from '@/lib/reporting/cells/rules';
import type { Finding } from '@/lib/reporting/checks';
import type { Element, ElementType, ReportForm } from '@/lib/reporting/define';
import {
  type Answer,
  type Answers,
  findingsOf,
  partsOf,
  progressOf,
  reportedOf,
} from '@/lib/reporting/rules';
import type { CellInput, CellVersion } from '@/lib/reporting/schema';
import { computedAnswer } from '@/lib/reporting/values/rules';
import {
  type Draft,
  type Drafts,
  type EntryPart,
  type EntryRules,
  type EntrySection,
  keptDraft,
} from './schema';

type Locale = 'vi' | 'en';

/** The questions of a form as its reader meets them. */
export function sectionsOf(form: ReportForm, elements: readonly Element[], locale: Locale): EntrySection[] {
  return form.sections
    .map(({ code, title, elements: ids }) => ({
      code,
      title: title[locale],
      parts: entryParts(
        ids.flatMap((id) => elements.filter((element) => element.id === id)),
        locale,
      ),
    }))
    .filter(({ parts }) => parts.length > 0);
}

export const entryParts = (elements: readonly Element[], locale: Locale): EntryPart[] =>
  elements.flatMap((element) =>
    element.parts.map(({ id, type, label, options = [], computedFrom }) => ({
      id,
      element: element.id,
      type,
      label: element.label[locale],
      detail: label?.[locale] ?? null,
      options: options.map((option) => ({ code: option.code, label: option.label[locale] })),
      computedFrom: computedFrom ?? null,
    })),
  );

const blank: Draft = { text: '', state: 'value', reason: '', seen: 0 };

/** What the server has, as it stands in a control; a withdrawn value leaves an empty cell. */
export function draftOf(type: ElementType, current: CellVersion | null): Draft {
  if (current === null) return blank;
  const { revision: seen, state, value, reason } = current;
  if (state === 'withdrawn') return { ...blank, seen };
  return { text: textOf(type, value), state, reason: reason ?? '', seen };
}

export const readDraft = (part: Pick<EntryPart, 'type' | 'options'>, draft: Draft) =>
  readText(
    part.type,
    draft.text,
    part.options.length === 0 ? undefined : part.options.map(({ code }) => code),
  );

export function sameDraft(left: Draft, right: Draft): boolean {
  return (
    left.text.trim() === right.text.trim() &&
    left.state === right.state &&
    left.reason.trim() === right.reason.trim()
  );
}

/** A draft as the command takes it; null while it can't be understood or lacks its reason. */
export function inputOf(part: EntryPart, draft: Draft): CellInput | null {
  const reason = draft.reason.trim();
  const given = { part: part.id, seen: draft.seen, ...(reason === '' ? {} : { reason }) };
  if (draft.state !== 'value') return reason === '' ? null : { ...given, state: draft.state, value: null };
  const reading = readDraft(part, draft);
  if (reading.kind !== 'value') return null;
  return { ...given, state: 'value', value: reading.value as CellInput['value'] };
}

function answerOf(part: EntryPart, draft: Draft | undefined): Answer | null {
  const input = draft === undefined ? null : inputOf(part, draft);
  return input === null ? null : { state: input.state, value: input.value, reason: input.reason ?? null };
}

export function answersOf(
  parts: readonly EntryPart[],
  drafts: Drafts,
  elements: readonly Element[],
): Answers {
  const answers = new Map<string, Answer>();
  for (const part of parts) {
    const answer = answerOf(part, drafts[part.id]);
    if (answer !== null && part.computedFrom === null) answers.set(part.id, answer);
  }
  for (const part of partsOf(elements)) {
    const computed = computedAnswer(part, answers);
    if (computed !== null) answers.set(part.id, computed);
  }
  return answers;
}

export interface Standing {
  answers: Answers;
  byPart: Readonly<Record<string, readonly Finding[]>>;
  asked: number;
  filled: number;
  missing: readonly string[];
  /** Cells that stop the submission: an error, or a warning without its explanation. */
  faulty: readonly string[];
}

/** Everything the page says while somebody types, by the rules the server judges by. */
export function standingOf(parts: readonly EntryPart[], drafts: Drafts, rules: EntryRules): Standing {
  const answers = answersOf(parts, drafts, rules.elements);
  const byPart = findingsByPart(findingsOf(rules.checks, reportedOf(rules.context, answers)), parts);
  const faulty = parts.map(({ id }) => id).filter((id) => byPart[id]?.some(isOpen) === true);
  return { answers, byPart, faulty, ...progressOf(rules.elements, rules.checks, answers) };
}

const weight = { error: 0, warning: 1, flag: 2 } as const;

/** Each finding at the first of its cells that is on this form, the gravest first. */
function findingsByPart(
  findings: readonly Finding[],
  parts: readonly EntryPart[],
): Record<string, readonly Finding[]> {
  const here = new Set(parts.map(({ id }) => id));
  const byPart: Record<string, Finding[]> = {};
  for (const finding of findings.toSorted((a, b) => weight[a.severity] - weight[b.severity])) {
    const part = finding.parts.find((one) => here.has(one));
    if (part !== undefined) byPart[part] = [...(byPart[part] ?? []), finding];
  }
  return byPart;
}

export const isOpen = ({ severity, explained }: Finding): boolean =>
  severity === 'error' || (severity === 'warning' && !explained);

/** The form as it was sent: what stood in each control, and what the page had from the server. */
export interface SentCell {
  part: EntryPart;
  draft: Draft;
  kept: Draft;
}

export function readSent(values: Readonly<Record<string, string>>, parts: readonly EntryPart[]): SentCell[] {
  return parts.flatMap((part) => {
    const kept = keptOf(values[`${part.id}.kept`]);
    if (kept === null) return [];
    const state = values[`${part.id}.state`];
    const draft: Draft = {
      text: values[part.id] ?? '',
      state: state === 'not_applicable' || state === 'unknown' ? state : 'value',
      reason: values[`${part.id}.reason`] ?? '',
      seen: Number(values[`${part.id}.seen`] ?? kept.seen) || 0,
    };
    return [{ part, kept, draft: said(draft, kept) }];
  });
}

/** Controls that are not on the page are not sent: what they would hold is unchanged. */
function said(draft: Draft, kept: Draft): Draft {
  return draft.state === 'value' && draft.text === '' && kept.state !== 'value' && draft.reason === ''
    ? { ...kept, seen: draft.seen }
    : draft;
}

function keptOf(text: string | undefined): Draft | null {
  if (text === undefined) return null;
  try {
    return keptDraft.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
