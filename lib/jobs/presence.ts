import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { env } from '@/lib/config/env';

/*
 * A worker holds a lock of the database for as long as it lives, whatever kills it. The queue itself gives a dead
 * worker's jobs back after four hours; here the others look for them and take them up within a minute.
 */

export interface Presence {
  leave(): Promise<void>;
}

const lockClass = 'worker-presence';

/** `pool` is the name the worker's jobs are locked by; `every` in milliseconds. */
export async function keepPresence(pool: string, every: number): Promise<Presence> {
  const sql = postgres(env().DATABASE_URL, {
    max: 1,
    connection: { application_name: 'portal-worker-presence' },
  });
  let dead = new Set<string>();
  const round = async () => {
    await present(sql, pool);
    const now = await deadPools(sql, pool);
    // Seen dead twice: who only lost the connection has taken the lock again by then.
    const released = now.filter((one) => dead.has(one));
    dead = new Set(now);
    if (released.length > 0) await sql`select graphile_worker.force_unlock_workers(${released})`;
  };
  await present(sql, pool);
  const leaving = new AbortController();
  const rounds = (async () => {
    for (;;) {
      await pause(every, undefined, { signal: leaving.signal });
      // The database may be away for a while; the next round finds it again.
      await round().catch(() => undefined);
    }
  })().catch(() => undefined);
  return {
    async leave() {
      leaving.abort();
      await rounds;
      await sql.end({ timeout: 5 });
    },
  };
}

/** Taken once for each connection: after a break it is another one. */
async function present(sql: postgres.Sql, pool: string): Promise<void> {
  await sql`
    select pg_advisory_lock(hashtext(${lockClass}), hashtext(${pool}))
    where not exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())`;
}

/** Whose lock can be had is not there any more. */
async function deadPools(sql: postgres.Sql, pool: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    with holding as materialized (
      select distinct locked_by as name from graphile_worker._private_jobs
      where locked_by is not null and locked_by <> ${pool})
    select name from holding where pg_try_advisory_xact_lock(hashtext(${lockClass}), hashtext(name))`;
  return rows.map(({ name }) => name);
}
