import 'server-only';
import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { complaints, dossierRatings } from '@/db/schema/feedback';
import { civilDateAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { peekNumber, takeNumber, withFreshNumber } from '@/lib/kernel/numbers';
import type { Actor } from '@/lib/policy/actor';
import { answerDue, complaintCode, isRateable, mayMove } from '../rules';
import { JudgeAnswer, MakeComplaint, RateDossier, SupplyComplaint } from '../schema';
import { findComplaint, findOwnDossier } from './find';

/** How content the applicant is, once, after the result. */
export const rateDossier = command({
  action: 'feedback.write',
  sees: 'feedback.write',
  input: RateDossier,
  find: (reader, { code }) => findOwnDossier(reader, code),
  async run({ tx, actor, input, found: { dossier }, now: at }) {
    if (!isRateable(dossier.state)) throw new DomainError('unlawful_move', 'no_result');
    const remark = input.remark === undefined || input.remark === '' ? null : input.remark;
    const rows = await tx
      .insert(dossierRatings)
      .values({
        id: newId(at),
        dossierId: dossier.id,
        score: input.score,
        remark,
        ratedBy: actor.accountId,
        ratedAt: at,
        sample: dossier.sample,
      })
      .onConflictDoNothing()
      .returning({ id: dossierRatings.id });
    if (rows.length === 0) throw new DomainError('conflict', 'rated');
    return { score: input.score };
  },
  trace: ({ input }) => ({ detail: { rating: input.score }, personal: { remark: input.remark } }),
});

const keepComplaint = command({
  action: 'feedback.write',
  sees: 'feedback.write',
  input: MakeComplaint,
  find: (reader, { code }) => findOwnDossier(reader, code),
  async run({ tx, actor, input, found: { dossier }, now: at }) {
    if (dossier.code === null) throw new DomainError('unlawful_move', 'not_submitted');
    const repeats = input.repeats === undefined ? null : await repeatable(tx, input.repeats, dossier.id);
    const year = civilDateAt(at).slice(0, 4);
    const series = `complaint:${year}`;
    const number = await peekNumber(tx, series);
    await takeNumber(tx, series, number);
    const code = complaintCode(year, number);
    const fresh = { state: 'received', askedAt: null, suppliedAt: null, answeredAt: null } as const;
    const { calendar } = await readCalendar(tx);
    const due = answerDue({ ...fresh, receivedAt: at, publishedAt: null }, calendar) ?? at;
    await tx.insert(complaints).values({
      id: newId(at),
      code,
      dossierId: dossier.id,
      subject: input.subject,
      body: input.body,
      repeats,
      madeBy: actor.accountId,
      receivedAt: at,
      dueOn: civilDateAt(due),
      sample: dossier.sample,
    });
    return { code };
  },
  trace: ({ input }, { code }) => ({
    detail: { complaint: code, about: input.subject, repeats: input.repeats ?? null },
    personal: { body: input.body },
  }),
});

/** Two who complain at once each get a number of their own. */
export const makeComplaint = (actor: Actor, raw: Parameters<typeof keepComplaint>[1]) =>
  withFreshNumber(() => keepComplaint(actor, raw));

/** The same matter of the same dossier, already answered or refused. */
async function repeatable(tx: Tx, code: string, dossierId: string): Promise<string> {
  const [earlier] = await tx.select().from(complaints).where(eq(complaints.code, code));
  if (earlier === undefined || earlier.dossierId !== dossierId)
    throw new DomainError('not_found', 'complaint');
  if (!mayMove('repeat', { ...earlier, asked: earlier.asked !== null }))
    throw new DomainError('unlawful_move', 'not_answered');
  return earlier.id;
}

const findByCode = (reader: Reader, { complaint }: { complaint: string }) => findComplaint(reader, complaint);

/** What procedure control asked for; the days to answer run on from here. */
export const supplyComplaint = command({
  action: 'feedback.write',
  sees: 'feedback.read',
  input: SupplyComplaint,
  find: findByCode,
  async run({ tx, input, found: { complaint }, now: at }) {
    if (!mayMove('supply', { ...complaint, asked: true })) throw new DomainError('unlawful_move', 'supply');
    const { calendar } = await readCalendar(tx);
    const due = answerDue({ ...complaint, suppliedAt: at }, calendar);
    await tx
      .update(complaints)
      .set({
        state: 'received',
        supplement: input.supplement,
        suppliedAt: at,
        version: complaint.version + 1,
        ...(due === null ? {} : { dueOn: civilDateAt(due) }),
      })
      .where(eq(complaints.id, complaint.id));
  },
  trace: ({ input }) => ({ detail: { step: 'supply' }, personal: { supplement: input.supplement } }),
});

/** Whether the answer satisfied who complained; said once. */
export const judgeAnswer = command({
  action: 'feedback.write',
  sees: 'feedback.read',
  input: JudgeAnswer,
  find: findByCode,
  async run({ tx, input, found: { complaint } }) {
    if (!mayMove('judge', { ...complaint, asked: complaint.asked !== null }))
      throw new DomainError('unlawful_move', 'judge');
    await tx
      .update(complaints)
      .set({ satisfied: input.satisfied === 'yes', version: complaint.version + 1 })
      .where(eq(complaints.id, complaint.id));
  },
  trace: ({ input }) => ({ detail: { step: 'judge', satisfied: input.satisfied === 'yes' } }),
});
