import 'server-only';
import { and, asc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Database, Reader } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { now } from '@/lib/kernel/clock';
import { query } from '@/lib/kernel/query';
import { idleSince, reviewSince } from '../rules';
import type { ReviewLine } from '../schema';

/** The last sign of life of an account: a sign-in, a call with one of its tokens, else its making. */
const lastSign = sql<Date>`greatest(
  coalesce(accounts.last_seen_at, accounts.created_at),
  (select max(t.last_used_at) from access_tokens t where t.account_id = accounts.id))`.mapWith(
  accounts.createdAt,
);

/** The last time somebody gave rights to the account or found them still right. */
const lastReview = sql<Date>`coalesce(
  (select max(a.at) from audit_acts a where a.record_type = 'account' and a.record_id = accounts.id::text
    and a.outcome = 'done' and a.action in ('account.grant', 'account.review')),
  (select max(g.valid_from) from role_grants g where g.account_id = accounts.id))`.mapWith(
  accounts.createdAt,
);

/** Citizens come when they need something; only those who work here grow idle. */
const working = (): SQL | undefined => and(ne(accounts.issuer, 'citizen'), isNull(accounts.disabledAt));

const line = {
  id: accounts.id,
  name: accounts.name,
  title: accounts.title,
  sample: accounts.sample,
  unseen: sql<boolean>`${accounts.lastSeenAt} is null`,
};

function listIdle(reader: Reader, at: Date): Promise<ReviewLine[]> {
  return reader
    .select({ ...line, at: lastSign })
    .from(accounts)
    .where(and(working(), sql`${lastSign} < ${idleSince(at).toISOString()}`))
    .orderBy(asc(lastSign), asc(accounts.id))
    .limit(200);
}

function listUnreviewed(reader: Reader, at: Date): Promise<ReviewLine[]> {
  return reader
    .select({ ...line, at: lastReview })
    .from(accounts)
    .where(and(working(), sql`${lastReview} < ${reviewSince(at).toISOString()}`))
    .orderBy(asc(lastReview), asc(accounts.id))
    .limit(200);
}

/** What the half-yearly look at the rights should begin with. */
export const listReviewHints = query<null, { idle: ReviewLine[]; unreviewed: ReviewLine[] }>({
  action: 'account.read',
  run: async ({ db }) => {
    const at = now();
    const [idle, unreviewed] = await Promise.all([listIdle(db, at), listUnreviewed(db, at)]);
    return { idle, unreviewed };
  },
});

/**
 * Accounts whose time has run out. An account given back or looked at within the time is not among them, and
 * sample people have nobody behind them who could sign in.
 */
export async function listAccountsToDisable(reader: Database, at: Date): Promise<{ id: string }[]> {
  const since = idleSince(at).toISOString();
  return reader
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        working(),
        eq(accounts.sample, false),
        sql`${lastSign} < ${since}`,
        sql`coalesce(${lastReview}, '-infinity'::timestamptz) < ${since}`,
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(500);
}
