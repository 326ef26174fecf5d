import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { issueToken } from '@/lib/access/commands/token';
import { tokenScopes } from '@/lib/access/schema';
import type { Actor } from '@/lib/policy/actor';
import { actorOfAccount } from '@/lib/session/token';
import { complain, Fault, report, say } from './machine/say';

async function actorNamed(name: string): Promise<Actor> {
  const actor = await actorOfAccount(name);
  if (actor === null)
    throw new Fault(`Không có tài khoản ${name} đang hoạt động. / There is no active account ${name}.`);
  return actor;
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
