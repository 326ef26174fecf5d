/**
 * What a report asks, what counts as an answer, what may be changed and what a move waits for; pure, so that page
 * and server judge alike. Thông tư 13/2025/TT-BYT, Quyết định 1710/QĐ-BYT and 2491/QĐ-BYT ask for the figures; the
 * four states of a cell and the guards are this portal's.
 */
import type { CellValue, Finding, Reported } from './checks';
import type { Activity, Check, Element, ElementPart } from './define';
import type { CellSource, CellState, CheckContext, RemarkView } from './schema';
import { openStates, type ReportGuard, type ReportState } from './workflow';

export { blocksSubmission, findingsOf } from './checks';

/** What a cell says now, wherever it comes from. */
export interface Answer {
  state: CellState;
  value: CellValue;
  reason: string | null;
}
export type Answers = ReadonlyMap<string, Answer>;

/** A part is asked of a facility that has the activity its element speaks of. */
export function elementsFor(elements: readonly Element[], activities: readonly Activity[]): Element[] {
  return elements.filter(({ onlyWith }) => onlyWith === undefined || activities.includes(onlyWith));
}

export const partsOf = (elements: readonly Element[]): ElementPart[] =>
  elements.flatMap(({ parts }) => parts);

/**
 * The checks of a form: those that speak of one of its parts. An error whose claim, its first part, stands on
 * another form can't be mended here, so it asks for an explanation instead of blocking, and only once this form has
 * said something about it.
 */
export function checksFor(checks: readonly Check[], elements: readonly Element[]): Check[] {
  const here = new Set(partsOf(elements).map(({ id }) => id));
  return checks
    .filter(({ parts }) => parts.some((part) => here.has(part)))
    .map((check) => {
      if (here.has(check.parts[0] ?? '')) return check;
      const said = check.parts
        .filter((part) => here.has(part))
        .map((part) => ({ kind: 'present' as const, part }));
      const severity = check.severity === 'error' ? 'warning' : check.severity;
      return { ...check, severity, when: [...check.when, ...said] };
    });
}

const saidBy = (answer: Answer | undefined): CellValue | undefined =>
  answer?.state === 'value' ? answer.value : undefined;

/** Everything the checks may look at, from what is typed and what is known. */
export function reportedOf(context: CheckContext, answers: Answers): Reported {
  const own = [...answers].map(([part, answer]) => [part, saidBy(answer)] as const);
  return {
    cells: { ...context.others, ...Object.fromEntries(own) },
    previous: context.previous,
    explained: new Set([...answers].filter(([, { reason }]) => reason !== null).map(([part]) => part)),
    evidence: new Set(context.evidence),
    facility: { ...context.facility, activities: new Set(context.facility.activities) },
    periodEnd: context.periodEnd,
  };
}

const isDetail = ({ type }: ElementPart) => type === 'date' || type === 'text' || type === 'url';

/**
 * Parts that need no answer because another answer is no: what a check forbids to fill then (the date of a system
 * that is not there), and dates, texts and addresses that describe a claim of the same element that is denied.
 */
export function mootParts(
  elements: readonly Element[],
  checks: readonly Check[],
  answers: Answers,
): Set<string> {
  const isNo = (part: string) => saidBy(answers.get(part)) === false;
  const forbidden = checks.flatMap(({ severity, parts, when, must }) => {
    const [only] = when;
    const forbids =
      severity === 'error' && when.length === 1 && only?.kind === 'present' && must.kind === 'is_true';
    return forbids && isNo(must.part) ? parts.slice(0, 1) : [];
  });
  const described = elements.flatMap(({ parts }) => {
    const claims = parts.filter(({ type }) => type === 'boolean');
    return claims.length > 0 && claims.every(({ id }) => isNo(id))
      ? parts.filter(isDetail).map(({ id }) => id)
      : [];
  });
  return new Set([...forbidden, ...described]);
}

const isAnswered = (answer: Answer | undefined) => answer !== undefined && answer.state !== 'withdrawn';

/** How far a report is: the parts that are asked now, how many are answered, and which are still missing. */
export function progressOf(
  elements: readonly Element[],
  checks: readonly Check[],
  answers: Answers,
): { asked: number; filled: number; missing: string[] } {
  const moot = mootParts(elements, checks, answers);
  const asked = partsOf(elements).filter(({ id }) => !moot.has(id) || isAnswered(answers.get(id)));
  const missing = asked.map(({ id }) => id).filter((id) => !isAnswered(answers.get(id)));
  return { asked: asked.length, filled: asked.length - missing.length, missing };
}

export interface GuardFacts {
  missing: readonly string[];
  findings: readonly Finding[];
  remarks: readonly Pick<RemarkView, 'state'>[];
}

export const reportGuards = {
  complete: ({ missing }) => missing.length === 0,
  no_open_error: ({ findings }) => findings.every(({ severity }) => severity !== 'error'),
  warnings_explained: ({ findings }) =>
    findings.every(({ severity, explained }) => severity !== 'warning' || explained),
  remarks_answered: ({ remarks }) => remarks.every(({ state }) => state !== 'open'),
} as const satisfies Record<ReportGuard, (facts: GuardFacts) => boolean>;

/**
 * The elements that may be changed: all of a draft; of a returned report all when nothing was remarked, else those
 * a remark stands at and those that share a check with one of them, because a correction may need its counterpart.
 */
export function editableElements(
  state: ReportState,
  elements: readonly Element[],
  {
    checks,
    remarks,
  }: { checks: readonly Check[]; remarks: readonly Pick<RemarkView, 'element' | 'state'>[] },
): Set<string> {
  if (!openStates.some((open) => open === state)) return new Set();
  const remarked = new Set(remarks.filter((one) => one.state !== 'settled').map(({ element }) => element));
  const all = elements.map(({ id }) => id);
  if (state === 'draft' || remarked.size === 0) return new Set(all);
  const elementOf = (part: string) => part.slice(0, 3);
  const tied = checks
    .map(({ parts }) => parts.map(elementOf))
    .filter((ids) => ids.some((id) => remarked.has(id)))
    .flat();
  return new Set(all.filter((id) => remarked.has(id) || tied.includes(id)));
}

/** A state or a stock may be taken over from an earlier period; what happened in a month is counted anew. */
export const isCarried = ({ aggregation, computedFrom }: ElementPart): boolean =>
  computedFrom === undefined && (aggregation === 'state' || aggregation === 'stock');

export const sameAnswer = (one: Answer, other: Answer): boolean =>
  one.state === other.state &&
  one.reason === other.reason &&
  (one.value === other.value || JSON.stringify(one.value) === JSON.stringify(other.value));

/**
 * A feed does not write over what a person entered: the other system is told, both values stay known. Whoever
 * names the revision they saw has decided to.
 */
export const feedYields = (source: CellSource | null): boolean => source === 'manual' || source === 'import';
