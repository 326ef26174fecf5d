import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { delegations, roleGrants } from '@/db/schema/accounts';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command } from '@/lib/kernel/command';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { clashingRole } from '../rules';
import { Delegate, EndDelegation } from '../schema';
import { accountRecord, findAccount, inForce, listRolesOfPerson } from './find';

/** Hands one's own role to a colleague between two dates, on a numbered paper; it comes back by itself. */
export const delegateRole = command({
  action: 'delegation.write',
  input: Delegate,
  async find(_reader, { role, scope }, actor) {
    const grant = actor.grants.find(
      (one) => one.role === role && one.mandate === undefined && (scope === undefined || one.scope === scope),
    );
    return {
      record: accountRecord(actor.accountId),
      subject: { owner: actor.accountId, scopes: grant?.scope == null ? [] : [grant.scope] },
      scope: grant?.scope ?? null,
      holds: grant !== undefined,
    };
  },
  async run({ tx, actor, input, found, now }) {
    if (!found.holds) throw new DomainError('denied', 'delegation');
    const dates = datesOf(input, now);
    const { row } = await findAccount(tx, input.toAccountId);
    if (row.personId === actor.personId) throw new InvalidInput([{ path: 'toAccountId', code: 'self' }]);
    if (row.disabledAt !== null || !(await isColleague(tx, { accountId: row.id, scope: found.scope, now })))
      throw new InvalidInput([{ path: 'toAccountId', code: 'colleague' }]);
    const clash = clashingRole(input.role, await listRolesOfPerson(tx, row.personId, now));
    if (clash !== null) throw new InvalidInput([{ path: 'role', code: 'clash', params: { role: clash } }]);
    const id = newId(now);
    await tx.insert(delegations).values({
      id,
      fromAccountId: actor.accountId,
      toAccountId: input.toAccountId,
      role: input.role,
      scope: found.scope,
      documentNumber: input.documentNumber,
      ...dates,
      createdAt: now,
    });
    return { id };
  },
  trace: ({ input }, { id }) => ({
    detail: {
      delegation: id,
      to: input.toAccountId,
      role: input.role,
      document: input.documentNumber,
      from: input.validFrom,
      until: input.validTo,
    },
  }),
});

/** From the first minute of the first day to the last of the last; never into the past. */
function datesOf(input: { validFrom: string; validTo: string }, now: Date) {
  if (input.validFrom < civilDateAt(now)) throw new InvalidInput([{ path: 'validFrom', code: 'past' }]);
  if (input.validTo < input.validFrom) throw new InvalidInput([{ path: 'validTo', code: 'order' }]);
  return {
    validFrom: new Date(`${input.validFrom}T00:00:00+07:00`),
    validTo: new Date(`${input.validTo}T23:59:59+07:00`),
  };
}

/** Somebody who works in the same unit, whatever their post. */
async function isColleague(
  reader: Reader,
  { accountId, scope, now }: { accountId: string; scope: string | null; now: Date },
): Promise<boolean> {
  if (scope === null) return false;
  const [grant] = await reader
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.accountId, accountId), eq(roleGrants.scope, scope), inForce(now)))
    .limit(1);
  return grant !== undefined;
}

export const endDelegation = command({
  action: 'delegation.write',
  input: EndDelegation,
  async find(reader, { delegationId }) {
    const [mandate] = await reader
      .select()
      .from(delegations)
      .where(and(eq(delegations.id, delegationId), isNull(delegations.revokedAt)));
    if (mandate === undefined) throw new DomainError('not_found', 'delegation');
    return {
      record: accountRecord(mandate.fromAccountId),
      subject: { scopes: mandate.scope === null ? [] : [mandate.scope] },
      mandate,
    };
  },
  async run({ tx, actor, input, found, now }) {
    if (found.mandate.fromAccountId !== actor.accountId) throw new DomainError('denied', 'delegation');
    await tx.update(delegations).set({ revokedAt: now }).where(eq(delegations.id, input.delegationId));
    return null;
  },
  trace: ({ input }) => ({ detail: { delegation: input.delegationId } }),
});
