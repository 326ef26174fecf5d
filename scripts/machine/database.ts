import postgres from 'postgres';
import type { Env } from '@/lib/config/env';
import { startCluster } from './cluster';
import { lease } from './leases';
import { birthOf } from './lock.mjs';
import { Fault, pause, say } from './say';
import { embeddedAddress } from './settings';

export interface OpenDatabase {
  url: string;
  /** Starts the embedded server again when it dies; rejects when that can't be done. */
  keep(signal: AbortSignal): Promise<never>;
  release(): Promise<void>;
}

/** The portal's own cluster: safe on power cuts, sized for one machine. */
const embedded = [
  'shared_buffers=256MB',
  'effective_cache_size=1GB',
  'work_mem=16MB',
  'maintenance_work_mem=128MB',
  'random_page_cost=1.1',
  'max_connections=100',
  'max_wal_size=2GB',
  'jit=off',
];

export async function openDatabase(settings: Env): Promise<OpenDatabase> {
  if (settings.DATABASE_URL !== embeddedAddress) {
    await reach(settings.DATABASE_URL);
    return { url: settings.DATABASE_URL, keep: () => new Promise(() => {}), release: async () => {} };
  }
  const held = await lease('postgres', embedded);
  await ensureDatabase(held.cluster.url('postgres'));
  return {
    url: held.cluster.url('portal'),
    keep: (signal) => keepAlive(held.cluster.pid, signal),
    release: held.release,
  };
}

async function reach(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    if (row && row.version < 150_000)
      throw new Fault(
        'PostgreSQL ở DATABASE_URL phải từ phiên bản 15. / PostgreSQL at DATABASE_URL must be 15 or newer.',
      );
  } catch (error) {
    if (error instanceof Fault) throw error;
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Fault(
      `Không kết nối được cơ sở dữ liệu ${host}${pathname} trong DATABASE_URL${why}. / The database ${host}${pathname} of DATABASE_URL can't be reached${why}.`,
      { cause: error },
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'portal'`;
    if (!found) await sql`create database portal`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The server may be killed too (memory, an operator's hand); it comes back on its remembered port. */
async function keepAlive(firstPid: number, signal: AbortSignal): Promise<never> {
  const deaths: number[] = [];
  for (let pid = firstPid; ; await pause(1000)) {
    if (signal.aborted) return new Promise(() => {});
    if (birthOf(pid) !== null) continue;
    deaths.push(Date.now());
    if (deaths.filter((at) => Date.now() - at < 120_000).length > 3)
      throw new Fault(
        'Cơ sở dữ liệu liên tục dừng đột ngột, xem .data/logs/postgres.log. / The database keeps stopping, see .data/logs/postgres.log.',
      );
    say('postgres: đã dừng đột ngột, đang khởi động lại. / stopped unexpectedly, restarting.');
    pid = (await startCluster('postgres', embedded)).pid;
  }
}
