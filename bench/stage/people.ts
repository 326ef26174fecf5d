import { encode } from 'next-auth/jwt';
import type postgres from 'postgres';
import { issueToken } from '@/lib/access/commands/token';
import { tokenScopes } from '@/lib/access/schema';
import { env } from '@/lib/config/env';
import type { Actor } from '@/lib/policy/actor';
import { sessionCookie } from '@/lib/session/cookies';
import { openSession } from '@/lib/session/sign-in';
import { actorOfAccount } from '@/lib/session/token';

/** What the portal does when the issuer has vouched for somebody, without the walk through the browser. */
export async function sessionOf(sql: postgres.Sql, subject: string): Promise<string> {
  const [account] = await sql<{ issuer: 'citizen' | 'staff' }[]>`
    select issuer from accounts where subject = ${subject}`;
  if (account === undefined) throw new Error(`there is no account ${subject}`);
  const sessionId = await openSession({
    issuer: account.issuer,
    claims: { sub: subject, acr: 'urn:vneid:loa:2' },
  });
  const cookie = await encode({ token: { sessionId }, secret: env().AUTH_SECRET, maxAge: 12 * 60 * 60 });
  return `${sessionCookie()}=${cookie}`;
}

export async function actorNamed(subject: string): Promise<Actor> {
  const actor = await actorOfAccount(subject);
  if (actor === null) throw new Error(`there is no account ${subject}`);
  return actor;
}

export async function tokenOf(subject: string): Promise<string> {
  const { token } = await issueToken(await actorNamed(subject), { name: 'bench', scopes: [...tokenScopes] });
  return token;
}
