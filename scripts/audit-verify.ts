import { closeDatabase } from '@/db/client';
import { verifyChains } from '@/lib/audit/queries';
import { complain, report, say } from './machine/say';

async function main(): Promise<void> {
  const { chains, acts, broken } = await verifyChains();
  if (broken === null) {
    say(`${chains} chuỗi, ${acts} hành vi: toàn vẹn. / ${chains} chains, ${acts} acts: intact.`);
    return;
  }
  complain(
    `Chuỗi của ${broken.recordType} ${broken.recordId} đứt tại hành vi số ${broken.seq}. / The chain of ${broken.recordType} ${broken.recordId} is broken at act ${broken.seq}.`,
  );
  process.exitCode = 1;
}

await main()
  .catch(report)
  .finally(() => closeDatabase());
