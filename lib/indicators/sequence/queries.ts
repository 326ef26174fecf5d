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

type Tell = (sequence: number) => void;

interface Watch {
  readonly listeners: Set<Tell>;
  readonly end: () => Promise<void>;
}

// One listening connection per process, also when the development server loads this file again.
const held = globalThis as typeof globalThis & { portalLockWatch?: Watch };

/** Calls back with the number of each new lock, from whatever process; returns how to stop. */
export function watchSequence(tell: Tell): () => void {
  held.portalLockWatch ??= openWatch();
  const watch = held.portalLockWatch;
  watch.listeners.add(tell);
  return () => {
    watch.listeners.delete(tell);
    if (watch.listeners.size > 0 || held.portalLockWatch !== watch) return;
    delete held.portalLockWatch;
    void watch.end();
  };
}

export const watchers = (): number => held.portalLockWatch?.listeners.size ?? 0;

function openWatch(): Watch {
  const listeners = new Set<Tell>();
  const tellAll = (sequence: number) => {
    for (const tell of listeners) tell(sequence);
  };
  const sql = postgres(env().DATABASE_URL, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'portal locks' },
  });
  const caughtUp = () => void readSequence().then(tellAll, () => {});
  // After a lost connection nobody knows what was missed: the current number is told once it listens again.
  sql.listen('report_locks', (payload) => tellAll(Number(payload)), caughtUp).catch(() => {});
  return { listeners, end: () => sql.end({ timeout: 1 }) };
}
