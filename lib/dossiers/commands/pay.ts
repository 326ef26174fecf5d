import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { database, type Reader, type Tx } from '@/db/client';
import { dossiers, feeObligations, payments } from '@/db/schema/dossiers';
import { env } from '@/lib/config/env';
import { payment } from '@/lib/integrations';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { peekNumber, takeNumber, withFreshNumber } from '@/lib/kernel/numbers';
import { eReceipt } from '@/lib/pdf/templates/e-receipt';
import type { Actor } from '@/lib/policy/actor';
import { systemActor } from '@/lib/session/system';
import { DossierRef, PaymentOutcome } from '../schema';
import { advance } from './advance';
import { type FoundDossier, findDossier } from './find';
import { readPaperContext } from './frame';
import { keepPaper, preparePaper } from './papers';

type Obligation = typeof feeObligations.$inferSelect;

/** Asks the payment platform for a bill; the answer is where the applicant pays it. */
export const startPayment = command({
  action: 'dossier.pay',
  sees: 'dossier.read',
  input: DossierRef,
  find: (reader, { code }) => findDossier(reader, code),
  async prepare({ found }) {
    const obligation = await findUnpaid(database(), found);
    const tries = await database().$count(payments, eq(payments.obligationId, obligation.id));
    const open = await findOpenBill(database(), obligation);
    if (open !== null) return { obligation, bill: null, payUrl: open.payUrl };
    const code = found.dossier.code ?? found.dossier.draftCode;
    const bill = await payment().createBill({
      reference: `${obligation.id}:${tries + 1}`,
      amount: obligation.amount,
      description: `${found.definition.fee?.kind === 'le_phi' ? 'Lệ phí' : 'Phí'} hồ sơ ${code}`,
      payer: found.dossier.applicantName,
      returnUrl: `${env().PUBLIC_URL}/my/dossiers/${code}/fee`,
    });
    return { obligation, bill, payUrl: bill.payUrl };
  },
  async run({ tx, prepared: { obligation, bill, payUrl }, now }) {
    if (bill !== null) {
      await tx
        .insert(payments)
        .values({
          id: newId(now),
          obligationId: obligation.id,
          bill: bill.billId,
          payUrl,
          state: 'open',
          createdAt: now,
        })
        .onConflictDoNothing();
    }
    return { payUrl };
  },
  trace: ({ prepared: { obligation, bill } }) => ({
    detail: { obligation: obligation.id, amount: obligation.amount, bill: bill?.billId ?? null },
  }),
});

async function findUnpaid(reader: Reader, { dossier }: FoundDossier): Promise<Obligation> {
  const [obligation] = await reader
    .select()
    .from(feeObligations)
    .where(and(eq(feeObligations.dossierId, dossier.id), eq(feeObligations.state, 'unpaid')))
    .orderBy(asc(feeObligations.createdAt))
    .limit(1);
  if (obligation === undefined) throw new DomainError('unlawful_move', 'fee_settled');
  return obligation;
}

async function findOpenBill(reader: Reader, { id }: Obligation) {
  const [open] = await reader
    .select()
    .from(payments)
    .where(and(eq(payments.obligationId, id), eq(payments.state, 'open')))
    .orderBy(desc(payments.createdAt))
    .limit(1);
  return open ?? null;
}

const settle = command({
  action: 'dossier.pay',
  input: PaymentOutcome,
  async find(reader, { billId }) {
    const [row] = await reader
      .select({ payment: payments, obligation: feeObligations })
      .from(payments)
      .innerJoin(feeObligations, eq(feeObligations.id, payments.obligationId))
      .where(eq(payments.bill, billId));
    if (row === undefined) throw new DomainError('not_found', 'payment');
    const draft = await findDossierById(reader, row.obligation.dossierId);
    return { ...draft, ...row };
  },
  async prepare({ input, found, now }) {
    if (input.amount !== found.obligation.amount) throw new DomainError('conflict', 'payment.amount');
    if (input.state !== 'paid' || found.payment.state !== 'open') return null;
    return prepareReceipt(found, { transactionId: input.transactionId, bank: input.bank, now });
  },
  async run({ tx, actor, grant, input, found, prepared, now }) {
    if (found.payment.state !== 'open') return { state: found.payment.state };
    await tx
      .update(payments)
      .set({
        state: input.state,
        transactionId: input.transactionId,
        bank: input.bank,
        paidAt: input.state === 'paid' ? now : null,
      })
      .where(eq(payments.id, found.payment.id));
    if (prepared === null) return { state: input.state };
    await takeNumber(tx, prepared.series, prepared.sequence);
    await keepPaper(tx, prepared.receipt, { dossier: found.dossier, issuedBy: null, now });
    await tx
      .update(feeObligations)
      .set({ state: 'paid', settledAt: now, receiptPaperId: prepared.receipt.id })
      .where(eq(feeObligations.id, found.obligation.id));
    if (found.facts.state === 'fee_due') await leaveFeeDue(tx, found, { actor, grant, now });
    return { state: input.state };
  },
  trace: ({ input }, { state }) => ({
    detail: { bill: input.billId, transaction: input.transactionId, amount: input.amount, state },
  }),
});

/** What the platform says of a bill, once or many times: the same word twice changes nothing. */
export function settlePayment(outcome: PaymentOutcome) {
  return settled(outcome, 5);
}

/** The dossier may be edited or moved while the receipt is drawn: money that came in is noted all the same. */
async function settled(outcome: PaymentOutcome, tries: number): ReturnType<typeof settle> {
  try {
    return await withFreshNumber(() => settle(systemActor(), outcome));
  } catch (cause) {
    const moved =
      cause instanceof DomainError && cause.code === 'conflict' && cause.detail?.endsWith('version');
    if (!moved || tries <= 1) throw cause;
    return settled(outcome, tries - 1);
  }
}

/** Asks the platform itself: a callback that never came must not leave a paid bill open. */
export async function refreshPayment(actor: Actor, input: DossierRef): Promise<void> {
  const found = await findDossier(database(), input.code);
  const isOwn =
    actor.accountId === found.dossier.ownerAccountId ||
    actor.grants.some(({ scope }) => scope === `org:${found.dossier.organisationId}`);
  if (!isOwn || found.facts.unpaid === 0) return;
  const open = await findOpenBill(database(), await findUnpaid(database(), found));
  if (open === null) return;
  const { billId, amount, state, transactionId, bank } = await payment().status({ billId: open.bill });
  if (state !== 'paid' && state !== 'declined') return;
  await settlePayment({ billId, amount, state, transactionId: transactionId ?? billId, bank: bank ?? '' });
}

async function leaveFeeDue(
  tx: Tx,
  found: FoundDossier,
  step: Pick<Parameters<typeof advance>[2], 'actor' | 'grant' | 'now'>,
): Promise<void> {
  const fresh = await findDossierById(tx, found.dossier.id);
  if (fresh.facts.unpaid === 0) await advance(tx, fresh, { ...step, move: 'settle_fee' });
}

async function findDossierById(reader: Reader, dossierId: string): Promise<FoundDossier> {
  const [row] = await reader
    .select({ draftCode: dossiers.draftCode })
    .from(dossiers)
    .where(eq(dossiers.id, dossierId));
  return findDossier(reader, row?.draftCode ?? '');
}

async function prepareReceipt(
  found: FoundDossier & { obligation: Obligation },
  paid: { transactionId: string; bank: string; now: Date },
) {
  const { dossier, definition, obligation } = found;
  const { now } = paid;
  const context = await readPaperContext(database(), found, dossier.ownerAccountId);
  const year = civilDateAt(now).slice(0, 4);
  const series = `fee-receipt:${year}`;
  const sequence = await peekNumber(database(), series);
  const number = String(sequence).padStart(7, '0');
  const symbol = `BL-${year.slice(2)}T`;
  const receipt = await preparePaper({
    kind: 'fee_receipt',
    number: `${symbol}/${number}`,
    issuer: context.unit.name,
    now,
    sign: null,
    draw: ({ verifyUrl }) =>
      eReceipt({
        dossierCode: dossier.code ?? dossier.draftCode,
        issuer: { parent: 'BỘ Y TẾ', name: context.unit.name },
        place: 'Hà Nội',
        number: { kind: 'none', date: civilDateAt(now) },
        verifyUrl,
        sample: dossier.sample,
        at: now,
        symbol,
        receiptNumber: number,
        kind: obligation.kind === 'phi' ? 'charge' : 'fee',
        feeName: definition.title.vi,
        amount: obligation.amount,
        payer: {
          name: context.applicant.name,
          identifier: context.applicant.identifier,
          address: context.applicant.address,
        },
        procedure: context.procedure,
        transaction: { id: paid.transactionId, channel: paid.bank, paidAt: now },
        beneficiary: context.unit.name,
      }),
  });
  return { series, sequence, receipt };
}
