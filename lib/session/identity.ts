import 'server-only';
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { database, type Reader } from '@/db/client';
import { accounts, delegations, persons, roleGrants } from '@/db/schema/accounts';
import { now } from '@/lib/kernel/clock';
import type { Grant } from '@/lib/policy/actor';

/** An account with the roles it holds at this moment, its own and those delegated to it. */
export interface Identity {
  accountId: string;
  personId: string;
  name: string;
  organisationId: string | null;
  sample: boolean;
  grants: Grant[];
}

/** Reads account and roles from the database: a role is never trusted from a token. Null when unknown or disabled. */
export async function findIdentity(accountId: string, reader: Reader = database()): Promise<Identity | null> {
  const [account] = await reader
    .select({
      accountId: accounts.id,
      personId: persons.id,
      name: accounts.name,
      organisationId: accounts.organisationId,
      sample: accounts.sample,
      disabledAt: accounts.disabledAt,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(accounts.id, accountId));
  if (account === undefined || account.disabledAt !== null) return null;
  const { disabledAt: _, ...identity } = account;
  const [own, delegated] = await Promise.all([
    ownGrants(reader, accountId),
    delegatedGrants(reader, accountId),
  ]);
  return { ...identity, grants: [...own, ...delegated] };
}

async function ownGrants(reader: Reader, accountId: string): Promise<Grant[]> {
  const at = now();
  return reader
    .select({ role: roleGrants.role, scope: roleGrants.scope })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.accountId, accountId),
        isNull(roleGrants.revokedAt),
        lte(roleGrants.validFrom, at),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, at)),
      ),
    );
}

/** A mandate counts between its dates and only while its giver may still act in that role and unit. */
async function delegatedGrants(reader: Reader, accountId: string): Promise<Grant[]> {
  const at = now();
  const rows = await reader
    .selectDistinct({
      id: delegations.id,
      role: delegations.role,
      scope: delegations.scope,
      from: delegations.fromAccountId,
    })
    .from(delegations)
    .innerJoin(
      roleGrants,
      and(
        eq(roleGrants.accountId, delegations.fromAccountId),
        eq(roleGrants.role, delegations.role),
        sql`${roleGrants.scope} is not distinct from ${delegations.scope}`,
        isNull(roleGrants.revokedAt),
        lte(roleGrants.validFrom, at),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, at)),
      ),
    )
    .innerJoin(accounts, and(eq(accounts.id, delegations.fromAccountId), isNull(accounts.disabledAt)))
    .where(
      and(
        eq(delegations.toAccountId, accountId),
        isNull(delegations.revokedAt),
        lte(delegations.validFrom, at),
        gt(delegations.validTo, at),
      ),
    );
  return rows.map(({ id, role, scope, from }) => ({
    role,
    scope,
    mandate: { delegationId: id, onBehalfOf: from },
  }));
}
