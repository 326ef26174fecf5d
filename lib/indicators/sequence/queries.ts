import 'server-only';
import { max } from 'drizzle-orm';
import postgres from 'postgres';
import { database } from '@/db/client';
import { reportLocks } from '@/db/schema/reporting';
import { env } from '@/lib/config/env';

/** The number of the last lock: equal numbers, equal figures. */
export async function readSequence(): Promise<number> {
  const [row] = await database()
    .select({ last: max(reportLocks.sequence) })
    .from(reportLocks);
  return row?.last ?? 0;
}

/** Whoever waits for locks: told of each, and told to go when the process stops. */
export interface Watcher {
  readonly tell: (sequence: number) => void;
  readonly leave: () => void;
}

interface Watch {
  readonly watchers: Set<Watcher>;
  readonly end: () => void;
}

// One listening connection per process, also when the development server loads this file again.
const held = globalThis as typeof globalThis & { portalLockWatch?: Watch };

/** Tells the number of each new lock, from whatever process; returns how to stop. */
export function watchSequence(watcher: Watcher): () => void {
  held.portalLockWatch ??= openWatch();
  const watch = held.portalLockWatch;
  watch.watchers.add(watcher);
  return () => {
    watch.watchers.delete(watcher);
    if (watch.watchers.size > 0 || held.portalLockWatch !== watch) return;
    delete held.portalLockWatch;
    watch.end();
  };
}

export const watching = (): number => held.portalLockWatch?.watchers.size ?? 0;

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function openWatch(): Watch {
  const watchers = new Set<Watcher>();
  const tellAll = (sequence: number) => {
    for (const { tell } of watchers) tell(sequence);
  };
  // A server that stops waits for every open answer: these would never end by themselves.
  const leaveAll = () => {
    for (const { leave } of [...watchers]) leave();
  };
  for (const signal of stopSignals) process.once(signal, leaveAll);
  const sql = postgres(env().DATABASE_URL, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'portal locks' },
  });
  // After a lost connection nobody knows what was missed: the current number is told once it listens again.
  const caughtUp = () => void readSequence().then(tellAll, () => {});
  sql.listen('report_locks', (payload) => tellAll(Number(payload)), caughtUp).catch(leaveAll);
  return {
    watchers,
    end: () => {
      for (const signal of stopSignals) process.off(signal, leaveAll);
      void sql.end({ timeout: 1 });
    },
  };
}
