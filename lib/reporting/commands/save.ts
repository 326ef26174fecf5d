import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { reportEvents, reportRemarks, reports, reportValues } from '@/db/schema/reporting';
import { command } from '@/lib/kernel/command';
import type { Actor, Grant } from '@/lib/policy/actor';
import { storedValue } from '../queries/cells';
import { readNames } from '../queries/names';
import { cellViews } from '../queries/views';
import { type CellOutcome, type CellSource, SaveCells } from '../schema';
import { type FoundReport, findReport, type ReportFacts, readFacts } from './find';
import { type NewVersion, type Plan, planCells } from './plan';

/** Carries outcomes out of a transaction that must leave nothing behind, not even an act: who saved nothing entered nothing. */
class NothingSaved extends Error {
  constructor(readonly outcomes: CellOutcome[]) {
    super('nothing saved');
  }
}

/** Entering under a partner's grant is a feed, whatever the caller calls it; a person's entry never is. */
function sourceOf({ role }: Grant, named: z.output<typeof SaveCells>['source']): CellSource {
  if (role === 'partner') return 'feed';
  return named === 'feed' ? 'manual' : named;
}

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
      await writeVersions(tx, plan.versions, { found, actor, now });
      await markEntered(tx, { found, actor, grant, now });
      await answerRemarks(tx, found, plan.versions);
      return outcomes;
    },
    trace: ({ input, grant }, outcomes) => ({
      detail: {
        source: sourceOf(grant, input.source),
        cells: outcomes.flatMap((one) => (one.outcome === 'saved' ? [`${one.part}@${one.revision}`] : [])),
      },
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

interface Writing {
  found: FoundReport;
  actor: Actor;
  now: Date;
}

async function writeVersions(
  tx: Tx,
  versions: readonly NewVersion[],
  { found, actor, now }: Writing,
): Promise<void> {
  const { facility, period, report } = found;
  await tx.insert(reportValues).values(
    versions.map(({ part, elementVersion, type, value, state, reason, revision, source }) => ({
      facilityId: facility.id,
      elementId: part,
      elementVersion,
      periodId: period.id,
      validFrom: period.startsOn,
      validTo: period.endsOn,
      ...storedValue(type, value),
      state,
      reason,
      source,
      revision,
      recordedAt: now,
      recordedBy: actor.accountId,
      sample: facility.sample || report.sample || actor.sample,
    })),
  );
}

interface Entering {
  found: FoundReport;
  actor: Actor;
  grant: Grant;
  now: Date;
}

/** The history names everybody who entered, once: the database keeps them from verifying by it. */
async function markEntered(tx: Tx, { found, actor, grant, now }: Entering): Promise<void> {
  const { report } = found;
  if (grant.role === 'doh_editor' && report.enteredOnBehalfBy === null)
    await tx.update(reports).set({ enteredOnBehalfBy: actor.accountId }).where(eq(reports.id, report.id));
  const [known] = await tx
    .select({ id: reportEvents.id })
    .from(reportEvents)
    .where(
      and(
        eq(reportEvents.reportId, report.id),
        eq(reportEvents.personId, actor.personId),
        eq(reportEvents.action, 'report.enter'),
      ),
    )
    .limit(1);
  if (known !== undefined) return;
  await tx.insert(reportEvents).values({
    reportId: report.id,
    move: 'enter',
    fromState: report.state,
    toState: report.state,
    action: 'report.enter',
    personId: actor.personId,
    role: grant.role,
    recordedAt: now,
    recordedBy: actor.accountId,
  });
}

/** A new value at a remarked element answers the remark; words may be added to it. */
async function answerRemarks(
  tx: Tx,
  { report }: FoundReport,
  versions: readonly NewVersion[],
): Promise<void> {
  if (report.state !== 'returned') return;
  const elements = [
    ...new Set(versions.filter(({ source }) => source !== 'computed').map(({ element }) => element)),
  ];
  if (elements.length === 0) return;
  await tx
    .update(reportRemarks)
    .set({ state: 'answered' })
    .where(
      and(
        eq(reportRemarks.reportId, report.id),
        eq(reportRemarks.state, 'open'),
        inArray(reportRemarks.elementId, elements),
      ),
    );
}
