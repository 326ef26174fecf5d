import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { fingerprint } from '@/scripts/machine/fingerprint';
import { root } from '@/scripts/machine/folders';
import type { Bench, Server } from '../define';
import { answering, freePort, Process } from '../stage/fleet';
import { answers, facts } from './payload/fields';

const folder = 'bench/peers/payload';
const home = join(root, folder);
const next = 'node_modules/next/dist/bin/next';
const database = 'peer_payload';
const apiKey = '0d8f5c1e-6a4b-4f6e-9b64-2f0a4c1d7e35';

/** Payload CMS in production mode on the bench's PostgreSQL, with every dossier of the portal as a row of its own. */
export interface Peer extends Server {
  headers: Readonly<Record<string, string>>;
  version: string;
  rows: number;
  /** The two indexes anybody would add who lists by state and searches in the subject. */
  addIndexes(): Promise<void>;
  end(): Promise<void>;
}

export async function startPayload(bench: Bench): Promise<Peer> {
  const address = new URL(bench.databaseUrl);
  address.pathname = `/${database}`;
  const env = {
    ...process.env,
    DATABASE_URL: address.href,
    PAYLOAD_SECRET: 'a secret of the bench, worth nothing elsewhere',
    PEER_KEY: apiKey,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  await install(bench);
  await build(bench, { ...env, NODE_ENV: 'production' });
  await bench.sql`drop database if exists ${bench.sql(database)} with (force)`;
  await bench.sql`create database ${bench.sql(database)}`;
  const prepare = ['node_modules/payload/bin.js', 'run', 'prepare.ts'];
  await done(process.execPath, prepare, { ...env, NODE_ENV: 'development' });
  const sql = postgres(address.href, { max: 1, onnotice: () => {} });
  const rows = await copyDossiers(bench, sql);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const place = { cwd: home, env: { ...env, NODE_ENV: 'production' } };
  const server = new Process('payload', [next, 'start', '-H', '127.0.0.1', '-p', String(port)], place);
  async function end() {
    await server.end('SIGTERM');
    await sql.end({ timeout: 5 });
    await bench.sql`drop database if exists ${bench.sql(database)} with (force)`;
  }
  await answering(`${url}/admin/login`, server).catch(async (cause) => {
    await end();
    throw cause;
  });
  const headers = { authorization: `users API-Key ${apiKey}` };
  return {
    url,
    pid: server.pid,
    headers,
    version: versionOf('payload'),
    rows,
    addIndexes: () => addIndexes(sql),
    end,
  };
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')).version;

/** The peer's packages are its own: whoever never runs this row never fetches them. */
async function install(bench: Bench): Promise<void> {
  await whenChanged('node_modules/.installed', ['package-lock.json'], async () => {
    bench.log('npm ci');
    const npm = process.env.npm_execpath;
    const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
    // Nothing used here of the packages needs an install script.
    await done(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], process.env);
  });
}

async function build(bench: Bench, env: NodeJS.ProcessEnv): Promise<void> {
  const sources = [
    '{package-lock,tsconfig}.json',
    '{fields,next.config,payload.config}.ts',
    'app/**/*.{ts,tsx}',
  ];
  await whenChanged('.next/built', sources, async () => {
    bench.log('next build');
    await done(process.execPath, [next, 'build'], env);
  });
}

async function whenChanged(stamp: string, patterns: string[], make: () => Promise<void>): Promise<void> {
  const wanted = fingerprint(patterns.map((pattern) => `${folder}/${pattern}`));
  const mark = join(home, stamp);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  await make();
  writeFileSync(mark, wanted);
}

function done(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: home, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Row by row the same dossiers, oldest first; the date Payload sorts by is the day of submission. */
async function copyDossiers(bench: Bench, sql: postgres.Sql): Promise<number> {
  bench.log('COPY');
  const day = (column: string) => `to_char(d.${column} at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')`;
  const source = `
    select coalesce(d.code, d.draft_code), d.procedure_slug, p.title_vi, d.state, d.applicant_name, d.subject,
      d.unit, d.channel, a.name, ${['submitted_at', 'received_at', 'due_at', 'ended_at'].map(day).join(', ')},
      ${answers.map((_, n) => `given.texts[${n + 1}]`).join(', ')},
      coalesce(d.submitted_at, d.created_at), d.updated_at
    from dossiers d
      join procedures p on p.slug = d.procedure_slug
      left join accounts a on a.id = d.assignee_id
      cross join lateral (
        select array_agg(left(value, 200) order by key) as texts from jsonb_each_text(d.answers)
      ) as given
    order by coalesce(d.submitted_at, d.created_at), d.id`;
  const columns = [...facts, ...answers, 'createdAt', 'updatedAt'].map(columnOf).join(', ');
  await pipeline(
    await bench.sql.unsafe(`copy (${source}) to stdout`).readable(),
    await sql.unsafe(`copy dossiers (${columns}) from stdin`).writable(),
  );
  // A table never analysed is planned for as if it were empty.
  await sql`vacuum analyze dossiers`;
  const [count] = await sql<{ rows: number }[]>`select count(*)::int as rows from dossiers`;
  return count?.rows ?? 0;
}

async function addIndexes(sql: postgres.Sql): Promise<void> {
  await sql`create extension if not exists pg_trgm`;
  await sql`create index on dossiers (state, created_at)`;
  await sql`create index on dossiers using gin (subject gin_trgm_ops)`;
  await sql`vacuum analyze dossiers`;
}
