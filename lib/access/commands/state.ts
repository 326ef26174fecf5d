import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accessTokens, accounts, sessions } from '@/db/schema/accounts';
import { command } from '@/lib/kernel/command';
import { SetAccountState } from '../schema';
import { assertAnotherAdministrator, assertOther, findAccount } from './find';

/** Closing an account ends its sessions and tokens at once; opening it again is giving rights. */
export const setAccountState = command({
  action: ({ disabled }) => (disabled ? 'account.revoke' : 'account.grant'),
  input: SetAccountState,
  find: (reader, { accountId }) => findAccount(reader, accountId),
  async run({ tx, actor, grant, input, found, now }) {
    assertOther(actor, found.row.personId);
    if (input.disabled) await assertAnotherAdministrator(tx, input.accountId, now);
    await tx
      .update(accounts)
      .set({ disabledAt: input.disabled ? now : null, version: sql`${accounts.version} + 1` })
      .where(eq(accounts.id, input.accountId));
    const by = grant.role === 'system' ? null : actor.accountId;
    if (input.disabled) await endEverything(tx, input.accountId, { by, now });
    return null;
  },
  trace: ({ input }) => ({ detail: { disabled: input.disabled, reason: input.reason } }),
});

async function endEverything(
  tx: Tx,
  accountId: string,
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  const ended = { revokedAt: now, revokedBy: by };
  await tx
    .update(sessions)
    .set(ended)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt)));
  await tx
    .update(accessTokens)
    .set(ended)
    .where(and(eq(accessTokens.accountId, accountId), isNull(accessTokens.revokedAt)));
}
