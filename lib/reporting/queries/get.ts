import 'server-only';
import { asc, desc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { documents } from '@/db/schema/documents';
import { reportEvents, reportEvidence, reportLocks } from '@/db/schema/reporting';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { barredBy, may } from '@/lib/policy/authorize';
import { type FoundReport, factsOf, type ReportFacts, readFacts, remarkView } from '../commands/find';
import { isLate } from '../periods/rules';
import { reportGuards } from '../rules';
import type { EvidenceView, ReportEventView, ReportFacility, ReportView } from '../schema';
import { openStates, type ReportMove, type ReportMoveName, reportMoves } from '../workflow';
import { readNames } from './names';
import { carriableParts, cellViews, periodView } from './views';
import { findVisible } from './visible';

export { getCellHistory } from './history';
export { findOwnReports } from './own';

/** One facility's form of one period; out of reach it does not exist. Reading who entered it is logged. */
export const getReport = query<{ id: string }, ReportView>({
  action: 'report.read',
  reads: (view) => (showsNames(view) ? [{ type: 'report', id: view.id }] : []),
  async run({ db, actor, input }) {
    const found = await findVisible(db, actor, input.id);
    return viewOf(db, found, actor);
  },
});

const showsNames = ({ cells, events, remarks }: ReportView): boolean =>
  Object.values(cells).some(({ current }) => current !== null && current.recordedBy !== null) ||
  events.some(({ by }) => by !== null) ||
  remarks.some(({ raisedBy }) => raisedBy !== null);

async function viewOf(db: Database, found: FoundReport, actor: Actor): Promise<ReportView> {
  const { report } = found;
  const [facts, events, evidence, locks] = await Promise.all([
    readFacts(db, found),
    db.select().from(reportEvents).where(eq(reportEvents.reportId, report.id)).orderBy(asc(reportEvents.id)),
    listEvidence(db, found),
    db
      .select()
      .from(reportLocks)
      .where(eq(reportLocks.reportId, report.id))
      .orderBy(desc(reportLocks.sequence))
      .limit(1),
  ]);
  const nameOf = await readNames(db, [
    ...[...facts.cells.values()].map(({ recordedBy }) => recordedBy),
    ...events.map(({ recordedBy }) => recordedBy),
    ...facts.remarks.map(({ raisedBy }) => raisedBy),
  ]);
  const canEnter =
    may(actor, 'report.enter', found.subject) && openStates.some((open) => open === report.state);
  const [lock] = locks;
  return {
    id: report.id,
    version: report.version,
    state: report.state,
    facility: facilityView(found),
    period: periodView(found.period),
    form: facts.form,
    elements: facts.elements,
    cells: cellViews(facts, { state: report.state, periodId: report.periodId, canEnter, nameOf }),
    checks: facts.checks,
    context: facts.context,
    findings: facts.findings,
    missing: facts.missing,
    carriable: canEnter ? carriableParts(facts, report.state) : [],
    filled: facts.filled,
    asked: facts.asked,
    late: isLate(found.period.dueOn, report.submittedAt, civilDateAt(now())),
    onBehalf: report.enteredOnBehalfBy !== null,
    remarks: facts.remarks.map((row) => remarkView(row, nameOf(row.raisedBy))),
    evidence,
    events: events.flatMap((event) => eventView(event, nameOf(event.recordedBy))),
    ...movesFor(found, facts, { actor, events }),
    canEnter,
    lastLock:
      lock === undefined
        ? null
        : { sequence: lock.sequence, at: lock.lockedAt, contentHash: lock.contentHash },
  };
}

type EventRow = typeof reportEvents.$inferSelect;

const shown = (move: string): move is ReportEventView['move'] =>
  move === 'open' || Object.hasOwn(reportMoves, move);

/** Who entered stands at the cells; the history shows the steps. */
function eventView(
  { id, move, fromState, toState, reason, recordedAt }: EventRow,
  by: string | null,
): ReportEventView[] {
  return shown(move) ? [{ id, move, from: fromState, to: toState, reason, at: recordedAt, by }] : [];
}

function movesFor(
  { report, subject }: FoundReport,
  facts: ReportFacts,
  { actor, events }: { actor: Actor; events: readonly EventRow[] },
): Pick<ReportView, 'moves' | 'blocked' | 'barred'> {
  const names = (Object.keys(reportMoves) as ReportMoveName[]).filter((name) => {
    const { from, action }: ReportMove = reportMoves[name];
    return from.includes(report.state) && may(actor, action, subject);
  });
  const did = new Set(
    events.filter(({ personId }) => personId === actor.personId).map(({ action }) => action),
  );
  const isBarred = (name: ReportMoveName) =>
    barredBy(reportMoves[name].action).some((action) => did.has(action));
  const unmetOf = (name: ReportMoveName) => {
    const { when = [] }: ReportMove = reportMoves[name];
    return when.filter((guard) => !reportGuards[guard](facts));
  };
  const free = names.filter((name) => !isBarred(name));
  return {
    moves: free.filter((name) => unmetOf(name).length === 0),
    blocked: free.map((name) => ({ name, unmet: unmetOf(name) })).filter(({ unmet }) => unmet.length > 0),
    barred: names.filter(isBarred),
  };
}

/** A real hospital's report may be made of sample figures: then it says so too. */
function facilityView({ facility, place, report }: FoundReport): ReportFacility {
  return {
    id: facility.id,
    name: { vi: facility.nameVi, en: facility.nameEn },
    class: facility.class,
    hospital: factsOf(facility).hospital,
    placeId: facility.placeId,
    place,
    unitCode: facility.unitCode,
    sample: facility.sample || report.sample,
  };
}

/** The proofs handed in for this period, newest first. */
async function listEvidence(db: Database, { facility, period }: FoundReport): Promise<EvidenceView[]> {
  const rows = await db
    .select({ evidence: reportEvidence, name: documents.name })
    .from(reportEvidence)
    .innerJoin(documents, eq(documents.id, reportEvidence.documentId))
    .where(eq(reportEvidence.facilityId, facility.id))
    .orderBy(desc(reportEvidence.offeredAt));
  return rows
    .filter(({ evidence }) => evidence.periodId === period.id || evidence.state === 'accepted')
    .map(({ evidence: one, name }) => ({
      id: one.id,
      element: one.elementId,
      documentId: one.documentId,
      name,
      sha256: one.sha256,
      numberSymbol: one.numberSymbol,
      issuedOn: one.issuedOn,
      issuingUnit: one.issuingUnit,
      signer: one.signer,
      findings: one.findings,
      state: one.state,
      offeredAt: one.offeredAt,
      decidedAt: one.decidedAt,
      decisionReason: one.decisionReason,
      sample: one.sample,
    }));
}
