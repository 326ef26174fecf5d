import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { root, tail } from '@/scripts/machine/folders';
import { until } from '@/scripts/machine/say';
import type { Bench, Server } from '../define';
import { answers, facts } from './payload/fields';

const home = join(import.meta.dirname, 'payload');
const tether = pathToFileURL(join(root, 'scripts/machine/tether.mjs')).href;
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
  const database = new URL(bench.databaseUrl);
  database.pathname = '/peer_payload';
  const own = { url: database.href, log: join(bench.folder, 'payload.log') };
  await install(bench);
  if (isOlder('.next/BUILD_ID', ['package-lock.json', '*.ts', 'app/**/*.ts*'])) {
    bench.log('building Payload');
    await ended(launch(own, [...next, 'build']), own.log);
  }
  await bench.sql`drop database if exists peer_payload with (force)`;
  await bench.sql`create database peer_payload`;
  await ended(launch(own, ['node_modules/payload/bin.js', 'run', 'prepare.ts'], 'development'), own.log);
  const sql = postgres(own.url, { max: 1, onnotice: () => {} });
  const rows = await copyDossiers(bench, sql);
  const port = await freePort();
  const child = launch(own, [...next, 'start', '--hostname', '127.0.0.1', '--port', String(port)]);
  const peer = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    headers: { authorization: `users API-Key ${apiKey}` },
    version: versionOf('payload'),
    rows,
    addIndexes: () => addIndexes(sql),
    async end() {
      child.kill('SIGTERM');
      await until(() => child.exitCode !== null || child.signalCode !== null, 10_000);
      await sql.end({ timeout: 5 });
      await bench.sql`drop database if exists peer_payload with (force)`;
    },
  };
  if (await until(() => isUp(peer), 60_000)) return peer;
  await peer.end();
  throw new Error(`Payload does not answer\n${tail(own.log)}`);
}

const next = ['node_modules/next/dist/bin/next'];

interface Own {
  url: string;
  log: string;
}

function launch({ url, log }: Own, args: readonly string[], mode = 'production'): ChildProcess {
  const output = openSync(log, 'a');
  const env = {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'a secret of the bench, worth nothing elsewhere',
    PEER_KEY: apiKey,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  return spawn(process.execPath, ['--import', tether, ...args], {
    cwd: home,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', output, output, 'ipc'],
  });
}

function ended(child: ChildProcess, log: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}\n${tail(log)}`)),
    );
  });
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')).version;

const changedAt = (path: string) => statSync(join(home, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isOlder = (made: string, from: readonly string[]) =>
  globSync(from, { cwd: home }).some((path) => changedAt(path) > changedAt(made));

/** The peer's packages are its own: whoever never runs this row never fetches them. */
async function install(bench: Bench): Promise<void> {
  if (!isOlder('node_modules/.package-lock.json', ['package-lock.json'])) return;
  bench.log('installing Payload');
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  // Nothing the bench uses of it needs an install script.
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  await ended(spawn(command, args, { cwd: home, stdio: 'inherit' }), '');
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Row by row the same dossiers, oldest first; the date Payload sorts by is the day of submission. */
async function copyDossiers(bench: Bench, sql: postgres.Sql): Promise<number> {
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

const isUp = ({ url, headers }: Pick<Peer, 'url' | 'headers'>) =>
  fetch(`${url}/api/dossiers?limit=1&pagination=false`, { headers }).then(
    ({ ok }) => ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
