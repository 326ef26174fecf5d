import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import { and, eq, lt } from 'drizzle-orm';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getToken } from 'next-auth/jwt';
import { cache } from 'react';
import { database } from '@/db/client';
import { placeholder, prepared } from '@/db/prepared';
import { accounts, persons, sessions } from '@/db/schema/accounts';
import { env } from '@/lib/config/env';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { type Actor, mintActor } from '@/lib/policy/actor';
import { sessionCookie } from './cookies';
import { identityColumns, identityOf, isOpenAccount } from './identity';
import { standingOf } from './rules';

/** Writing "seen" at every request would cost a write per page; this grain is fine enough for the idle lock. */
const seenGrain = 30_000;

type Standing = { kind: 'signed_in'; actor: Actor } | { kind: 'idle' } | { kind: 'signed_out' };

/** Who is asking, judged once per request: cookie → open session → account and roles of this moment. */
const standing = cache(async (): Promise<Standing> => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  if (!jar.has(sessionCookie())) return { kind: 'signed_out' };
  const given = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
  const id = await sessionIdIn({ cookies: given, headers: {} });
  return judge(id, asked.get('x-request-id') ?? crypto.randomUUID());
});

async function judge(sessionId: string | undefined, requestId: string): Promise<Standing> {
  if (sessionId === undefined) return { kind: 'signed_out' };
  const at = now();
  const [found] = await session(database()).execute({ sessionId, at: at.toISOString() });
  if (found === undefined) return { kind: 'signed_out' };
  const { row } = found;
  const identity = identityOf(found.read);
  const state = standingOf(
    row,
    identity.grants.map(({ role }) => role),
    at,
  );
  if (state !== 'open') return { kind: state === 'idle' ? 'idle' : 'signed_out' };
  if (at.getTime() - row.lastSeenAt.getTime() > seenGrain) await touch(row.id, at);
  return { kind: 'signed_in', actor: mintActor({ ...identity, sessionId: row.id, requestId }) };
}

const session = prepared((reader) =>
  reader
    .select({ row: sessions, read: identityColumns(reader) })
    .from(sessions)
    .innerJoin(accounts, isOpenAccount(sessions.accountId))
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(sessions.id, placeholder('sessionId')))
    .prepare('session'),
);

async function touch(id: string, at: Date): Promise<void> {
  await database()
    .update(sessions)
    .set({ lastSeenAt: at })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, at)));
}

/** The signed-in person, or null; for pages that are open to everybody. */
export async function findActor(): Promise<Actor | null> {
  const found = await standing();
  return found.kind === 'signed_in' ? found.actor : null;
}

interface Asking {
  cookies: Record<string, string>;
  headers: IncomingHttpHeaders;
}

/** The signed-in person behind a request that has reached no page yet, or null. */
export async function actorBehind(asking: Asking): Promise<Actor | null> {
  const found = await judge(await sessionIdIn(asking), crypto.randomUUID());
  return found.kind === 'signed_in' ? found.actor : null;
}

/** The cookie only names the session; whether it is open, and whose, the database says. */
async function sessionIdIn({ cookies, headers }: Asking): Promise<string | undefined> {
  const token = await getToken({
    req: { cookies, headers } as Parameters<typeof getToken>[0]['req'],
    secret: env().AUTH_SECRET,
    cookieName: sessionCookie(),
  });
  return token?.sessionId;
}

/** The signed-in person; everybody else is sent to sign in and comes back to the same address. */
export async function requireActor(): Promise<Actor> {
  const found = await standing();
  if (found.kind === 'signed_in') return found.actor;
  const path = (await headers()).get('x-path') ?? '/';
  const search = new URLSearchParams({
    callbackUrl: path,
    ...(found.kind === 'idle' ? { locked: '1' } : {}),
  });
  redirect(`/sign-in?${search.toString()}`);
}

/** For forms: when the session has ended the answer is in words and the input stays on the page. */
export async function signedInActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor === null) throw new DomainError('unauthenticated');
  return actor;
}
