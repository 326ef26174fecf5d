import 'server-only';
import type { ElementPart } from '../define';
import type { CellRow } from '../queries/cells';
import { partsOn } from '../queries/definitions';
import { editableNow } from '../queries/views';
import { type Answer, sameAnswer } from '../rules';
import type { CellInput, CellOutcome, CellSource } from '../schema';
import { cellFault, computedAnswer } from '../values/rules';
import type { ReportState } from '../workflow';
import type { ReportFacts } from './find';

/** A version to be written. */
export interface NewVersion extends Answer {
  part: string;
  element: string;
  elementVersion: number;
  type: ElementPart['type'];
  revision: number;
  source: CellSource;
}

/** What becomes of each cell; an overtaken one still needs its other value shown. */
export type Planned =
  | Exclude<CellOutcome, { outcome: 'overtaken' }>
  | { part: string; outcome: 'overtaken'; revision: number };

export interface Plan {
  outcomes: Planned[];
  versions: NewVersion[];
}

/** What was typed, in the form it is kept: no value without the state for it, no empty reason. */
function answerOf(input: CellInput, current: Answer | undefined): Answer {
  const value =
    input.state !== 'value' ? null : typeof input.value === 'string' ? input.value.trim() : input.value;
  const unsaid = { state: input.state, value, reason: current?.reason ?? null };
  if (input.reason === undefined && current !== undefined && sameAnswer(unsaid, current)) return unsaid;
  return {
    state: input.state,
    value,
    reason: input.reason === undefined || input.reason === '' ? null : input.reason,
  };
}

/** What deciding a cell looks at; the rules between cells are asked when the report is handed in. */
export type CellFacts = Pick<
  ReportFacts,
  'elements' | 'parts' | 'checks' | 'remarks' | 'cells' | 'earlier' | 'context'
>;

interface Wish {
  facts: CellFacts;
  state: ReportState;
  source: CellSource;
}

/** Decides every cell for itself: what is refused or overtaken holds nothing else up. */
export function planCells(inputs: readonly CellInput[], wish: Wish): Plan {
  const { facts } = wish;
  const editable = editableNow(facts, wish.state);
  const answers = new Map<string, Answer>(facts.cells);
  const plan: Plan = { outcomes: [], versions: [] };
  const known = new Set<string>();
  const deciding = { facts, state: wish.state, editable, known };
  for (const input of inputs) {
    const current = facts.cells.get(input.part);
    const answer = answerOf(input, current);
    const outcome = decide(input, answer, deciding);
    plan.outcomes.push(outcome);
    known.add(input.part);
    if (outcome.outcome !== 'saved') continue;
    answers.set(input.part, answer);
    const source =
      wish.source === 'carried' && !wasCarried(answer, facts.earlier.get(input.part))
        ? 'manual'
        : wish.source;
    plan.versions.push(versionOf(input.part, answer, { facts, source }));
  }
  return plan.versions.length === 0 ? plan : withComputed(plan, answers, facts);
}

const wasCarried = (answer: Answer, earlier: CellRow | undefined) =>
  earlier !== undefined && JSON.stringify(answer.value) === JSON.stringify(earlier.value);

interface Deciding extends Pick<Wish, 'facts' | 'state'> {
  editable: ReadonlySet<string>;
  /** Parts that were decided before. */
  known: ReadonlySet<string>;
}

function decide(input: CellInput, answer: Answer, { facts, state, editable, known }: Deciding): Planned {
  const { part, seen } = input;
  const refused = (code: string): Planned => ({ part, outcome: 'refused', code });
  const [definition, dated] = [facts.parts.get(part), partsOn(facts.context.periodEnd).get(part)];
  if (definition === undefined || dated === undefined)
    return refused(dated === undefined ? 'unknown_part' : 'not_asked');
  if (known.has(part)) return refused('twice');
  if (!editable.has(dated.element)) return refused(state === 'returned' ? 'not_remarked' : 'closed');
  const fault = cellFault(definition, answer);
  if (fault !== null) return refused(fault);
  const current = facts.cells.get(part);
  const revision = current?.revision ?? 0;
  if (current !== undefined && sameAnswer(answer, current)) return { part, outcome: 'unchanged', revision };
  if (seen !== revision) return { part, outcome: 'overtaken', revision };
  return { part, outcome: 'saved', revision: revision + 1 };
}

function versionOf(
  part: string,
  answer: Answer,
  { facts, source }: { facts: CellFacts; source: CellSource },
): NewVersion {
  const definition = partsOn(facts.context.periodEnd).get(part);
  if (definition === undefined) throw new TypeError(`no such part: ${part}`);
  return {
    ...answer,
    part,
    element: definition.element,
    elementVersion: definition.version,
    type: definition.type,
    revision: (facts.cells.get(part)?.revision ?? 0) + 1,
    source,
  };
}

/** Parts that follow from others are worked out anew and written with them. */
function withComputed({ outcomes, versions }: Plan, answers: Map<string, Answer>, facts: CellFacts): Plan {
  const following = [...facts.parts.values()].flatMap((part) => {
    const answer = computedAnswer(part, answers);
    const current = facts.cells.get(part.id);
    if (answer === null || (current !== undefined && sameAnswer(answer, current))) return [];
    return [versionOf(part.id, answer, { facts, source: 'computed' })];
  });
  return {
    outcomes: [
      ...outcomes,
      ...following.map(({ part, revision }) => ({ part, outcome: 'saved' as const, revision })),
    ],
    versions: [...versions, ...following],
  };
}
