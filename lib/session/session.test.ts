import { randomBytes, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { accessTokens, accounts, delegations, persons, roleGrants, sessions } from '@/db/schema/accounts';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { findIdentity } from './identity';
import { idleLimit, sessionLifetime, standingOf } from './rules';
import { endSession, openSession, refusalOf } from './sign-in';
import { findTokenActor, hashToken, tokenOf, tokenPrefix } from './token';

useDatabase();

let cast: Cast;
beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
});

const minute = 60_000;
const day = 86_400_000;
const from = (ms: number) => new Date(Date.now() + ms);

describe('an open sign-in', () => {
  const now = new Date('2026-11-22T10:00:00+07:00');
  const at = (seen: number, expires = sessionLifetime, revoked: number | null = null) => ({
    lastSeenAt: new Date(now.getTime() - seen),
    expiresAt: new Date(now.getTime() + expires),
    revokedAt: revoked === null ? null : new Date(now.getTime() - revoked),
  });

  it.each([
    ['a user just seen', ['reviewer'], at(0), 'open'],
    ['a user at 15 minutes', ['reviewer'], at(15 * minute), 'open'],
    ['a user past 15 minutes', ['reviewer'], at(15 * minute + 1), 'idle'],
    ['an administrator at 5 minutes', ['sys_admin'], at(5 * minute), 'open'],
    ['an administrator past 5 minutes', ['sys_admin'], at(5 * minute + 1), 'idle'],
    ['a security officer past 5 minutes', ['security_officer'], at(5 * minute + 1), 'idle'],
    ['a reviewer who is administrator too', ['reviewer', 'sys_admin'], at(6 * minute), 'idle'],
    ['nobody in particular', [], at(14 * minute), 'open'],
    ['at its end', ['reviewer'], at(0, 0), 'ended'],
    ['a moment before its end', ['reviewer'], at(0, 1), 'open'],
    ['revoked', ['reviewer'], at(0, sessionLifetime, 0), 'ended'],
    ['revoked and idle', ['reviewer'], at(60 * minute, sessionLifetime, 1), 'ended'],
  ] as const)('of %s is %s', (_, roles, session, standing) => {
    expect(standingOf(session, roles, now)).toBe(standing);
  });

  it('lives twelve hours at most', () => {
    expect(sessionLifetime).toBe(12 * 60 * minute);
    expect(idleLimit(['citizen' as never])).toBe(15 * minute);
  });
});

async function newAccount(
  grants: { role: 'reviewer' | 'approver'; from: number; to: number | null; revoked?: number }[] = [],
) {
  const [id, personId] = [randomUUID(), randomUUID()];
  await database().insert(persons).values({ id: personId, name: 'Người thử' });
  await database()
    .insert(accounts)
    .values({ id, personId, issuer: 'staff', subject: id, name: 'Người thử', createdAt: new Date() });
  for (const grant of grants)
    await database()
      .insert(roleGrants)
      .values({
        id: randomUUID(),
        accountId: id,
        role: grant.role,
        scope: 'QLD',
        validFrom: from(grant.from),
        validTo: grant.to === null ? null : from(grant.to),
        reason: 'test',
        revokedAt: grant.revoked === undefined ? null : from(grant.revoked),
      });
  return id;
}

async function delegate(
  fromAccountId: string,
  toAccountId: string,
  dates: { from: number; to: number; revoked?: number; scope?: string },
) {
  const id = randomUUID();
  await database()
    .insert(delegations)
    .values({
      id,
      fromAccountId,
      toAccountId,
      role: 'approver',
      scope: dates.scope ?? 'QLD',
      documentNumber: '1/UQ',
      validFrom: from(dates.from),
      validTo: from(dates.to),
      createdAt: new Date(),
      revokedAt: dates.revoked === undefined ? null : from(dates.revoked),
    });
  return id;
}

describe('who somebody is', () => {
  it.each([
    ['in force', { from: -day, to: day }, 1],
    ['without end', { from: -day, to: null }, 1],
    ['over', { from: -2 * day, to: -1 }, 0],
    ['not yet begun', { from: day, to: null }, 0],
    ['revoked', { from: -day, to: null, revoked: -1 }, 0],
  ])('counts a role %s', async (_, dates, count) => {
    const id = await newAccount([{ role: 'reviewer', ...dates }]);
    expect((await findIdentity(id))?.grants).toHaveLength(count);
  });

  it('is nobody when unknown or disabled', async () => {
    expect(await findIdentity(randomUUID())).toBeNull();
    const id = await newAccount([{ role: 'reviewer', from: -day, to: null }]);
    await database().update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, id));
    expect(await findIdentity(id)).toBeNull();
  });

  it.each([
    ['in force', { from: -day, to: day }, 1],
    ['over', { from: -2 * day, to: -1 }, 0],
    ['not yet begun', { from: day, to: 2 * day }, 0],
    ['revoked', { from: -day, to: day, revoked: -1 }, 0],
  ])('counts a mandate %s', async (_, dates, count) => {
    const giver = await newAccount([{ role: 'approver', from: -day, to: null }]);
    const receiver = await newAccount();
    const id = await delegate(giver, receiver, dates);
    const grants = (await findIdentity(receiver))?.grants ?? [];
    expect(grants).toHaveLength(count);
    if (count === 1)
      expect(grants[0]).toEqual({
        role: 'approver',
        scope: 'QLD',
        mandate: { delegationId: id, onBehalfOf: giver },
      });
  });

  it('loses a mandate whose giver lost the role, the unit or the account', async () => {
    const giver = await newAccount([{ role: 'approver', from: -day, to: null }]);
    const receiver = await newAccount();
    await delegate(giver, receiver, { from: -day, to: day });
    await delegate(giver, receiver, { from: -day, to: day, scope: 'HTTB' });
    expect((await findIdentity(receiver))?.grants.map(({ scope }) => scope)).toEqual(['QLD']);
    await database().update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, giver));
    expect((await findIdentity(receiver))?.grants).toEqual([]);
    await database().update(accounts).set({ disabledAt: null }).where(eq(accounts.id, giver));
    await database().update(roleGrants).set({ revokedAt: new Date() }).where(eq(roleGrants.accountId, giver));
    expect((await findIdentity(receiver))?.grants).toEqual([]);
  });

  it('does not pass a mandate on', async () => {
    const giver = await newAccount([{ role: 'approver', from: -day, to: null }]);
    const [middle, last] = [await newAccount(), await newAccount()];
    await delegate(giver, middle, { from: -day, to: day });
    await delegate(middle, last, { from: -day, to: day });
    expect((await findIdentity(last))?.grants).toEqual([]);
  });
});

describe('a token', () => {
  async function issue(values: Partial<typeof accessTokens.$inferInsert> = {}): Promise<string> {
    const token = `${tokenPrefix}${randomBytes(24).toString('base64url')}`;
    await database()
      .insert(accessTokens)
      .values({
        id: randomUUID(),
        accountId: cast('npsp').accountId,
        name: 'test',
        hash: hashToken(token),
        prefix: token.slice(0, 10),
        scopes: ['dossiers:read'],
        createdAt: new Date(),
        expiresAt: from(day),
        ...values,
      });
    return token;
  }

  it('opens the account behind it with its scopes, and notes that it was used', async () => {
    const token = await issue();
    const found = await findTokenActor(token, 'r');
    expect(found).toMatchObject({
      actor: { accountId: cast('npsp').accountId, requestId: 'r' },
      scopes: ['dossiers:read'],
    });
    const [row] = await database()
      .select()
      .from(accessTokens)
      .where(eq(accessTokens.hash, hashToken(token)));
    expect(row?.lastUsedAt).not.toBeNull();
  });

  it('is worth nothing when expired, revoked, unknown, without its mark, or of a disabled account', async () => {
    const disabled = await newAccount();
    await database().update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, disabled));
    const worthless = [
      await issue({ expiresAt: from(-1) }),
      await issue({ revokedAt: new Date() }),
      await issue({ accountId: disabled }),
      `${tokenPrefix}unknown`,
      (await issue()).slice(tokenPrefix.length),
      '',
    ];
    for (const token of worthless) expect(await findTokenActor(token, 'r'), token).toBeNull();
  });

  it.each([
    [null, null],
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['ApiToken abc', 'abc'],
    [`Basic ${Buffer.from('anybody:a:b').toString('base64')}`, 'a:b'],
    [`Basic ${Buffer.from('anybody').toString('base64')}`, null],
    ['Digest abc', null],
    ['Bearer', null],
  ])('is taken from %s', (header, token) => {
    expect(tokenOf(header)).toBe(token);
  });
});

const claims = (sub: string, level = 2, more: object = {}) => ({
  sub,
  name: 'Công dân Thử',
  acr: `urn:vneid:loa:${level}`,
  ...more,
});

describe('signing in', () => {
  it('refuses a citizen below level 2 and one who claims no level', async () => {
    expect(await refusalOf({ issuer: 'citizen', claims: claims('new', 1) })).toBe('assurance');
    expect(await refusalOf({ issuer: 'citizen', claims: { sub: 'new' } })).toBe('assurance');
    expect(await refusalOf({ issuer: 'citizen', claims: claims('new') })).toBeNull();
  });

  it('refuses officials it does not know and everybody who is disabled, also past the first gate', async () => {
    expect(await refusalOf({ issuer: 'staff', claims: { sub: 'stranger' } })).toBe('unknown');
    await expect(openSession({ issuer: 'staff', claims: { sub: 'stranger' } })).rejects.toMatchObject({
      code: 'denied',
    });
    expect(await refusalOf({ issuer: 'staff', claims: { sub: 'reviewer' } })).toBeNull();
    expect(await refusalOf({ issuer: 'staff', claims: { sub: 'citizen' } })).toBe('unknown');
    for (const [issuer, sub] of [
      ['staff', 'finance'],
      ['citizen', 'business-member'],
    ] as const) {
      await database().update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.subject, sub));
      expect(await refusalOf({ issuer, claims: claims(sub) })).toBe('unknown');
      await expect(openSession({ issuer, claims: claims(sub) })).rejects.toMatchObject({ code: 'denied' });
    }
  });

  it('makes one account of a citizen’s twelve first sign-ins at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, () =>
        openSession({ issuer: 'citizen', claims: claims('first-time', 2, { personal_id: '099190900777' }) }),
      ),
    );
    expect(new Set(ids).size).toBe(12);
    const made = await database().select().from(accounts).where(eq(accounts.subject, 'first-time'));
    expect(made).toHaveLength(1);
    expect((await findIdentity(made[0]?.id ?? ''))?.grants).toEqual([
      { role: 'applicant_citizen', scope: null },
    ]);
    expect(await database().$count(persons, eq(persons.personalId, '099190900777'))).toBe(1);
  });

  it('knows one person behind two accounts', async () => {
    const [reviewer] = await database()
      .select({ personalId: persons.personalId })
      .from(persons)
      .where(eq(persons.id, cast('reviewer').personId));
    await openSession({
      issuer: 'citizen',
      claims: claims('privately', 2, { personal_id: reviewer?.personalId }),
    });
    const [account] = await database().select().from(accounts).where(eq(accounts.subject, 'privately'));
    expect(account?.personId).toBe(cast('reviewer').personId);
  });

  it('opens a session that ends once, on the trail', async () => {
    const id = await openSession({ issuer: 'staff', claims: { sub: 'reviewer' } });
    const [open] = await database().select().from(sessions).where(eq(sessions.id, id));
    expect(open?.revokedAt).toBeNull();
    await endSession(id);
    await endSession(id);
    const [ended] = await database().select().from(sessions).where(eq(sessions.id, id));
    expect(ended?.revokedAt).not.toBeNull();
    const acts = await database().execute<{ action: string }>(sql`
      select action from audit_acts where record_id = ${cast('reviewer').accountId}::text and detail->>'session' = ${id}::text order by seq`);
    expect(acts.map(({ action }) => action)).toEqual(['session.open', 'session.end']);
  });
});
