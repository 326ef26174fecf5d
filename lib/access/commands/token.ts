import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { accessTokens } from '@/db/schema/accounts';
import { command, type Running } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { hashToken, tokenPrefix } from '@/lib/session/token';
import { IssueToken, RevokeToken } from '../schema';
import { accountRecord } from './find';

/** Makes a personal access token; its text is in the answer and nowhere else. */
export const issueToken = command({
  action: 'token.write',
  input: IssueToken,
  find: async (_reader, _input, actor) => ({
    record: accountRecord(actor.accountId),
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

async function findToken(reader: Reader, { tokenId }: { tokenId: string }) {
  const [token] = await reader
    .select()
    .from(accessTokens)
    .where(and(eq(accessTokens.id, tokenId), isNull(accessTokens.revokedAt)));
  if (token === undefined) throw new DomainError('not_found', 'token');
  return { record: accountRecord(token.accountId), subject: { owner: token.accountId } };
}

type Revoking = Pick<Running<{ tokenId: string }, unknown, undefined>, 'tx' | 'actor' | 'input' | 'now'>;

async function endToken({ tx, actor, input, now }: Revoking): Promise<null> {
  await tx
    .update(accessTokens)
    .set({ revokedAt: now, revokedBy: actor.accountId })
    .where(eq(accessTokens.id, input.tokenId));
  return null;
}

export const revokeToken = command({
  action: 'token.write',
  input: RevokeToken,
  find: findToken,
  run: endToken,
  trace: ({ input }) => ({ detail: { token: input.tokenId } }),
});

/** A token that leaked is ended by those who end sessions, whoever owns it. */
export const withdrawToken = command({
  action: 'session.revoke',
  input: RevokeToken,
  find: findToken,
  run: endToken,
  trace: ({ input }) => ({ detail: { token: input.tokenId } }),
});
