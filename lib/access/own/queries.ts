import 'server-only';
import { aliasedTable, and, asc, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { accounts, delegations, roleGrants } from '@/db/schema/accounts';
import { now } from '@/lib/kernel/clock';
import { query } from '@/lib/kernel/query';
import { inForce } from '../commands/find';
import { selectGrants, selectTokens } from '../queries';
import type { DelegationLine, GrantLine, TokenLine } from '../schema';

/** The actor's own roles, tokens and mandates: everybody may see and end what is theirs. */
export const getOwnAccess = query<
  null,
  { grants: GrantLine[]; tokens: TokenLine[]; delegations: DelegationLine[] }
>({
  action: 'token.write',
  run: async ({ db, actor }) => {
    const [grants, tokens, mandates] = await Promise.all([
      selectGrants(db, actor.accountId),
      selectTokens(db, actor.accountId),
      selectDelegations(db, actor.accountId),
    ]);
    return { grants, tokens, delegations: mandates };
  },
});

const giver = aliasedTable(accounts, 'giver');
const taker = aliasedTable(accounts, 'taker');

async function selectDelegations(db: Database, accountId: string): Promise<DelegationLine[]> {
  return db
    .select({
      id: delegations.id,
      role: delegations.role,
      scope: delegations.scope,
      documentNumber: delegations.documentNumber,
      validFrom: delegations.validFrom,
      validTo: delegations.validTo,
      revokedAt: delegations.revokedAt,
      fromAccountId: delegations.fromAccountId,
      fromName: giver.name,
      toName: taker.name,
    })
    .from(delegations)
    .innerJoin(giver, eq(giver.id, delegations.fromAccountId))
    .innerJoin(taker, eq(taker.id, delegations.toAccountId))
    .where(or(eq(delegations.fromAccountId, accountId), eq(delegations.toAccountId, accountId)))
    .orderBy(desc(delegations.validFrom))
    .limit(100);
}

/** Colleagues of one's units, to whom a role may be handed. */
export const listColleagues = query<null, { id: string; name: string; title: string | null }[]>({
  action: 'delegation.write',
  run: async ({ db, actor }) => {
    const scopes = actor.grants.flatMap(({ scope }) => (scope === null ? [] : [scope]));
    return db
      .selectDistinct({ id: accounts.id, name: accounts.name, title: accounts.title })
      .from(accounts)
      .innerJoin(roleGrants, eq(roleGrants.accountId, accounts.id))
      .where(
        and(
          inArray(roleGrants.scope, scopes),
          inForce(now()),
          isNull(accounts.disabledAt),
          ne(accounts.personId, actor.personId),
        ),
      )
      .orderBy(asc(accounts.name))
      .limit(200);
  },
});
