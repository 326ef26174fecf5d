import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { reportEvidence, reports } from '@/db/schema/reporting';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { type FoundReport, findReport } from '../../commands/find';
import { kindOf, periodOf } from '../../periods/rules';
import { formOn } from '../../queries/definitions';
import { DecideEvidence, WithdrawEvidence } from '../schema';

type EvidenceRow = typeof reportEvidence.$inferSelect;

interface Found extends FoundReport {
  evidence: EvidenceRow;
}

/**
 * The department accepts or refuses a proof. Being an act on the report, it is barred to the natural person who
 * entered anything there, and so to whoever offered the document.
 */
export const decideEvidence = command({
  action: 'report.verify',
  sees: 'report.read',
  input: DecideEvidence,
  find: findEvidence,
  async run({ tx, actor, input, found, now }) {
    const { evidence } = found;
    const decided = input.decision === 'accept' ? 'accepted' : 'refused';
    const open = evidence.state === 'offered' || (evidence.state === 'accepted' && decided === 'refused');
    if (!open) throw new DomainError('unlawful_move', `evidence.${evidence.state}`);
    return change(tx, input, {
      state: decided,
      decidedAt: now,
      decidedBy: actor.accountId,
      decisionReason: input.reason || null,
    });
  },
  trace: ({ input, found }) => ({
    detail: {
      evidence: found.evidence.elementId,
      id: input.id,
      sha256: found.evidence.sha256,
      decision: input.decision,
      ...(input.reason === '' ? {} : { reason: input.reason }),
    },
  }),
});

/** The facility takes its document back; the same bytes may then be offered again. */
export const withdrawEvidence = command({
  action: 'report.enter',
  sees: 'report.read',
  input: WithdrawEvidence,
  find: findEvidence,
  async run({ tx, input, found }) {
    const { state } = found.evidence;
    if (state !== 'offered' && state !== 'accepted')
      throw new DomainError('unlawful_move', `evidence.${state}`);
    return change(tx, input, { state: 'withdrawn' });
  },
  trace: ({ input, found }) => ({
    detail: {
      evidence: found.evidence.elementId,
      id: input.id,
      sha256: found.evidence.sha256,
      decision: 'withdraw',
      was: found.evidence.state,
    },
  }),
});

async function findEvidence(reader: Reader, { id }: { id: string }): Promise<Found> {
  const [evidence] = await reader.select().from(reportEvidence).where(eq(reportEvidence.id, id));
  if (evidence === undefined) throw new DomainError('not_found', 'evidence');
  const form = formOn(kindOf(evidence.periodId), periodOf(evidence.periodId).endsOn);
  const [report] = await reader
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        eq(reports.facilityId, evidence.facilityId),
        eq(reports.periodId, evidence.periodId),
        eq(reports.formId, form?.id ?? ''),
      ),
    );
  if (report === undefined) throw new DomainError('not_found', 'evidence');
  return { ...(await findReport(reader, report.id)), evidence };
}

async function change(
  tx: Tx,
  { id, version }: { id: string; version: number },
  to: Partial<EvidenceRow>,
): Promise<{ version: number }> {
  const [changed] = await tx
    .update(reportEvidence)
    .set({ ...to, version: sql`${reportEvidence.version} + 1` })
    .where(and(eq(reportEvidence.id, id), eq(reportEvidence.version, version)))
    .returning({ version: reportEvidence.version });
  if (changed === undefined) throw new DomainError('conflict', 'evidence.version');
  return changed;
}
