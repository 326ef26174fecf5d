import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { accessTokens, accounts, delegations, persons, roleGrants, sessions } from '@/db/schema/accounts';
import { auditActs } from '@/db/schema/audit';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { civilDateAt } from '@/lib/kernel/calendar';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/policy/actor';
import { findIdentity } from '@/lib/session/identity';
import { standingOf } from '@/lib/session/rules';
import { openSession } from '@/lib/session/sign-in';
import { findTokenActor } from '@/lib/session/token';
import { delegateRole, endDelegation } from './commands/delegate';
import { confirmGrants, grantRole, revokeGrant } from './commands/grant';
import { revokeSession } from './commands/session';
import { setAccountState } from './commands/state';
import { issueToken, revokeToken, withdrawToken } from './commands/token';
import { disableIdleAccounts } from './jobs';
import { getOwnAccess, listColleagues } from './own/queries';
import { getAccount, listAccounts } from './queries';
import { listReviewHints } from './review/queries';

useDatabase();

const people: Record<string, Actor> = {};
const names = ['admin', 'security', 'auditor', 'reviewer', 'reviewer-2', 'checker', 'approver', 'citizen'];
const who = (name: string): Actor => people[name] ?? (undefined as never);
const reason = 'Quyết định phân công số 12/QĐ-QLD';

beforeAll(async () => {
  await seedPeople();
  for (const name of names) people[name] = await actorNamed(name);
});

const rolesOf = async (name: string) =>
  (await findIdentity(who(name).accountId))?.grants.map(({ role, scope }) => `${role} ${scope}`);

async function lastAct(accountId: string) {
  const rows = await database().select().from(auditActs).where(eq(auditActs.recordId, accountId));
  return rows.at(-1);
}

describe('roles', () => {
  it('are given with a reason, in a place they can lie, and taken back', async () => {
    const accountId = who('reviewer-2').accountId;
    const { id } = await grantRole(who('admin'), { accountId, role: 'checker', scope: 'HTTB', reason });
    expect(await rolesOf('reviewer-2')).toContain('checker HTTB');
    expect(await lastAct(accountId)).toMatchObject({
      action: 'account.grant',
      detail: { grant: id, reason },
    });
    await revokeGrant(who('security'), { grantId: id, reason });
    expect(await rolesOf('reviewer-2')).not.toContain('checker HTTB');
    await expect(revokeGrant(who('admin'), { grantId: id, reason })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it.each([
    ['no unit', { role: 'checker' as const }, 'scope'],
    ['a unit that does not exist', { role: 'checker' as const, scope: 'ABC' }, 'scope_unknown'],
    ['a unit for a facility', { role: 'facility_head' as const, scope: 'QLD' }, 'scope'],
    ['an end in the past', { role: 'checker' as const, scope: 'QLD', validTo: '2020-01-01' }, 'past'],
    ['administration beside dossiers', { role: 'sys_admin' as const, scope: 'BYT' }, 'clash'],
  ])('are refused with %s', async (_, grant, code) => {
    const attempt = grantRole(who('admin'), { accountId: who('reviewer').accountId, ...grant, reason });
    await expect(attempt).rejects.toMatchObject({ issues: [{ code }] });
  });

  it('nobody gives to themselves, through another account either', async () => {
    const admin = who('admin');
    const mine = grantRole(admin, { accountId: admin.accountId, role: 'auditor', scope: 'BYT', reason });
    await expect(mine).rejects.toMatchObject({ code: 'duty_conflict', detail: 'account.self' });
    const second = newId();
    await transaction((tx) =>
      tx.insert(accounts).values({
        id: second,
        personId: admin.personId,
        issuer: 'staff',
        subject: 'admin-second',
        name: admin.name,
        createdAt: new Date(),
      }),
    );
    const other = grantRole(admin, { accountId: second, role: 'tthc_control', scope: 'BYT', reason });
    await expect(other).rejects.toMatchObject({ code: 'duty_conflict' });
  });

  it('are not given by those who may not, and the attempt is kept', async () => {
    const accountId = who('reviewer-2').accountId;
    const attempt = grantRole(who('security'), { accountId, role: 'checker', scope: 'QLD', reason });
    await expect(attempt).rejects.toMatchObject({ code: 'denied' });
    expect(await lastAct(accountId)).toMatchObject({ action: 'account.grant', outcome: 'denied' });
  });

  it('leave at least one administrator', async () => {
    const { grants } = await getAccount(who('auditor'), { id: who('admin').accountId });
    const grantId = grants.find(({ role }) => role === 'sys_admin')?.id ?? '';
    await expect(revokeGrant(who('security'), { grantId, reason })).rejects.toMatchObject({
      detail: 'account.last_admin',
    });
    await expect(
      setAccountState(who('security'), { accountId: who('admin').accountId, disabled: true, reason }),
    ).rejects.toMatchObject({ detail: 'account.last_admin' });
  });
});

describe('sessions', () => {
  it('are dead the moment they are revoked', async () => {
    const id = await openSession({ issuer: 'staff', claims: { sub: 'checker' } });
    const read = async () => {
      const [row] = await database().select().from(sessions).where(eq(sessions.id, id));
      return row === undefined ? null : standingOf(row, ['checker'], new Date());
    };
    expect(await read()).toBe('open');
    await revokeSession(who('security'), { sessionId: id });
    expect(await read()).toBe('ended');
    await expect(revokeSession(who('reviewer'), { sessionId: id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('and tokens end with the account, which only an administrator opens again', async () => {
    const { accountId } = who('reviewer-2');
    const id = await openSession({ issuer: 'staff', claims: { sub: 'reviewer-2' } });
    const { token } = await issueToken(who('reviewer-2'), { name: 'bảng kê', scopes: ['read'], days: 30 });
    await setAccountState(who('security'), { accountId, disabled: true, reason });
    const [row] = await database().select().from(sessions).where(eq(sessions.id, id));
    expect(row && standingOf(row, ['reviewer'], new Date())).toBe('ended');
    expect(await findTokenActor(token, 'r')).toBeNull();
    expect(await findIdentity(accountId)).toBeNull();
    const opening = setAccountState(who('security'), { accountId, disabled: false, reason });
    await expect(opening).rejects.toMatchObject({ code: 'denied' });
    await setAccountState(who('admin'), { accountId, disabled: false, reason });
    expect(await findIdentity(accountId)).not.toBeNull();
    expect(await findTokenActor(token, 'r')).toBeNull();
  });
});

describe('tokens', () => {
  const named = { name: 'kết nối', scopes: ['read', 'dossier'] as const, days: 1 };

  it('work with their scopes until they are revoked, and are kept only as a hash', async () => {
    const { id, token } = await issueToken(who('citizen'), { ...named, scopes: [...named.scopes] });
    const [row] = await database().select().from(accessTokens).where(eq(accessTokens.id, id));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await findTokenActor(token, 'r')).toMatchObject({
      scopes: named.scopes,
      actor: { accountId: who('citizen').accountId },
    });
    await expect(revokeToken(who('reviewer'), { tokenId: id })).rejects.toMatchObject({ code: 'denied' });
    await revokeToken(who('citizen'), { tokenId: id });
    expect(await findTokenActor(token, 'r')).toBeNull();
  });

  it('end by themselves', async () => {
    const { id, token } = await issueToken(who('reviewer'), { ...named, scopes: ['read'] });
    await transaction((tx) =>
      tx
        .update(accessTokens)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(accessTokens.id, id)),
    );
    expect(await findTokenActor(token, 'r')).toBeNull();
  });

  it('that leaked are ended by the security officer', async () => {
    const { id, token } = await issueToken(who('reviewer'), { ...named, scopes: ['read'] });
    await withdrawToken(who('security'), { tokenId: id });
    expect(await findTokenActor(token, 'r')).toBeNull();
    const { tokens } = await getOwnAccess(who('reviewer'), null);
    expect(tokens.find((one) => one.id === id)?.revokedAt).not.toBeNull();
    expect(JSON.stringify(tokens)).not.toContain('hash');
  });
});

describe('delegations', () => {
  const today = civilDateAt(new Date());
  const inDays = (days: number) => civilDateAt(new Date(Date.now() + days * 86_400_000));
  const mandate = (input: object) => ({
    toAccountId: who('checker').accountId,
    role: 'approver' as const,
    documentNumber: '45/GUQ-QLD',
    validFrom: today,
    validTo: inDays(3),
    ...input,
  });

  it('hold between their dates and come back by themselves', async () => {
    const { id } = await delegateRole(who('approver'), mandate({}));
    const held = await findIdentity(who('checker').accountId);
    expect(held?.grants.find(({ role }) => role === 'approver')).toMatchObject({
      scope: 'QLD',
      mandate: { delegationId: id, onBehalfOf: who('approver').accountId },
    });
    await transaction((tx) =>
      tx
        .update(delegations)
        .set({ validTo: new Date(Date.now() - 1) })
        .where(eq(delegations.id, id)),
    );
    expect(await rolesOf('checker')).toEqual(['checker QLD']);
  });

  it('begin on their first day, not before', async () => {
    const { id } = await delegateRole(who('approver'), mandate({ validFrom: inDays(2) }));
    expect(await rolesOf('checker')).toEqual(['checker QLD']);
    await endDelegation(who('approver'), { delegationId: id });
  });

  it('fall with the role of their giver', async () => {
    const { id } = await delegateRole(who('approver'), mandate({}));
    const { grants } = await getAccount(who('auditor'), { id: who('approver').accountId });
    await transaction((tx) =>
      tx
        .update(roleGrants)
        .set({ revokedAt: new Date() })
        .where(eq(roleGrants.id, grants[0]?.id ?? '')),
    );
    expect(await rolesOf('checker')).toEqual(['checker QLD']);
    await transaction((tx) =>
      tx
        .update(roleGrants)
        .set({ revokedAt: null })
        .where(eq(roleGrants.id, grants[0]?.id ?? '')),
    );
    await endDelegation(who('approver'), { delegationId: id });
  });

  it.each([
    ['to oneself', () => mandate({ toAccountId: who('approver').accountId }), 'self'],
    ['to somebody of another unit', () => mandate({ toAccountId: who('citizen').accountId }), 'colleague'],
    ['into the past', () => mandate({ validFrom: '2020-01-01' }), 'past'],
    ['backwards', () => mandate({ validFrom: inDays(3), validTo: inDays(1) }), 'order'],
  ])('are refused %s', async (_, input, code) => {
    await expect(delegateRole(who('approver'), input())).rejects.toMatchObject({ issues: [{ code }] });
  });

  it('are not passed on, nor ended by others', async () => {
    const { id } = await delegateRole(who('approver'), mandate({}));
    const deputy = await actorNamed('checker');
    const passing = delegateRole(deputy, mandate({ toAccountId: who('reviewer').accountId }));
    await expect(passing).rejects.toMatchObject({ code: 'denied' });
    await expect(endDelegation(deputy, { delegationId: id })).rejects.toMatchObject({ code: 'denied' });
    expect((await listColleagues(who('approver'), null)).map(({ name }) => name)).not.toContain(
      who('approver').name,
    );
    await endDelegation(who('approver'), { delegationId: id });
  });
});

describe('idle accounts', () => {
  it('are disabled after 45 days, but not the last administrator, nor those looked at', async () => {
    const longAgo = new Date(Date.now() - 46 * 86_400_000);
    const made = await Promise.all(
      (['idle', 'kept', 'fresh'] as const).map(async (subject) => {
        const [id, personId, name] = [newId(), newId(), subject];
        await transaction(async (tx) => {
          await tx.insert(persons).values({ id: personId, name });
          const lastSeenAt = subject === 'fresh' ? new Date() : longAgo;
          const row = {
            id,
            personId,
            issuer: 'staff' as const,
            subject,
            name,
            createdAt: longAgo,
            lastSeenAt,
          };
          await tx.insert(accounts).values(row);
        });
        return [subject, id] as const;
      }),
    );
    const ids = Object.fromEntries(made);
    await confirmGrants(who('admin'), { accountId: ids.kept ?? '', reason });
    await transaction((tx) =>
      tx
        .update(accounts)
        .set({ sample: false, lastSeenAt: longAgo })
        .where(eq(accounts.id, who('admin').accountId)),
    );
    const hints = await listReviewHints(who('auditor'), null);
    expect(hints.idle.map(({ name }) => name)).toEqual(expect.arrayContaining(['idle', 'kept']));
    await disableIdleAccounts.run({});
    const all = await database().select().from(accounts);
    const closed = all.filter(({ disabledAt }) => disabledAt !== null).map(({ subject }) => subject);
    expect(closed).toEqual(['idle']);
    expect(await lastAct(ids.idle ?? '')).toMatchObject({
      action: 'account.revoke',
      role: 'system',
      detail: { disabled: true },
    });
  });
});

describe('the list of accounts', () => {
  it('is for those who may read accounts', async () => {
    await expect(listAccounts(who('reviewer'), {})).rejects.toMatchObject({ code: 'denied' });
    const { rows } = await listAccounts(who('auditor'), { q: 'reviewer-2' });
    expect(rows.map(({ subject, grants }) => [subject, grants.map(({ role }) => role)])).toEqual([
      ['reviewer-2', ['reviewer']],
    ]);
  });

  it('goes on where the last page ended', async () => {
    const first = await listAccounts(who('auditor'), {});
    expect(first.rows).toHaveLength(50);
    const second = await listAccounts(who('auditor'), { after: first.next ?? undefined });
    const seen = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(second.rows.length).toBeGreaterThan(0);
  });
});
