import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '@/db/migrate';
import { parseEnv } from '@/lib/config/env';
import { Crew, endOrphans } from './crew';
import { handsFor } from './hands';
import { isFree } from './ports';
import { waitUntilReady } from './ready';
import { Fault } from './say';
import { seedWhenEmpty } from './seeding';
import { type Surroundings, surroundings } from './settings';
import { databaseUrl } from './test-server';

const prefix = 'e2e-';

/** A Monday morning: days are counted alike on every run. What the samples did lies before it. */
const seededAt = '2026-11-23T08:00:00+07:00';
const openedAt = '2026-11-23T09:00:00+07:00';

/** Runs the built portal with demo data on a database, files and ports of its own, for as long as needed. */
export async function withPortal<T>(
  signal: AbortSignal,
  work: (address: string, database: string) => Promise<T>,
): Promise<T> {
  await endOrphans(prefix);
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `test_portal_${randomBytes(4).toString('hex')}`;
  const files = mkdtempSync(join(tmpdir(), 'portal-files-'));
  const crew = new Crew(prefix);
  await onServer(server, (sql) => sql`create database ${sql(name)}`);
  try {
    const url = databaseUrl(server, name);
    const role = await migrate(url);
    const env = await ownSurroundings({ url, role, files });
    await seedWhenEmpty('demo', { ...env, CLOCK: seededAt }, signal);
    const settings = parsed(env);
    for (const hand of handsFor(settings, env)) crew.start(hand);
    await waitUntilReady(settings, crew, signal);
    return await work(settings.PUBLIC_URL, url);
  } finally {
    await crew.stop();
    await onServer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    rmSync(files, { recursive: true, force: true });
  }
}

async function ownSurroundings(own: {
  url: string;
  role: string | null;
  files: string;
}): Promise<Surroundings> {
  const port = await freePair();
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(OIDC_|PARTNER_|SMTP_URL|CLAMD_URL|DATABASE_REPLICA_URL|PUBLIC_URL)/.test(name),
  );
  const env = {
    ...Object.fromEntries(kept),
    DATABASE_URL: own.url,
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    PORT: String(port),
    SIMULATORS_PORT: String(port + 1),
    STORAGE_URL: `file:${own.files}`,
    CLOCK: openedAt,
    LOG_LEVEL: 'warn',
  };
  const { STORAGE_URL, CLOCK, LOG_LEVEL } = env;
  return { ...env, ...surroundings(parsed(env), own), STORAGE_URL, CLOCK, LOG_LEVEL };
}

function parsed(env: Surroundings) {
  const result = parseEnv(env);
  if (!result.ok) throw new Fault(result.faults.join('\n'));
  return result.env;
}

async function freePair(): Promise<number> {
  for (let port = 3900; port < 4900; port += 2)
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  throw new Fault('Không còn cổng trống từ 3900 đến 4900. / There is no free port from 3900 to 4900.');
}

async function onServer(server: string, run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  await run(sql).finally(() => sql.end({ timeout: 5 }));
}
