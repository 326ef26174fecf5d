import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { nationalStepNames, seed } from '@/db/seed/run';
import { env } from '@/lib/config/env';
import { DomainError } from '@/lib/kernel/errors';
import { Fault, report, say } from './machine/say';
import { markSeeded } from './machine/seeding';

const scales = ['reference', 'demo', 'national', '10x'] as const;

function chosen<T extends string>(name: string, wanted: string, known: readonly T[]): T {
  const found = known.find((one) => one === wanted);
  if (found !== undefined) return found;
  const list = known.join(', ');
  throw new Fault(`${name} phải là ${list}. / ${name} must be one of ${list}.`);
}

/** What only whoever runs the script can put right. */
function explained(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  if (error.detail === 'seed.10x')
    throw new Fault('Chưa có bộ dữ liệu 10x. / There is no data set 10x yet.', { cause: error });
  if (error.detail?.startsWith('seed.not_owner.') === true) {
    const table = error.detail.slice('seed.not_owner.'.length);
    throw new Fault(
      `Nạp dữ liệu toàn quốc cần chủ sở hữu của bảng ${table}. / The national data need the owner of table ${table}.`,
      { cause: error },
    );
  }
  throw error;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { scale: { type: 'string', default: 'demo' }, only: { type: 'string' } },
  });
  const scale = chosen('--scale', values.scale, scales);
  const only = values.only === undefined ? undefined : chosen('--only', values.only, nationalStepNames);
  await seed({ scale, only, log: say }).catch(explained);
  if (only === undefined) await markSeeded(env().DATABASE_URL, scale);
}

await main()
  .catch(report)
  .finally(() => closeDatabase());
