import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type Actor, mintActor } from '@/lib/policy/actor';
import { findIdentity } from '@/lib/session/identity';
import { database, transaction } from './client';
import { accounts } from './schema/accounts';
import { seedAccounts, seedDuties } from './seed/accounts';
import { seedCalendar } from './seed/calendar';
import { seedPlaces } from './seed/places';
import { seedProcedures } from './seed/procedures';
import { seedUnits } from './seed/units';

/** The demonstration people in a test's own database. */
export async function seedPeople(): Promise<void> {
  await transaction(async (tx) => {
    await seedPlaces(tx);
    await seedUnits(tx);
    await seedCalendar(tx, new Date());
    await seedProcedures(tx);
    await seedDuties(tx);
    await seedAccounts(tx);
  });
}

/** A person of the demonstration with the roles the database gives them, as a request would find them. */
export async function actorNamed(subject: string): Promise<Actor> {
  const [account] = await database()
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.subject, subject));
  const identity = account === undefined ? null : await findIdentity(account.id);
  if (identity === null) throw new Error(`no account ${subject}`);
  return mintActor({ ...identity, sessionId: null, requestId: randomUUID() });
}
