import 'server-only';
import { z } from 'zod';
import { database } from '@/db/client';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { forgetAnswers } from '@/lib/kernel/idempotency';
import { defineJob } from '@/lib/kernel/outbox';
import { systemActor } from '@/lib/session/system';
import { setAccountState } from './commands/state';
import { listAccountsToDisable } from './review/queries';
import { idleDays } from './rules';

/** Disables accounts nobody has used for 45 days (TCVN 14423:2026, level 3); each one is an act in the trail. */
export const disableIdleAccounts = defineJob(
  { name: 'access.disable_idle', payload: z.unknown() },
  async () => {
    const reason = `Không hoạt động quá ${idleDays} ngày`;
    for (const { id } of await listAccountsToDisable(database(), now())) {
      await setAccountState(systemActor(), { accountId: id, disabled: true, reason }).catch(keepLast);
    }
  },
);

export const forgetAnsweredKeys = defineJob(
  { name: 'access.forget_answers', payload: z.unknown() },
  async () => {
    await forgetAnswers();
  },
);

/** The last administrator stays, idle or not. */
function keepLast(cause: unknown): void {
  if (cause instanceof DomainError && cause.detail === 'account.last_admin') return;
  throw cause;
}
