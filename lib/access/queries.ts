import 'server-only';
import { and, asc, desc, eq, gt, ilike, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { accessTokens, accounts, delegations, roleGrants, sessions } from '@/db/schema/accounts';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';

const pageSize = 50;

/** Accounts by name or subject, with the roles they hold now. */
export const listAccounts = query<
  { q?: string | undefined; after?: string | undefined },
  Awaited<ReturnType<typeof selectAccounts>>
>({
  action: 'account.read',
  reads: ({ rows }) => rows.map(({ id }) => ({ type: 'account', id })),
  run: ({ db, input }) => selectAccounts(db, input),
});

async function selectAccounts(
  db: Database,
  { q, after }: { q?: string | undefined; after?: string | undefined },
) {
  const pattern = q === undefined || q === '' ? undefined : `%${q.replace(/[%_\\]/g, '\\$&')}%`;
  const rows = await db
    .select({
      id: accounts.id,
      subject: accounts.subject,
      issuer: accounts.issuer,
      name: accounts.name,
      title: accounts.title,
      disabledAt: accounts.disabledAt,
      lastSeenAt: accounts.lastSeenAt,
      sample: accounts.sample,
      roles: sql<
        string[]
      >`coalesce((select array_agg(g.role || coalesce(' · ' || g.scope, '') order by g.role) from role_grants g
        where g.account_id = ${accounts.id} and g.revoked_at is null and (g.valid_to is null or g.valid_to > now())), '{}')`,
    })
    .from(accounts)
    .where(
      and(
        pattern === undefined
          ? undefined
          : or(ilike(accounts.name, pattern), ilike(accounts.subject, pattern)),
        after === undefined ? undefined : gt(accounts.subject, after),
      ),
    )
    .orderBy(asc(accounts.subject))
    .limit(pageSize + 1);
  return {
    rows: rows.slice(0, pageSize),
    next: rows.length > pageSize ? (rows[pageSize - 1]?.subject ?? null) : null,
  };
}

/** One account with every grant it ever had, its open sessions and its tokens. */
export const getAccount = query<{ id: string }, Awaited<ReturnType<typeof selectAccount>>>({
  action: 'account.read',
  reads: ({ account }) => [{ type: 'account', id: account.id }],
  run: ({ db, input }) => selectAccount(db, input.id),
});

async function selectAccount(db: Database, id: string) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id));
  if (account === undefined) throw new DomainError('not_found', 'account');
  const [grants, open, tokens] = await Promise.all([
    db.select().from(roleGrants).where(eq(roleGrants.accountId, id)).orderBy(desc(roleGrants.validFrom)),
    db
      .select()
      .from(sessions)
      .where(and(eq(sessions.accountId, id), isNull(sessions.revokedAt), gt(sessions.expiresAt, now())))
      .orderBy(desc(sessions.lastSeenAt)),
    selectTokens(db, id),
  ]);
  return { account, grants, sessions: open, tokens };
}

/** The actor's own tokens and mandates: everybody may see and end what is theirs. */
export const getOwnAccess = query<
  null,
  {
    tokens: Awaited<ReturnType<typeof selectTokens>>;
    delegations: Awaited<ReturnType<typeof selectDelegations>>;
  }
>({
  action: 'token.write',
  run: async ({ db, actor }) => ({
    tokens: await selectTokens(db, actor.accountId),
    delegations: await selectDelegations(db, actor.accountId),
  }),
});

function selectTokens(db: Database, accountId: string) {
  return db
    .select({
      id: accessTokens.id,
      name: accessTokens.name,
      prefix: accessTokens.prefix,
      scopes: accessTokens.scopes,
      createdAt: accessTokens.createdAt,
      expiresAt: accessTokens.expiresAt,
      lastUsedAt: accessTokens.lastUsedAt,
      revokedAt: accessTokens.revokedAt,
    })
    .from(accessTokens)
    .where(eq(accessTokens.accountId, accountId))
    .orderBy(desc(accessTokens.createdAt))
    .limit(100);
}

function selectDelegations(db: Database, accountId: string) {
  return db
    .select()
    .from(delegations)
    .where(or(eq(delegations.fromAccountId, accountId), eq(delegations.toAccountId, accountId)))
    .orderBy(desc(delegations.validFrom))
    .limit(100);
}

/** Colleagues of one's units, to whom a role may be handed. */
export const listColleagues = query<null, { id: string; name: string; title: string | null }[]>({
  action: 'delegation.write',
  run: ({ db, actor }) => {
    const scopes = actor.grants.flatMap(({ scope }) => (scope === null ? [] : [scope]));
    return db
      .selectDistinct({ id: accounts.id, name: accounts.name, title: accounts.title })
      .from(accounts)
      .innerJoin(roleGrants, eq(roleGrants.accountId, accounts.id))
      .where(
        and(
          sql`${roleGrants.scope} = any(${sql.param(scopes)})`,
          isNull(roleGrants.revokedAt),
          isNull(accounts.disabledAt),
        ),
      )
      .orderBy(asc(accounts.name))
      .limit(200);
  },
});
