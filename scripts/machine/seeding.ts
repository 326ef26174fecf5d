import { spawn } from 'node:child_process';
import postgres from 'postgres';
import { root, typescript } from './folders';
import { Fault } from './say';
import type { Surroundings } from './settings';

/** Remembers which data a database was given; written last, so an interrupted seeding is run again. */
export async function markSeeded(url: string, scale: string): Promise<void> {
  await asOwner(url, async (sql) => {
    await sql`create schema if not exists machine`;
    await sql`create table if not exists machine.seeds (scale text primary key, finished_at timestamptz not null)`;
    // The planner knows nothing of rows that came all at once; only the owner may tell it.
    await sql`analyze`;
    await sql`insert into machine.seeds values (${scale}, now()) on conflict do nothing`;
  });
}

export async function seededScales(url: string): Promise<string[]> {
  return asOwner(url, async (sql) => {
    const [found] = await sql<{ table: string | null }[]>`select to_regclass('machine.seeds') as table`;
    if (!found?.table) return [];
    const rows = await sql<{ scale: string }[]>`select scale from machine.seeds`;
    return rows.map(({ scale }) => scale);
  });
}

async function asOwner<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return work(sql).finally(() => sql.end({ timeout: 5 }));
}

export async function seedWhenEmpty(
  scale: 'demo' | 'reference' | 'none',
  env: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  if (scale === 'none' || (await seededScales(env.DATABASE_URL ?? '')).length > 0) return;
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [...typescript, 'scripts/seed.ts', '--scale', scale], {
      cwd: root,
      env: env as NodeJS.ProcessEnv,
      signal,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0)
    throw new Fault('Nạp dữ liệu ban đầu không thành công, xem ở trên. / Seeding failed, see above.');
}
