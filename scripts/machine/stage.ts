import { complain, Fault, say } from './say';
import { oneFailed, type Tally } from './tally';

export interface Stage {
  name: string;
  run(): Promise<Tally>;
}

/** Runs a stage and says how it went; a stage that breaks counts as one failure and the next one runs. */
export async function endStage({ name, run }: Stage): Promise<Tally> {
  say(`── ${name}`);
  const startedAt = Date.now();
  const tally = await run().catch((error: unknown) => {
    complain(error instanceof Fault ? error.message : String(error instanceof Error ? error.stack : error));
    return oneFailed;
  });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`── ${name}: ${tally.failed === 0 ? 'ok' : 'failed'}, ${seconds} s`);
  return tally;
}
