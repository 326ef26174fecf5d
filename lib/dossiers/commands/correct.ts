import 'server-only';
import { and, eq } from 'drizzle-orm';
import { database, type Tx } from '@/db/client';
import { documents } from '@/db/schema/documents';
import { type dossiers, issuedPapers } from '@/db/schema/dossiers';
import { civilDateAt } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';
import { correctedNumber } from '../papers/rules';
import type { Effect } from './effects';
import type { FormRequest } from './forms';
import { readPaperContext } from './frame';
import { keepInStore, keepPaper, type PreparedPaper, preparePaper } from './papers';
import { approverOf, drawResult, findResult } from './results';

type Columns = Partial<typeof dossiers.$inferInsert>;

/** Draws the corrected result anew and lets the competent person sign it; it names the paper it replaces. */
export async function prepareCorrection(request: FormRequest): Promise<PreparedPaper> {
  const { actor, found, input, now } = request;
  const replaced = await findResult(found, 'valid');
  const number = correctedNumber(replaced.number ?? '');
  const context = await readPaperContext(database(), found, actor.accountId);
  const decision = correctedDecision(found.dossier.decision, input.decision);
  const draw = await drawResult(request, context, {
    number: { kind: 'given', text: number, date: civilDateAt(now) },
    expiresAt: replaced.expiresAt,
    decision,
    conditions: [decision.text, `Thay thế văn bản số ${replaced.number ?? ''}. Lý do: ${input.reason ?? ''}`],
  });
  return preparePaper({
    kind: 'result',
    number,
    status: 'valid',
    expiresAt: replaced.expiresAt,
    issuer: replaced.issuer,
    now,
    draw,
    sign: { signer: approverOf(actor, context), place: 'approver', reason: number },
  });
}

function correctedDecision(decision: Effect['found']['dossier']['decision'], text: string | undefined) {
  if (decision === null) throw new DomainError('conflict', 'decision');
  return text === undefined ? decision : { ...decision, text };
}

/** The old paper stays verifiable as corrected and names its successor, which holds from now on. */
export async function keepCorrection(effect: Effect): Promise<Columns> {
  const { tx, input, found, now, actor, paper } = effect;
  if (paper?.number == null) throw new DomainError('conflict', 'result');
  await endResult(effect, { status: 'corrected', successorId: paper.id });
  await keepPaper(tx, paper, { dossier: found.dossier, issuedBy: actor.accountId, now });
  await keepInStore(tx, { dossier: found.dossier, paper: { ...paper, number: paper.number }, now });
  return { decision: correctedDecision(found.dossier.decision, input.decision) };
}

export async function revokeResult(effect: Effect): Promise<Columns> {
  await endResult(effect, { status: 'revoked', successorId: null });
  return {};
}

interface Ending {
  status: 'corrected' | 'revoked';
  successorId: string | null;
}

async function endResult({ tx, input, found, now }: Effect, ending: Ending): Promise<void> {
  const [ended] = await tx
    .update(issuedPapers)
    .set({ ...ending, statusAt: now, statusReason: input.reason ?? null })
    .where(
      and(
        eq(issuedPapers.dossierId, found.dossier.id),
        eq(issuedPapers.kind, 'result'),
        eq(issuedPapers.status, 'valid'),
      ),
    )
    .returning({ sha256: issuedPapers.sha256 });
  if (ended === undefined) throw new DomainError('conflict', 'result');
  await endInStore(tx, ended.sha256, ending.status);
}

/** The owner's copy no longer offers itself for reuse. */
async function endInStore(tx: Tx, sha256: string, status: Ending['status']): Promise<void> {
  await tx
    .update(documents)
    .set({ status: status === 'corrected' ? 'superseded' : 'revoked' })
    .where(and(eq(documents.sha256, sha256), eq(documents.source, 'result')));
}
