import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { complaints as table } from '@/db/schema/feedback';
import { complaints } from '@/db/schema/feedback';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { mayMove } from '../rules';
import { HandleComplaint, type Handling } from '../schema';
import { findComplaint } from './find';

type Change = Partial<typeof table.$inferInsert>;

function changeOf(handling: Handling, text: string, by: { accountId: string; at: Date }): Change {
  const answered = { answer: text, answeredAt: by.at, answeredBy: by.accountId };
  switch (handling) {
    case 'ask':
      return { state: 'supplement_asked', asked: text, askedAt: by.at };
    case 'answer':
      return { state: 'answered', ...answered };
    case 'refuse':
      return { state: 'refused', ...answered };
    case 'publish':
      return { state: 'published', publishedAt: by.at };
  }
}

/** Procedure control asks, answers, refuses with a reason, publishes; each at its place in the life of a complaint. */
export const handleComplaint = command({
  action: 'feedback.answer',
  sees: 'feedback.read',
  input: HandleComplaint,
  async find(reader, { complaint }) {
    const found = await findComplaint(reader, complaint);
    return { ...found, version: found.complaint.version };
  },
  async run({ tx, actor, input, found: { complaint }, now: at }) {
    if (complaint.version !== input.version) throw new DomainError('conflict', 'complaint');
    if (!mayMove(input.handling, { ...complaint, asked: complaint.asked !== null }))
      throw new DomainError('unlawful_move', input.handling);
    const rows = await tx
      .update(complaints)
      .set({
        ...changeOf(input.handling, input.text, { accountId: actor.accountId, at }),
        version: complaint.version + 1,
      })
      .where(and(eq(complaints.id, complaint.id), eq(complaints.version, input.version)))
      .returning({ id: complaints.id });
    if (rows.length === 0) throw new DomainError('conflict', 'complaint');
  },
  trace: ({ input }) => ({
    detail: { step: input.handling },
    personal: input.text === '' ? {} : { text: input.text },
  }),
});
