import 'server-only';
import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { roleGrants } from '@/db/schema/accounts';
import { componentMarks, type dossiers, feeObligations, supplements } from '@/db/schema/dossiers';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/policy/actor';
import type { Role } from '@/lib/policy/table';
import { closeOfBusiness, supplementDeadline } from '../papers/rules';
import type { MoveInput } from '../schema';
import type { DossierMove } from '../workflow';
import { keepCorrection, revokeResult } from './correct';
import type { FoundDossier } from './find';
import type { PreparedPaper } from './papers';
import { keepSeal, type SealedResult } from './results';

export interface Effect {
  tx: Tx;
  actor: Actor;
  input: MoveInput;
  found: FoundDossier;
  now: Date;
  paper: PreparedPaper | null;
  sealed: SealedResult | null;
}

type Columns = Partial<typeof dossiers.$inferInsert>;

/** What a move does besides moving; a move that is not here only moves. */
export const effects: Partial<Record<DossierMove, (effect: Effect) => Promise<Columns>>> = {
  assign: takeAssignee,
  reassign: takeAssignee,
  ask_before_intake: (effect) => requestSupplement(effect, effect.found.dossier.supplementRounds),
  ask_supplement: (effect) => requestSupplement(effect, effect.found.dossier.supplementRounds + 1),
  resubmit: closeSupplement,
  answer_supplement: closeSupplement,
  request_fee: requestFee,
  consult: inviteExperts,
  convene_council: inviteExperts,
  end_consultation: async () => ({ expertIds: [] }),
  end_council: async () => ({ expertIds: [] }),
  draft_result: (effect) => draftDecision(effect, 'grant'),
  propose_refusal: (effect) => draftDecision(effect, 'refuse'),
  refuse_remediation: (effect) => draftDecision(effect, 'refuse'),
  reopen_review: async () => ({ decision: null, checkedBy: null }),
  check: async ({ actor }) => ({ checkedBy: actor.accountId }),
  return_for_rework: async () => ({ checkedBy: null }),
  issue: sealResult,
  issue_refusal: sealResult,
  extend: assertLaterDate,
  correct_result: keepCorrection,
  revoke_result: revokeResult,
};

async function takeAssignee({ tx, input, found, now }: Effect): Promise<Columns> {
  const assigneeId = input.assignee ?? '';
  await assertRole(tx, { accounts: [assigneeId], role: 'reviewer', scope: found.dossier.unit, now });
  return { assigneeId };
}

async function inviteExperts({ tx, input, now }: Effect): Promise<Columns> {
  const expertIds = input.experts ?? [];
  await assertRole(tx, { accounts: expertIds, role: 'expert', scope: null, now });
  return { expertIds };
}

/** Nobody is assigned work their role does not carry. */
async function assertRole(
  tx: Tx,
  wanted: { accounts: string[]; role: Role; scope: string | null; now: Date },
): Promise<void> {
  const rows = await tx
    .selectDistinct({ id: roleGrants.accountId })
    .from(roleGrants)
    .where(
      and(
        inArray(roleGrants.accountId, wanted.accounts),
        eq(roleGrants.role, wanted.role),
        isNull(roleGrants.revokedAt),
        lte(roleGrants.validFrom, wanted.now),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, wanted.now)),
        ...(wanted.scope === null ? [] : [eq(roleGrants.scope, wanted.scope)]),
      ),
    );
  if (rows.length !== new Set(wanted.accounts).size) throw new DomainError('denied', wanted.role);
}

async function requestSupplement({ tx, input, found, now, paper }: Effect, round: number): Promise<Columns> {
  const { calendar } = await readCalendar(tx);
  const dueAt = supplementDeadline(found.definition, now, calendar);
  const known = new Set([
    ...found.definition.components.map(({ code }) => code),
    ...found.definition.form.flatMap(({ fields }) => fields.map(({ code }) => `answers.${code}`)),
  ]);
  const items = input.items ?? [];
  const unknown = items.find(({ component }) => !known.has(component));
  if (unknown !== undefined) throw new DomainError('not_found', unknown.component);
  await tx.insert(supplements).values({
    id: newId(now),
    dossierId: found.dossier.id,
    round,
    items,
    requestedAt: now,
    dueAt,
    paperId: paper?.id ?? null,
  });
  return { supplementRounds: round, supplementDueAt: dueAt };
}

/** The answered items are judged anew; what was found good stays good. */
async function closeSupplement({ tx, found, now }: Effect): Promise<Columns> {
  const { openSupplement, dossier } = found;
  if (openSupplement === null) throw new DomainError('conflict', 'supplement');
  await tx.update(supplements).set({ answeredAt: now }).where(eq(supplements.id, openSupplement.id));
  const components = openSupplement.items.map(({ component }) => component);
  await tx
    .delete(componentMarks)
    .where(and(eq(componentMarks.dossierId, dossier.id), inArray(componentMarks.component, components)));
  return { supplementDueAt: null };
}

async function requestFee({ tx, input, found, now }: Effect): Promise<Columns> {
  await tx.insert(feeObligations).values({
    id: newId(now),
    dossierId: found.dossier.id,
    amount: input.amount ?? 0,
    kind: found.definition.fee?.kind ?? 'phi',
    moment: 'supplement',
    state: 'unpaid',
    createdAt: now,
  });
  return {};
}

async function draftDecision({ actor, input }: Effect, outcome: 'grant' | 'refuse'): Promise<Columns> {
  const legalGround = input.ground === undefined ? {} : { legalGround: input.ground };
  return {
    checkedBy: null,
    decision: { outcome, text: input.decision ?? '', draftedBy: actor.accountId, ...legalGround },
  };
}

async function sealResult({ tx, sealed, found, now }: Effect): Promise<Columns> {
  if (sealed === null) throw new DomainError('conflict', 'result');
  await keepSeal(tx, sealed, { found, now });
  return {};
}

/** An extension only ever gives a later date than the one promised. */
async function assertLaterDate({ input, found }: Effect): Promise<Columns> {
  const promised = found.dossier.promisedAt;
  if (input.newDate === undefined || promised === null || closeOfBusiness(input.newDate) <= promised) {
    throw new DomainError('unlawful_move', 'new_date');
  }
  return {};
}
