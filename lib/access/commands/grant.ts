import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { organisations, roleGrants } from '@/db/schema/accounts';
import { facilities } from '@/db/schema/facilities';
import { orgUnits } from '@/db/schema/units';
import { command } from '@/lib/kernel/command';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Role } from '@/lib/policy/table';
import { clashingRole, scopeFits } from '../rules';
import { ConfirmGrants, GrantRole, RevokeGrant } from '../schema';
import { assertAnotherAdministrator, assertOther, findAccount, listRolesOfPerson } from './find';

const endOfDay = (date: string) => new Date(`${date}T23:59:59+07:00`);

/** Gives a role from now on, with a reason and perhaps an end. */
export const grantRole = command({
  action: 'account.grant',
  input: GrantRole,
  find: (reader, { accountId }) => findAccount(reader, accountId),
  async run({ tx, actor, input, found, now }) {
    assertOther(actor, found.row.personId);
    const scope = input.scope === undefined || input.scope === '' ? null : input.scope;
    await assertScope(tx, input.role, scope);
    const clash = clashingRole(input.role, await listRolesOfPerson(tx, found.row.personId, now));
    if (clash !== null) throw new InvalidInput([{ path: 'role', code: 'clash', params: { role: clash } }]);
    const validTo = input.validTo === undefined ? null : endOfDay(input.validTo);
    if (validTo !== null && validTo <= now) throw new InvalidInput([{ path: 'validTo', code: 'past' }]);
    const id = newId(now);
    const { accountId, role, reason } = input;
    await tx
      .insert(roleGrants)
      .values({ id, accountId, role, scope, validFrom: now, validTo, reason, grantedBy: actor.accountId });
    return { id };
  },
  trace: ({ input: { role, scope, validTo, reason } }, { id }) => ({
    detail: { grant: id, role, scope, validTo, reason },
  }),
});

/** A role lies where its kind can lie, in a place that exists. */
async function assertScope(reader: Reader, role: Role, scope: string | null): Promise<void> {
  if (!scopeFits(role, scope)) throw new InvalidInput([{ path: 'scope', code: 'scope' }]);
  if (scope !== null && !(await placeExists(reader, scope)))
    throw new InvalidInput([{ path: 'scope', code: 'scope_unknown' }]);
}

async function placeExists(reader: Reader, scope: string): Promise<boolean> {
  const [kind, id = ''] = scope.split(':', 2);
  const rows =
    id === ''
      ? await reader.select({ code: orgUnits.code }).from(orgUnits).where(eq(orgUnits.code, scope))
      : kind === 'org'
        ? await reader.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id))
        : await reader.select({ id: facilities.id }).from(facilities).where(eq(facilities.id, id));
  return rows.length > 0;
}

export const revokeGrant = command({
  action: 'account.revoke',
  input: RevokeGrant,
  async find(reader, { grantId }) {
    const [grant] = await reader
      .select()
      .from(roleGrants)
      .where(and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAt)));
    if (grant === undefined) throw new DomainError('not_found', 'grant');
    return { ...(await findAccount(reader, grant.accountId)), grant };
  },
  async run({ tx, actor, input, found, now }) {
    assertOther(actor, found.row.personId);
    if (found.grant.role === 'sys_admin') await assertAnotherAdministrator(tx, found.row.id, now);
    await tx
      .update(roleGrants)
      .set({ revokedAt: now, revokedBy: actor.accountId })
      .where(eq(roleGrants.id, input.grantId));
    return null;
  },
  trace: ({ input, found }) => ({
    detail: { grant: input.grantId, role: found.grant.role, scope: found.grant.scope, reason: input.reason },
  }),
});

/** Says, with a reason, that the rights of an account were looked at and stay; the trail is the proof. */
export const confirmGrants = command({
  action: 'account.review',
  input: ConfirmGrants,
  find: (reader, { accountId }) => findAccount(reader, accountId),
  async run({ actor, found }) {
    assertOther(actor, found.row.personId);
    return null;
  },
  trace: ({ input }) => ({ detail: { reason: input.reason } }),
});
