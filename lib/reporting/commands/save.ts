import 'server-only';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { command } from '@/lib/kernel/command';
import type { Actor, Grant } from '@/lib/policy/actor';
import { readNames } from '../queries/names';
import { cellViews } from '../queries/views';
import { type CellOutcome, type CellSource, SaveCells } from '../schema';
import { type FoundReport, findReport, type ReportFacts, readFacts } from './find';
import { type Plan, type Planned, planCells } from './plan';
import { writeEntered } from './write';

/** Carries outcomes out of a transaction that must leave nothing behind, not even an act: who saved nothing entered nothing. */
class NothingSaved extends Error {
  constructor(readonly outcomes: CellOutcome[]) {
    super('nothing saved');
  }
}

/** Entering under a partner's grant is a feed, whatever the caller calls it; a person's entry never is. */
export function sourceOf({ role }: Grant, named: z.output<typeof SaveCells>['source']): CellSource {
  if (role === 'partner') return 'feed';
  return named === 'feed' ? 'manual' : named;
}

/** What the trail keeps of a save: which cells, and the revision each came to. */
export const savedDetail = (source: CellSource, outcomes: readonly Planned[]) => ({
  source,
  cells: outcomes.flatMap((one) => (one.outcome === 'saved' ? [`${one.part}@${one.revision}`] : [])),
});

const save = (dryRun: boolean) =>
  command({
    action: 'report.enter',
    sees: 'report.read',
    input: SaveCells,
    find: (reader, { reportId }) => findReport(reader, reportId, true),
    async run({ tx, actor, grant, input, found, now }) {
      const facts = await readFacts(tx, found);
      const source = sourceOf(grant, input.source);
      const plan = planCells(input.cells, { facts, state: found.report.state, source });
      const outcomes = await told(tx, plan, { found, facts });
      if (dryRun || plan.versions.length === 0) throw new NothingSaved(outcomes);
      await writeEntered(tx, [{ ...found, grant, versions: plan.versions }], { actor, now });
      return outcomes;
    },
    trace: ({ input, grant }, outcomes) => ({
      detail: savedDetail(sourceOf(grant, input.source), outcomes),
    }),
  });

const saving = save(false);
const trying = save(true);

const nothing = (cause: unknown) => {
  if (cause instanceof NothingSaved) return cause.outcomes;
  throw cause;
};

/**
 * Saves cells by compare-and-set on the revision each was seen with. The report's row is held, so that of two who
 * save over the same version one is told, and a lock sees every version before it.
 */
export function saveCells(actor: Actor, input: z.input<typeof SaveCells>): Promise<CellOutcome[]> {
  return saving(actor, input).catch(nothing);
}

/** What saving would do, worked out on the real rows and rolled back. */
export function tryCells(actor: Actor, input: z.input<typeof SaveCells>): Promise<CellOutcome[]> {
  return trying(actor, input).catch(nothing);
}

/** Whoever was overtaken sees what stands there now. */
async function told(
  tx: Tx,
  { outcomes }: Plan,
  { found, facts }: { found: FoundReport; facts: ReportFacts },
): Promise<CellOutcome[]> {
  const lost = outcomes.filter(({ outcome }) => outcome === 'overtaken').map(({ part }) => part);
  const nameOf = await readNames(
    tx,
    lost.map((part) => facts.cells.get(part)?.recordedBy ?? null),
  );
  const { report } = found;
  const views = cellViews(facts, { state: report.state, periodId: report.periodId, canEnter: true, nameOf });
  return outcomes.flatMap((one): CellOutcome[] => {
    if (one.outcome !== 'overtaken') return [one];
    const theirs = views[one.part];
    return theirs === undefined ? [] : [{ ...one, theirs }];
  });
}
