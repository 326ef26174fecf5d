import { closeDatabase } from '@/db/client';
import { startRunner } from '@/lib/jobs/runner';

const runner = await startRunner();
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  void runner.stop();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

await runner.promise;
await closeDatabase();
process.exit(stopping ? 0 : 1);
