import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Tx, transaction } from '@/db/client';
import { accounts, persons, roleGrants, sessions } from '@/db/schema/accounts';
import { recordAct } from '@/lib/kernel/audit-trail';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { neededAssurance, sessionLifetime } from './rules';

/** What both issuers say of a person; unknown claims are left aside. */
const Claims = z.object({
  sub: z.string().min(1),
  name: z.string().min(1).optional(),
  email: z.email().optional(),
  birthdate: z.iso.date().optional(),
  personal_id: z.string().optional(),
  /** Level of identification as `urn:vneid:loa:2`. */
  acr: z.string().optional(),
});

export interface SignIn {
  issuer: 'citizen' | 'staff';
  claims: unknown;
}

/** Why somebody the issuer vouches for may still not come in; null when they may. */
export async function refusalOf({ issuer, claims }: SignIn): Promise<'assurance' | 'unknown' | null> {
  const { sub, acr } = Claims.parse(claims);
  if (issuer === 'citizen' && assuranceOf(acr) < neededAssurance) return 'assurance';
  const [account] = await database()
    .select({ disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.issuer, issuer), eq(accounts.subject, sub)));
  if (account === undefined) return issuer === 'citizen' ? null : 'unknown';
  return account.disabledAt === null ? null : 'unknown';
}

/** Opens a server-side session; a citizen who comes for the first time gets an account, an official never does. */
export async function openSession({ issuer, claims }: SignIn): Promise<string> {
  const claimed = Claims.parse(claims);
  return transaction(async (tx) => {
    const accountId = await accountOf(tx, issuer, claimed);
    const at = now();
    const id = newId(at);
    await tx.update(accounts).set({ lastSeenAt: at }).where(eq(accounts.id, accountId));
    await tx.insert(sessions).values({
      id,
      accountId,
      issuer,
      assuranceLevel: issuer === 'citizen' ? assuranceOf(claimed.acr) : null,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + sessionLifetime),
    });
    await trail(tx, 'session.open', { accountId, id });
    return id;
  });
}

export async function endSession(id: string): Promise<void> {
  await transaction(async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ revokedAt: now() })
      .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
      .returning({ accountId: sessions.accountId });
    if (ended !== undefined) await trail(tx, 'session.end', { accountId: ended.accountId, id });
  });
}

function assuranceOf(acr: string | undefined): number {
  return Number(acr?.match(/loa:(\d)$/)?.[1] ?? 0);
}

async function accountOf(tx: Tx, issuer: SignIn['issuer'], claimed: z.infer<typeof Claims>): Promise<string> {
  // Two first sign-ins of one person at once make one account, and two accounts of one person share the person.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`person:${claimed.personal_id ?? claimed.sub}`}, 0))`,
  );
  const [known] = await tx
    .select({ id: accounts.id, disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.issuer, issuer), eq(accounts.subject, claimed.sub)));
  const isDisabled = known !== undefined && known.disabledAt !== null;
  if (isDisabled || (known === undefined && issuer === 'staff')) throw new DomainError('denied', 'account');
  if (known !== undefined) return known.id;
  return createCitizen(tx, claimed);
}

async function createCitizen(tx: Tx, claimed: z.infer<typeof Claims>): Promise<string> {
  const at = now();
  const personId = await personOf(tx, claimed);
  const [account] = await tx
    .insert(accounts)
    .values({
      id: newId(at),
      personId,
      issuer: 'citizen',
      subject: claimed.sub,
      name: claimed.name ?? claimed.sub,
      email: claimed.email ?? null,
      createdAt: at,
    })
    .returning({ id: accounts.id });
  if (account === undefined) throw new DomainError('conflict', 'account');
  await tx.insert(roleGrants).values({
    id: newId(at),
    accountId: account.id,
    role: 'applicant_citizen',
    validFrom: at,
    reason: 'VNeID',
  });
  return account.id;
}

async function personOf(tx: Tx, claimed: z.infer<typeof Claims>): Promise<string> {
  const personalId = claimed.personal_id ?? null;
  if (personalId !== null) {
    const [person] = await tx
      .select({ id: persons.id })
      .from(persons)
      .where(eq(persons.personalId, personalId));
    if (person !== undefined) return person.id;
  }
  const id = newId(now());
  await tx
    .insert(persons)
    .values({ id, name: claimed.name ?? claimed.sub, personalId, birthDate: claimed.birthdate ?? null });
  return id;
}

async function trail(tx: Tx, action: string, session: { accountId: string; id: string }): Promise<void> {
  await recordAct(tx, {
    record: { type: 'account', id: session.accountId },
    action,
    outcome: 'done',
    actor: null,
    grant: null,
    requestId: session.id,
    detail: { session: session.id },
  });
}
