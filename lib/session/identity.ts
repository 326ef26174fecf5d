import 'server-only';
import { and, eq, gt, isNull, lte, or, type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database, type Reader } from '@/db/client';
import { placeholder, prepared } from '@/db/prepared';
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
  const [found] = await identity(reader).execute({ accountId, at: now().toISOString() });
  return found === undefined ? null : identityOf(found);
}

const identity = prepared((reader) =>
  reader
    .select(identityColumns(reader))
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(isOpenAccount(placeholder('accountId')))
    .prepare('identity'),
);

/** A disabled account is nobody: whoever asks who somebody is asks by this. */
export const isOpenAccount = (id: Placeholder | SQLWrapper) =>
  and(eq(accounts.id, id), isNull(accounts.disabledAt));

/** For whoever asks by something else than the account: joins `accounts` that are open, and `persons`; given `at`. */
export const identityColumns = (reader: Reader) => ({
  accountId: accounts.id,
  personId: persons.id,
  name: accounts.name,
  organisationId: accounts.organisationId,
  sample: accounts.sample,
  own: listOf(ownGrants(reader)),
  delegated: listOf(delegatedGrants(reader)),
});

interface Delegated {
  role: Grant['role'];
  scope: string | null;
  delegationId: string;
  onBehalfOf: string;
}
type Read = Omit<Identity, 'grants'> & { own: Grant[]; delegated: Delegated[] };

export function identityOf({ own, delegated, ...identity }: Read): Identity {
  const lent = delegated.map(({ role, scope, delegationId, onBehalfOf }) => ({
    role,
    scope,
    mandate: { delegationId, onBehalfOf },
  }));
  return { ...identity, grants: [...own, ...lent] };
}

const at = placeholder('at');

const inForce = (grants: typeof roleGrants) =>
  and(
    isNull(grants.revokedAt),
    lte(grants.validFrom, at),
    or(isNull(grants.validTo), gt(grants.validTo, at)),
  );

function ownGrants(reader: Reader) {
  return reader
    .select({ role: roleGrants.role, scope: roleGrants.scope })
    .from(roleGrants)
    .where(and(eq(roleGrants.accountId, accounts.id), inForce(roleGrants)));
}

/** A mandate counts between its dates and only while its giver may still act in that role and unit. */
function delegatedGrants(reader: Reader) {
  const giver = alias(accounts, 'giver');
  return reader
    .selectDistinct({
      role: delegations.role,
      scope: delegations.scope,
      delegationId: sql<string>`${delegations.id}`.as('delegationId'),
      onBehalfOf: sql<string>`${delegations.fromAccountId}`.as('onBehalfOf'),
    })
    .from(delegations)
    .innerJoin(
      roleGrants,
      and(
        eq(roleGrants.accountId, delegations.fromAccountId),
        eq(roleGrants.role, delegations.role),
        sql`${roleGrants.scope} is not distinct from ${delegations.scope}`,
        inForce(roleGrants),
      ),
    )
    .innerJoin(giver, and(eq(giver.id, delegations.fromAccountId), isNull(giver.disabledAt)))
    .where(
      and(
        eq(delegations.toAccountId, accounts.id),
        isNull(delegations.revokedAt),
        lte(delegations.validFrom, at),
        gt(delegations.validTo, at),
      ),
    );
}

/** The rows of a question asked within another one, as one value. */
function listOf<Row>(question: SQLWrapper & { readonly _: { readonly result: Row[] } }): SQL<Row[]> {
  return sql<Row[]>`(select coalesce(json_agg(row_to_json(one)), '[]') from (${question}) one)`;
}
