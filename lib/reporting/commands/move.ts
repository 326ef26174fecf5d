import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { reportEvents, reportRemarks, reports } from '@/db/schema/reporting';
import { command } from '@/lib/kernel/command';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { enqueue } from '@/lib/kernel/outbox';
import type { Actor, Grant } from '@/lib/policy/actor';
import { reportMoved } from '../events';
import { readCells } from '../queries/cells';
import { reportGuards } from '../rules';
import { MoveReport } from '../schema';
import { canonicalCells } from '../values/rules';
import { type ReportMove, type ReportMoveName, reportMoves } from '../workflow';
import { type FoundReport, findReport, type ReportFacts, type ReportRow, readFacts } from './find';

type Input = z.output<typeof MoveReport>;

interface Moving {
  tx: Tx;
  actor: Actor;
  grant: Grant;
  input: Input;
  found: FoundReport;
  facts: ReportFacts | null;
  now: Date;
}

const rowOf = (name: ReportMoveName): ReportMove => reportMoves[name];

/** Makes one move by the table: the only way a report changes its state. */
export const moveReport = command({
  action: ({ move }) => rowOf(move).action,
  sees: 'report.read',
  input: MoveReport,
  find: (reader, { reportId }) => findReport(reader, reportId, true),
  async run({ tx, actor, grant, input, found, now }) {
    const { report } = found;
    if (report.version !== input.version) throw new DomainError('conflict', 'report.version');
    const facts = await readNeeded(tx, found, input.move);
    assertLawful(report, input.move, facts);
    const moving = { tx, actor, grant, input, found, facts, now };
    await keepRemarks(moving);
    await tx
      .update(reports)
      .set({ ...stampOf(moving), state: rowOf(input.move).to, version: report.version + 1 })
      .where(eq(reports.id, report.id));
    const eventId = await recordEvent(moving);
    await enqueue(tx, reportMoved, { reportId: report.id, eventId, move: input.move });
    return { id: report.id, state: rowOf(input.move).to, version: report.version + 1 };
  },
  trace: ({ input, found }, { state }) => ({
    detail: {
      move: input.move,
      from: found.report.state,
      to: state,
      period: found.report.periodId,
      facility: found.facility.id,
      ...('remarks' in input ? { remarks: input.remarks.map(({ element }) => element) } : {}),
    },
    personal: 'reason' in input ? { reason: input.reason } : {},
  }),
});

/** A move without a condition needs nothing of the cells: a hundred locks in a row stay quick. */
function readNeeded(tx: Tx, found: FoundReport, name: ReportMoveName): Promise<ReportFacts | null> {
  const { when = [], needs = [] } = rowOf(name);
  return when.length === 0 && !needs.includes('remarks') ? Promise.resolve(null) : readFacts(tx, found);
}

function assertLawful({ state }: ReportRow, name: ReportMoveName, facts: ReportFacts | null): void {
  const { from, when = [] } = rowOf(name);
  if (!from.includes(state)) throw new DomainError('unlawful_move', name);
  const unmet = when.find((guard) => facts === null || !reportGuards[guard](facts));
  if (unmet !== undefined) throw new DomainError('unlawful_move', unmet);
}

/** Dates and names beside the state. A report is on time by its first submission: a return makes nobody late. */
function stampOf({ actor, input, found, now }: Moving): Partial<ReportRow> {
  const by = actor.accountId;
  switch (input.move) {
    case 'submit':
      return found.report.submittedAt === null ? { submittedAt: now, submittedBy: by } : {};
    case 'return':
    case 'reopen':
      return { returnedAt: now, returnReason: input.reason };
    case 'verify':
      return { verifiedAt: now, verifiedBy: by };
    case 'lock':
      return { lockedAt: now, lockedBy: by };
  }
}

/** A new round settles the remarks of the last; verification settles them all. */
async function keepRemarks({ tx, actor, input, found, facts, now }: Moving): Promise<void> {
  const reportId = found.report.id;
  const by = actor.accountId;
  if (input.move === 'submit' || input.move === 'lock') return;
  await tx
    .update(reportRemarks)
    .set({ state: 'settled', settledAt: now, settledBy: by })
    .where(and(eq(reportRemarks.reportId, reportId), ne(reportRemarks.state, 'settled')));
  if (input.move !== 'return' || input.remarks.length === 0) return;
  const asked = new Set(facts?.elements.map(({ id }) => id));
  const wrong = input.remarks.flatMap(({ element }, at) =>
    asked.has(element) ? [] : [{ path: `remarks.${at}.element`, code: 'not_an_option' }],
  );
  if (wrong.length > 0) throw new InvalidInput(wrong);
  await tx.insert(reportRemarks).values(
    input.remarks.map(({ element, text }) => ({
      reportId,
      elementId: element,
      text,
      raisedAt: now,
      raisedBy: by,
    })),
  );
}

async function recordEvent({ tx, actor, grant, input, found, now }: Moving): Promise<number> {
  const row = rowOf(input.move);
  const [event] = await tx
    .insert(reportEvents)
    .values({
      reportId: found.report.id,
      move: input.move,
      fromState: found.report.state,
      toState: row.to,
      reason: 'reason' in input ? input.reason : null,
      action: row.action,
      personId: actor.personId,
      role: grant.role,
      ...(input.move === 'lock' ? await fixed(tx, found) : {}),
      recordedAt: now,
      recordedBy: actor.accountId,
    })
    .returning({ id: reportEvents.id });
  return event?.id ?? 0;
}

/** What a lock fixes; whoever has the cells can work the hash out again. */
async function fixed(
  tx: Tx,
  { facility, period }: FoundReport,
): Promise<{ contentHash: string; valueCount: number }> {
  const locked = await readCells(tx, [facility.id], [period.id]);
  return {
    contentHash: createHash('sha256').update(canonicalCells(locked)).digest('hex'),
    valueCount: locked.length,
  };
}
