import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { issueToken } from '@/lib/access/commands';
import { Fault, report, say } from './machine/say';

/** The token is shown this once; the portal keeps only its hash. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { as: { type: 'string' } } });
  if (!values.as)
    throw new Fault(
      'Cần tên tài khoản: npm run token -- --as reviewer. / An account is needed: npm run token -- --as reviewer.',
    );
  say(await issueToken(values.as));
}

await main()
  .catch(report)
  .finally(() => closeDatabase());
