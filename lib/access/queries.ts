import 'server-only';
import { aliasedTable, and, asc, desc, eq, gt, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { accessTokens, accounts, organisations, roleGrants, sessions } from '@/db/schema/accounts';
import { facilities } from '@/db/schema/facilities';
import { orgUnits } from '@/db/schema/units';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { decodeCursor, encodeCursor } from '@/lib/kernel/pagination';
import { publicQuery, query } from '@/lib/kernel/query';
import type { Role } from '@/lib/policy/table';
import { inForce } from './commands/find';
import type { AccountFilter, AccountLine, GrantLine, SessionLine, TokenLine } from './schema';

const pageSize = 50;

/** Accounts by name or subject, with the roles they hold now. */
export const listAccounts = query<AccountFilter, Awaited<ReturnType<typeof selectAccounts>>>({
  action: 'account.read',
  reads: ({ rows }) => rows.map(({ id }) => ({ type: 'account', id })),
  run: ({ db, input }) => selectAccounts(db, input),
});

async function selectAccounts(
  db: Database,
  { q, after }: AccountFilter,
): Promise<{ rows: AccountLine[]; next: string | null }> {
  const pattern = q === undefined || q === '' ? undefined : `%${q.replace(/[%_\\]/g, '\\$&')}%`;
  const cursor = decodeCursor(after);
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
    })
    .from(accounts)
    .where(
      and(
        pattern === undefined
          ? undefined
          : or(ilike(accounts.name, pattern), ilike(accounts.subject, pattern)),
        cursor?.value == null
          ? undefined
          : sql`(${accounts.subject}, ${accounts.id}) > (${cursor.value}, ${cursor.id}::uuid)`,
      ),
    )
    .orderBy(asc(accounts.subject), asc(accounts.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const grants = await listGrantsInForce(
    db,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({ ...row, grants: grants.filter(({ accountId }) => accountId === row.id) })),
    next:
      rows.length > pageSize && last !== undefined
        ? encodeCursor({ value: last.subject, id: last.id })
        : null,
  };
}

function listGrantsInForce(db: Database, ids: readonly string[]) {
  return db
    .select({ accountId: roleGrants.accountId, role: roleGrants.role, scope: roleGrants.scope })
    .from(roleGrants)
    .where(and(inArray(roleGrants.accountId, [...ids]), inForce(now())))
    .orderBy(asc(roleGrants.role), asc(roleGrants.scope));
}

/** One account with every grant it ever had, its open sessions and its tokens. */
export const getAccount = query<{ id: string }, Awaited<ReturnType<typeof selectAccount>>>({
  action: 'account.read',
  reads: ({ account }) => [{ type: 'account', id: account.id }],
  run: ({ db, input }) => selectAccount(db, input.id),
});

async function selectAccount(db: Database, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new DomainError('not_found', 'account');
  const [account] = await db
    .select({
      id: accounts.id,
      personId: accounts.personId,
      name: accounts.name,
      title: accounts.title,
      subject: accounts.subject,
      issuer: accounts.issuer,
      email: accounts.email,
      createdAt: accounts.createdAt,
      lastSeenAt: accounts.lastSeenAt,
      disabledAt: accounts.disabledAt,
      sample: accounts.sample,
    })
    .from(accounts)
    .where(eq(accounts.id, id));
  if (account === undefined) throw new DomainError('not_found', 'account');
  const [grants, open, tokens] = await Promise.all([
    selectGrants(db, id),
    selectOpenSessions(db, id),
    selectTokens(db, id),
  ]);
  return { account, grants, sessions: open, tokens };
}

export type AccountView = Awaited<ReturnType<typeof selectAccount>>;

export async function selectGrants(db: Database, accountId: string): Promise<GrantLine[]> {
  const giver = aliasedTable(accounts, 'giver');
  return db
    .select({
      id: roleGrants.id,
      role: roleGrants.role,
      scope: roleGrants.scope,
      validFrom: roleGrants.validFrom,
      validTo: roleGrants.validTo,
      revokedAt: roleGrants.revokedAt,
      reason: roleGrants.reason,
      grantedBy: giver.name,
    })
    .from(roleGrants)
    .leftJoin(giver, eq(giver.id, roleGrants.grantedBy))
    .where(eq(roleGrants.accountId, accountId))
    .orderBy(sql`${roleGrants.revokedAt} is not null`, desc(roleGrants.validFrom), asc(roleGrants.id))
    .limit(200);
}

export async function selectOpenSessions(db: Database, accountId: string): Promise<SessionLine[]> {
  return db
    .select({
      id: sessions.id,
      issuer: sessions.issuer,
      assuranceLevel: sessions.assuranceLevel,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
}

export async function selectTokens(db: Database, accountId: string): Promise<TokenLine[]> {
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

export interface ScopeName {
  vi: string;
  en: string;
}

/** Units, organisations and facilities by the scope that names them; all three are public registers. */
export const listScopeNames = publicQuery(
  async ({
    db,
    input,
  }: {
    db: Database;
    input: readonly (string | null)[];
  }): Promise<Record<string, ScopeName>> => {
    const scopes = [...new Set(input.filter((scope) => scope !== null))];
    const idsOf = (kind: string) =>
      scopes.filter((scope) => scope.startsWith(`${kind}:`)).map((scope) => scope.slice(kind.length + 1));
    const [units, firms, places] = await Promise.all([
      db
        .select({ key: orgUnits.code, vi: orgUnits.nameVi, en: orgUnits.nameEn })
        .from(orgUnits)
        .where(inArray(orgUnits.code, scopes)),
      db
        .select({
          key: sql<string>`'org:' || ${organisations.id}`,
          vi: organisations.name,
          en: organisations.nameEn,
        })
        .from(organisations)
        .where(inArray(organisations.id, idsOf('org'))),
      db
        .select({
          key: sql<string>`'facility:' || ${facilities.id}`,
          vi: facilities.nameVi,
          en: facilities.nameEn,
        })
        .from(facilities)
        .where(inArray(facilities.id, idsOf('facility'))),
    ]);
    return Object.fromEntries(
      [...units, ...firms, ...places].map(({ key, vi, en }) => [key, { vi, en: en ?? vi }]),
    );
  },
);

/** Units in which a role may be given, in the order of their names. */
export const listUnitsForGrants = query<null, { code: string; vi: string; en: string }[]>({
  action: 'account.grant',
  run: ({ db }) =>
    db
      .select({ code: orgUnits.code, vi: orgUnits.nameVi, en: orgUnits.nameEn })
      .from(orgUnits)
      .where(isNull(orgUnits.validTo))
      .orderBy(asc(orgUnits.kind), asc(orgUnits.nameVi)),
});

/** The grant somebody is about to take away. */
export const getGrant = query<
  { id: string },
  { id: string; accountId: string; name: string; role: Role; scope: string | null; validFrom: Date }
>({
  action: 'account.revoke',
  run: async ({ db, input }) => {
    if (!/^[0-9a-f-]{36}$/.test(input.id)) throw new DomainError('not_found', 'grant');
    const [grant] = await db
      .select({
        id: roleGrants.id,
        accountId: accounts.id,
        name: accounts.name,
        role: roleGrants.role,
        scope: roleGrants.scope,
        validFrom: roleGrants.validFrom,
      })
      .from(roleGrants)
      .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
      .where(and(eq(roleGrants.id, input.id), isNull(roleGrants.revokedAt)));
    if (grant === undefined) throw new DomainError('not_found', 'grant');
    return grant;
  },
});
