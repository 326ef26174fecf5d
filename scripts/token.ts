import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import { closeDatabase, database } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { issueToken } from '@/lib/access/commands/token';
import { tokenScopes } from '@/lib/access/schema';
import { mintActor } from '@/lib/policy/actor';
import { findIdentity } from '@/lib/session/identity';
import { complain, Fault, report, say } from './machine/say';

/** Whoever may run this may read the database; the account's own rights still bound the token, and the trail has the act. */
async function actorNamed(name: string) {
  const [row] = await database().select({ id: accounts.id }).from(accounts).where(eq(accounts.subject, name));
  const identity = row && (await findIdentity(row.id));
  if (!identity)
    throw new Fault(`Không có tài khoản ${name} đang hoạt động. / There is no active account ${name}.`);
  return mintActor({ ...identity, sessionId: null, requestId: `token:${randomUUID()}` });
}

/** The token is shown this once; the portal keeps only its hash. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { as: { type: 'string' }, name: { type: 'string', default: 'npm run token' } },
  });
  if (!values.as)
    throw new Fault(
      'Cần tên tài khoản: npm run token -- --as reviewer. / An account is needed: npm run token -- --as reviewer.',
    );
  const actor = await actorNamed(values.as);
  const { token, expiresAt } = await issueToken(actor, { name: values.name, scopes: [...tokenScopes] });
  complain(`Hết hạn / expires: ${expiresAt.toISOString()}`);
  say(token);
}

await main()
  .catch(report)
  .finally(() => closeDatabase());
