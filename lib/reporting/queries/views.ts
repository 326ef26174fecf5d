import 'server-only';
import type { ReportFacts } from '../commands/find';
import { shiftPeriod } from '../periods/rules';
import { editableElements, isCarried } from '../rules';
import type { CellVersion, CellView, PeriodView } from '../schema';
import type { ReportState } from '../workflow';
import type { CellRow } from './cells';
import { partsOn } from './definitions';

type NameOf = (id: string | null) => string | null;

export const versionView = (row: CellRow, nameOf: NameOf): CellVersion => ({
  revision: row.revision,
  state: row.state,
  value: row.value,
  reason: row.reason,
  source: row.source,
  recordedAt: row.recordedAt,
  recordedBy: nameOf(row.recordedBy),
});

/** The values of so many periods before, oldest first; a period without an answer is there too, empty. */
export function valuesBefore(history: readonly CellRow[], part: string, ids: readonly string[]) {
  return ids.map((periodId) => {
    const row = history.find((one) => one.part === part && one.periodId === periodId);
    return { periodId, value: row?.value ?? null, state: row?.state ?? null };
  });
}

export const periodsBefore = (periodId: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => shiftPeriod(periodId, at - count));

interface Seeing {
  state: ReportState;
  periodId: string;
  canEnter: boolean;
  nameOf: NameOf;
}

export function cellViews(
  facts: ReportFacts,
  { state, periodId, canEnter, nameOf }: Seeing,
): Record<string, CellView> {
  const editable = editableNow(facts, state);
  const before = periodsBefore(periodId, 2);
  const recent = facts.history.filter((row) => before.includes(row.periodId));
  const views = [...facts.parts.values()].map((part): [string, CellView] => {
    const row = facts.cells.get(part.id);
    const element = partsOn(facts.context.periodEnd).get(part.id)?.element ?? part.id;
    return [
      part.id,
      {
        part: part.id,
        element,
        current: row === undefined ? null : versionView(row, nameOf),
        editable: canEnter && part.computedFrom === undefined && editable.has(element),
        before: valuesBefore(recent, part.id, before),
      },
    ];
  });
  return Object.fromEntries(views);
}

export const editableNow = (
  { elements, checks, remarks }: Pick<ReportFacts, 'elements' | 'checks' | 'remarks'>,
  state: ReportState,
): Set<string> =>
  editableElements(state, elements, {
    checks,
    remarks: remarks.map((one) => ({ element: one.elementId, state: one.state })),
  });

/** Empty cells with an earlier state or stock that may be taken over now. */
export function carriableParts(facts: ReportFacts, state: ReportState): string[] {
  const editable = editableNow(facts, state);
  return [...facts.parts.values()]
    .filter((part) => isCarried(part) && facts.earlier.has(part.id))
    .filter(({ id }) => {
      const current = facts.cells.get(id);
      return current === undefined || current.state === 'withdrawn';
    })
    .map(({ id }) => id)
    .filter((id) => editable.has(partsOn(facts.context.periodEnd).get(id)?.element ?? ''));
}

export const periodView = ({
  id,
  kind,
  startsOn,
  endsOn,
  opensOn,
  dueOn,
  provincialDueOn,
}: PeriodView): PeriodView => ({
  id,
  kind,
  startsOn,
  endsOn,
  opensOn,
  dueOn,
  provincialDueOn,
});
