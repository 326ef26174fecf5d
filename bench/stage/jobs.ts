import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';

/** Until the workers have nothing to do; answers how many jobs are due and not done after two minutes. */
export async function waitForJobs(sql: postgres.Sql): Promise<number> {
  for (let second = 0; ; second += 1) {
    const [row] = await sql<{ due: number }[]>`
      select count(*)::int as due from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`;
    if (row?.due === 0 || second >= 120) return row?.due ?? 0;
    await pause(1_000);
  }
}
