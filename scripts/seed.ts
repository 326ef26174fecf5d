import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { seed } from '@/db/seed/run';
import { env } from '@/lib/config/env';
import { Fault, report, say } from './machine/say';
import { markSeeded } from './machine/seeding';

const scales = ['reference', 'demo', 'national', '10x'] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: 'demo' } } });
  const scale = scales.find((name) => name === values.scale);
  if (!scale)
    throw new Fault(`--scale phải là ${scales.join(', ')}. / --scale must be one of ${scales.join(', ')}.`);
  await seed({ scale, log: say });
  await markSeeded(env().DATABASE_URL, scale);
}

await main()
  .catch(report)
  .finally(() => closeDatabase());
