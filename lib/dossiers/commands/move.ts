import 'server-only';
import type { Tx } from '@/db/client';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { withFreshNumber } from '@/lib/kernel/numbers';
import type { Actor } from '@/lib/policy/actor';
import { grantFor } from '@/lib/policy/authorize';
import { systemActor } from '@/lib/session/system';
import { closeOfBusiness } from '../papers/rules';
import { MoveDossier } from '../schema';
import { isDossierMove, moveRow } from '../workflow';
import { advance, assertLawful, holdDossier } from './advance';
import { prepareCorrection } from './correct';
import { effects } from './effects';
import { type DossierRow, findDossier } from './find';
import { type FormRequest, prepareForm } from './forms';
import { keepPaper, type PreparedPaper } from './papers';
import { prepareResult, prepareSeal, type SealedResult } from './results';

interface Prepared {
  paper: PreparedPaper | null;
  sealed: SealedResult | null;
}

/** Moves that are more than their row: the submission reads the whole dossier back first. */
const ownCommand = new Set(['submit', 'settle_fee']);

const move = command({
  action: ({ move }) => moveRow(knownMove(move)).action,
  sees: 'dossier.read',
  input: MoveDossier,
  find: (reader, { code }) => findDossier(reader, code),
  async prepare(request): Promise<Prepared> {
    const name = knownMove(request.input.move);
    if (request.input.version !== request.found.dossier.version)
      throw new DomainError('conflict', 'dossier.version');
    assertLawful(request.found, name, request.now);
    return papersOf(name, request);
  },
  async run({ tx, actor, grant, input, found, prepared, now }) {
    const name = knownMove(input.move);
    const { paper, sealed } = prepared;
    await holdDossier(tx, found);
    const set = await effects[name]?.({ tx, actor, input, found, now, paper, sealed });
    if (paper !== null && name !== 'correct_result')
      await keepPaper(tx, paper, { dossier: found.dossier, issuedBy: actor.accountId, now });
    const row = await advance(tx, found, {
      move: name,
      actor,
      grant,
      now,
      reason: input.reason,
      payload: payloadOf(input, paper, sealed),
      until: input.newDate === undefined ? undefined : closeOfBusiness(input.newDate),
      paperId: paper?.id ?? sealed?.paperId,
      set,
    }).then((moved) => leavePaidFee(tx, moved, now));
    return { code: row.code ?? row.draftCode, state: row.state, version: row.version };
  },
  trace: ({ input, found }, { state }) => ({
    detail: { move: input.move, from: found.dossier.state, to: state },
    personal: { reason: input.reason, opinion: input.opinion, decision: input.decision, items: input.items },
  }),
});

/** A fee paid while the withdrawal was open is settled as soon as the matter comes back to it. */
async function leavePaidFee(tx: Tx, row: DossierRow, now: Date): Promise<DossierRow> {
  if (row.state !== 'fee_due') return row;
  const found = await findDossier(tx, row.draftCode);
  if (found.facts.unpaid > 0) return row;
  const actor = systemActor();
  const grant = grantFor(actor, moveRow('settle_fee').action, found.subject);
  return grant === null ? row : advance(tx, found, { move: 'settle_fee', actor, grant, now });
}

/** Makes one move of the workflow: the only way a dossier changes its state after submission. */
export function moveDossier(actor: Actor, input: MoveDossier) {
  return withFreshNumber(() => move(actor, input));
}

function knownMove(name: string) {
  if (!isDossierMove(name) || ownCommand.has(name)) throw new DomainError('unlawful_move', name);
  return name;
}

async function papersOf(name: ReturnType<typeof knownMove>, request: FormRequest): Promise<Prepared> {
  const { form } = moveRow(name);
  if (form !== undefined) return { paper: await prepareForm(form, request), sealed: null };
  if (name === 'sign') return { paper: await prepareResult(request), sealed: null };
  if (name === 'correct_result') return { paper: await prepareCorrection(request), sealed: null };
  if (name === 'issue' || name === 'issue_refusal')
    return { paper: null, sealed: await prepareSeal(request) };
  return { paper: null, sealed: null };
}

/** What the history keeps of a move for its readers; the words of people stay in the event, not in the trail. */
function payloadOf(
  input: FormRequest['input'],
  paper: PreparedPaper | null,
  sealed: SealedResult | null,
): Record<string, unknown> {
  const { ground, items, assignee, experts, decision, opinion, newDate, amount } = input;
  const facts = {
    ground,
    items,
    assignee,
    experts,
    decision,
    opinion,
    newDate,
    amount,
    paperId: paper?.id ?? sealed?.paperId,
  };
  return Object.fromEntries(
    Object.entries({ ...facts, number: sealed?.number ?? paper?.number }).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  );
}
