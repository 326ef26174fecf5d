import { spawn } from 'node:child_process';
import postgres from 'postgres';
import { migrate } from '@/db/migrate';
import { checkDisk, root, typescript } from '@/scripts/machine/folders';
import { lease } from '@/scripts/machine/leases';
import { Fault, say } from '@/scripts/machine/say';
import { seededScales, seedWhenEmpty } from '@/scripts/machine/seeding';
import type { Surroundings } from '@/scripts/machine/settings';
import { nameOf, parentOf } from '../measure/processor';

/** Safe on power cuts like the portal's own server, and sized for a nation: what an operator would set. */
const settings = [
  'shared_buffers=2GB',
  'effective_cache_size=8GB',
  'work_mem=32MB',
  'maintenance_work_mem=1GB',
  'random_page_cost=1.1',
  'max_connections=200',
  'max_wal_size=8GB',
  'checkpoint_timeout=15min',
  'wal_compression=on',
  'jit=off',
];

const neededGigabytes = 30;

export interface Server {
  url: string;
  /** False for a database somebody else lends: it is not ours to stop. */
  own: boolean;
  release(): Promise<void>;
}

/** A server of the bench's own, apart from the portal's; or the seeded one BENCH_DATABASE_URL names. */
export async function openServer(): Promise<Server> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, own: false, release: async () => {} };
  const held = await lease('bench-postgres', settings);
  const sql = postgres(held.cluster.url('postgres'), { max: 1 });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'bench'`;
    if (found === undefined) await sql`create database bench`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  return { url: held.cluster.url('bench'), own: true, release: held.release };
}

/** Goes on where an interrupted seeding stopped. */
export async function seedNational(env: Surroundings, signal: AbortSignal): Promise<void> {
  if ((await seededScales(env.DATABASE_URL ?? '')).includes('national')) return;
  checkDisk(neededGigabytes);
  say('Đang nạp dữ liệu quy mô cả nước… / Seeding the nation…');
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [...typescript, 'scripts/seed.ts', '--scale', 'national'], {
      cwd: root,
      env: env as NodeJS.ProcessEnv,
      signal,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) throw new Fault('Nạp dữ liệu không thành công. / Seeding failed, see above.');
}

/** The demonstration's data beside the nation's, on the same server: to tell what grows with the data. */
export async function openDemo(env: Surroundings, signal: AbortSignal): Promise<Surroundings> {
  const url = new URL(env.DATABASE_URL ?? '');
  const name = `${url.pathname.slice(1)}_demo`;
  const sql = postgres(url.href, { max: 1 });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (found === undefined) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  url.pathname = `/${name}`;
  await migrate(url.href);
  const own = { ...env, DATABASE_URL: url.href };
  await seedWhenEmpty('demo', own, signal);
  return own;
}

/** What the planner believes is there: exact enough to say at what size something was measured. */
export interface Size {
  dossiers: number;
  facilities: number;
  months: number;
  values: number;
  acts: number;
}

export async function sizeOf(sql: postgres.Sql): Promise<Size> {
  const [row] = await sql<Size[]>`
    select (select count(*) from dossiers)::int as dossiers,
      (select count(*) from facilities)::int as facilities,
      (select count(distinct period_id) from reports where period_id ~ '^[0-9]{6}$')::int as months,
      greatest(0, (select reltuples from pg_class where oid = 'report_values'::regclass))::int as values,
      greatest(0, (select reltuples from pg_class where oid = 'audit_acts'::regclass))::int as acts`;
  if (row === undefined) throw new Error('the database tells no size');
  return row;
}

const declared = [...settings.map((one) => one.split('=', 1)[0] ?? ''), 'fsync', 'synchronous_commit'];

/** As the server itself says they are, a lent one included. */
export async function settingsOf(sql: postgres.Sql): Promise<Record<string, string>> {
  const rows = await sql<{ name: string; value: string }[]>`
    select name, current_setting(name) as value from pg_settings
    where name = any(${declared}) order by name`;
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** The server's first process when it runs on this machine: its children are the back ends. */
export async function postmasterOf(sql: postgres.Sql): Promise<number | null> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const parent = row === undefined || nameOf(row.pid) !== 'postgres' ? null : parentOf(row.pid);
  return parent !== null && nameOf(parent) === 'postgres' ? parent : null;
}
