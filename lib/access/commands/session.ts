import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { sessions } from '@/db/schema/accounts';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { RevokeSession } from '../schema';
import { accountRecord } from './find';

/** Ends somebody's sign-in; the next request of that browser finds nothing. */
export const revokeSession = command({
  action: 'session.revoke',
  input: RevokeSession,
  async find(reader, { sessionId }) {
    const [session] = await reader
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
    if (session === undefined) throw new DomainError('not_found', 'session');
    return { record: accountRecord(session.accountId), subject: {} };
  },
  async run({ tx, actor, input, now }) {
    await tx
      .update(sessions)
      .set({ revokedAt: now, revokedBy: actor.accountId })
      .where(eq(sessions.id, input.sessionId));
    return null;
  },
  trace: ({ input }) => ({ detail: { session: input.sessionId } }),
});
