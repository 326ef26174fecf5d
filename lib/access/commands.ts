import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { accessTokens, accounts, delegations, roleGrants, sessions } from '@/db/schema/accounts';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Role } from '@/lib/policy/table';
import { hashToken, tokenPrefix } from '@/lib/session/token';
import {
  Delegate,
  EndDelegation,
  GrantRole,
  IssueToken,
  RevokeGrant,
  RevokeSession,
  RevokeToken,
  SetAccountState,
} from './schema';

const account = (id: string) => ({ type: 'account', id });

async function findAccount(reader: Reader, id: string) {
  const [row] = await reader.select().from(accounts).where(eq(accounts.id, id));
  if (row === undefined) throw new DomainError('not_found', 'account');
  return { record: account(id), subject: {}, row };
}

/** Nobody changes their own rights. */
function assertOther(actor: { personId: string }, person: string): void {
  if (actor.personId === person) throw new DomainError('duty_conflict', 'account.self');
}

/** Gives a role from now on, with a reason and perhaps an end. */
export const grantRole = command({
  action: 'account.grant',
  input: GrantRole,
  find: (reader, { accountId }) => findAccount(reader, accountId),
  async run({ tx, actor, input, found, now }) {
    assertOther(actor, found.row.personId);
    const id = newId(now);
    await tx.insert(roleGrants).values({
      id,
      accountId: input.accountId,
      role: input.role as Role,
      scope: input.scope === undefined || input.scope === '' ? null : input.scope,
      validFrom: now,
      validTo: input.validTo === undefined ? null : new Date(`${input.validTo}T23:59:59+07:00`),
      reason: input.reason,
      grantedBy: actor.accountId,
    });
    return { id };
  },
  trace: ({ input: { role, scope, validTo, reason } }, { id }) => ({
    detail: { grant: id, role, scope, validTo, reason },
  }),
});

export const revokeGrant = command({
  action: 'account.revoke',
  input: RevokeGrant,
  async find(reader, { grantId }) {
    const [grant] = await reader
      .select()
      .from(roleGrants)
      .where(and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAt)));
    if (grant === undefined) throw new DomainError('not_found', 'grant');
    return { ...(await findAccount(reader, grant.accountId)), grant };
  },
  async run({ tx, actor, input, found, now }) {
    assertOther(actor, found.row.personId);
    await tx
      .update(roleGrants)
      .set({ revokedAt: now, revokedBy: actor.accountId })
      .where(eq(roleGrants.id, input.grantId));
    return null;
  },
  trace: ({ input, found }) => ({
    detail: { grant: input.grantId, role: found.grant.role, scope: found.grant.scope, reason: input.reason },
  }),
});

/** Closing an account ends its sessions and tokens at once. */
export const setAccountState = command({
  action: 'account.revoke',
  input: SetAccountState,
  find: (reader, { accountId }) => findAccount(reader, accountId),
  async run({ tx, actor, input, found, now }) {
    assertOther(actor, found.row.personId);
    await tx
      .update(accounts)
      .set({ disabledAt: input.disabled ? now : null, version: sql`${accounts.version} + 1` })
      .where(eq(accounts.id, input.accountId));
    if (input.disabled) await endEverything(tx, input.accountId, { by: actor.accountId, now });
    return null;
  },
  trace: ({ input }) => ({ detail: { disabled: input.disabled, reason: input.reason } }),
});

async function endEverything(
  tx: Tx,
  accountId: string,
  { by, now }: { by: string; now: Date },
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

export const revokeSession = command({
  action: 'session.revoke',
  input: RevokeSession,
  async find(reader, { sessionId }) {
    const [session] = await reader
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
    if (session === undefined) throw new DomainError('not_found', 'session');
    return { record: account(session.accountId), subject: {} };
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

/** Makes a personal access token; its text is in the answer and nowhere else. */
export const issueToken = command({
  action: 'token.write',
  input: IssueToken,
  find: async (_reader, _input, actor) => ({
    record: account(actor.accountId),
    subject: { owner: actor.accountId },
  }),
  async run({ tx, actor, input, now }) {
    const id = newId(now);
    const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
    const expiresAt = new Date(now.getTime() + input.days * 86_400_000);
    await tx.insert(accessTokens).values({
      id,
      accountId: actor.accountId,
      name: input.name,
      hash: hashToken(token),
      prefix: token.slice(0, tokenPrefix.length + 4),
      scopes: input.scopes,
      createdAt: now,
      expiresAt,
    });
    return { id, token, expiresAt };
  },
  trace: ({ input }, { id }) => ({ detail: { token: id, name: input.name, scopes: input.scopes } }),
});

export const revokeToken = command({
  action: 'token.write',
  input: RevokeToken,
  async find(reader, { tokenId }) {
    const [token] = await reader
      .select()
      .from(accessTokens)
      .where(and(eq(accessTokens.id, tokenId), isNull(accessTokens.revokedAt)));
    if (token === undefined) throw new DomainError('not_found', 'token');
    return { record: account(token.accountId), subject: { owner: token.accountId } };
  },
  async run({ tx, actor, input, now }) {
    await tx
      .update(accessTokens)
      .set({ revokedAt: now, revokedBy: actor.accountId })
      .where(eq(accessTokens.id, input.tokenId));
    return null;
  },
  trace: ({ input }) => ({ detail: { token: input.tokenId } }),
});

/** Hands one's own role to a colleague between two dates, on a numbered paper; it comes back by itself. */
export const delegateRole = command({
  action: 'delegation.write',
  input: Delegate,
  async find(_reader, { role }, actor) {
    const grant = actor.grants.find((one) => one.role === role && one.mandate === undefined);
    return {
      record: account(actor.accountId),
      subject: { owner: actor.accountId, scopes: grant?.scope == null ? [] : [grant.scope] },
      scope: grant?.scope ?? null,
      holds: grant !== undefined,
    };
  },
  async run({ tx, actor, input, found, now }) {
    if (!found.holds || input.toAccountId === actor.accountId) throw new DomainError('denied', 'delegation');
    const validFrom = new Date(`${input.validFrom}T00:00:00+07:00`);
    const validTo = new Date(`${input.validTo}T23:59:59+07:00`);
    if (validTo <= validFrom) throw new DomainError('invalid', 'validTo');
    await findAccount(tx, input.toAccountId);
    const id = newId(now);
    await tx.insert(delegations).values({
      id,
      fromAccountId: actor.accountId,
      toAccountId: input.toAccountId,
      role: input.role as Role,
      scope: found.scope,
      documentNumber: input.documentNumber,
      validFrom,
      validTo,
      createdAt: now,
    });
    return { id };
  },
  trace: ({ input }, { id }) => ({
    detail: { delegation: id, to: input.toAccountId, role: input.role, document: input.documentNumber },
  }),
});

export const endDelegation = command({
  action: 'delegation.write',
  input: EndDelegation,
  async find(reader, { delegationId }) {
    const [mandate] = await reader
      .select()
      .from(delegations)
      .where(and(eq(delegations.id, delegationId), isNull(delegations.revokedAt)));
    if (mandate === undefined) throw new DomainError('not_found', 'delegation');
    return {
      record: account(mandate.fromAccountId),
      subject: { scopes: mandate.scope === null ? [] : [mandate.scope] },
      mandate,
    };
  },
  async run({ tx, actor, input, found, now }) {
    if (found.mandate.fromAccountId !== actor.accountId) throw new DomainError('denied', 'delegation');
    await tx.update(delegations).set({ revokedAt: now }).where(eq(delegations.id, input.delegationId));
    return null;
  },
  trace: ({ input }) => ({ detail: { delegation: input.delegationId } }),
});
