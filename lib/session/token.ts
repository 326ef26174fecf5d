import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { placeholder, prepared } from '@/db/prepared';
import { accessTokens, accounts, persons } from '@/db/schema/accounts';
import { now } from '@/lib/kernel/clock';
import { type Actor, mintActor } from '@/lib/policy/actor';
import { findIdentity, identityColumns, identityOf, isOpenAccount } from './identity';

/** Personal access tokens start with this, so that a leaked one can be found and named. */
export const tokenPrefix = 'd2pat_';

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export interface TokenActor {
  actor: Actor;
  scopes: readonly string[];
}

/** The account behind a token that is neither expired nor revoked; null otherwise. */
export async function findTokenActor(token: string, requestId: string): Promise<TokenActor | null> {
  if (!token.startsWith(tokenPrefix)) return null;
  const at = now();
  const [found] = await validToken(database()).execute({ hash: hashToken(token), at: at.toISOString() });
  if (found === undefined) return null;
  const { row, read } = found;
  await noteUse(row, at);
  return { actor: mintActor({ ...identityOf(read), sessionId: row.id, requestId }), scopes: row.scopes };
}

const validToken = prepared((reader) =>
  reader
    .select({ row: accessTokens, read: identityColumns(reader) })
    .from(accessTokens)
    .innerJoin(accounts, isOpenAccount(accessTokens.accountId))
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(
      and(
        eq(accessTokens.hash, placeholder('hash')),
        isNull(accessTokens.revokedAt),
        gt(accessTokens.expiresAt, placeholder('at')),
      ),
    )
    .prepare('token'),
);

const minute = 60_000;

/** To the minute: requests of one token at the same time would else wait for one another at its row. */
async function noteUse({ id, lastUsedAt }: typeof accessTokens.$inferSelect, at: Date): Promise<void> {
  if (lastUsedAt !== null && at.getTime() - lastUsedAt.getTime() < minute) return;
  await database().update(accessTokens).set({ lastUsedAt: at }).where(eq(accessTokens.id, id));
}

/** For an operator's own scripts: whoever may run them may read the database; the account's rights still bound the act. */
export async function actorOfAccount(subject: string): Promise<Actor | null> {
  const [row] = await database()
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.subject, subject));
  const identity = row === undefined ? null : await findIdentity(row.id);
  return identity === null
    ? null
    : mintActor({ ...identity, sessionId: null, requestId: `script:${randomUUID()}` });
}

/** `Bearer`, `ApiToken`, or the password of `Basic` (any user name); null when the header carries none. */
export function tokenOf(authorization: string | null): string | null {
  const [scheme, value] = (authorization ?? '').split(' ', 2);
  if (scheme === undefined || value === undefined) return null;
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'apitoken':
      return value;
    case 'basic':
      return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':') || null;
    default:
      return null;
  }
}
