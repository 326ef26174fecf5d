import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '@/db/migrate';
import { fingerprint } from './fingerprint';
import { root, typescript } from './folders';
import { lease } from './leases';

/** Tests may lose everything in a power cut; in return they are fast. */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=128MB',
  'max_connections=200',
  // The budgets of statements are read from what the server itself counts.
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track_utility=off',
];

/** What reference data is made from. */
const seedSources = ['db/**/*.{ts,sql,json,csv}', 'lib/**/{catalogue/**/*,define,schema}.{ts,json}'];

/** A server for tests, with a template that each test file copies; returns how to end it. */
export default async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const held = given === undefined ? await lease('test-postgres', careless) : null;
  const server = given ?? held?.cluster.url('postgres') ?? '';
  const template = `portal_template_${fingerprint(seedSources)}`;
  // Tests of pure rules need no database: they run, and those that do need it say why they can't.
  const role = await ensureTemplate(server, template).catch((error: unknown) => {
    process.env.TEST_DATABASE_FAULT = String(error);
    return null;
  });
  process.env.TEST_DATABASE_URL = server;
  process.env.TEST_DATABASE_TEMPLATE = template;
  process.env.TEST_DATABASE_ROLE = role ?? '';
  return async () => {
    await held?.release();
  };
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Made under another name and renamed when complete: a template is whole or isn't there. */
async function ensureTemplate(server: string, template: string): Promise<string | null> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('portal-template'))`;
    const [found] = await sql`select 1 from pg_database where datname = ${template}`;
    if (!found) {
      await dropOlder(sql);
      const draft = 'portal_template_draft';
      await sql`drop database if exists ${sql(draft)} with (force)`;
      await sql`create database ${sql(draft)}`;
      const role = await migrate(databaseUrl(server, draft));
      seedReference(databaseUrl(server, draft), role);
      await sql`comment on database ${sql(draft)} is ${sql.unsafe(`'${role ?? ''}'`)}`;
      await sql`alter database ${sql(draft)} rename to ${sql(template)}`;
    }
    const [row] = await sql<{ role: string | null }[]>`
      select shobj_description(oid, 'pg_database') as role from pg_database where datname = ${template}`;
    return row?.role || null;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Templates of older sources, except those another run made within the hour and may still copy from. */
async function dropOlder(sql: postgres.Sql): Promise<void> {
  const old = await sql<{ datname: string }[]>`
    select datname from pg_database
    where (datname like 'portal_template_%' or datname like 'test_%')
      and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 hour'`;
  for (const { datname } of old) await sql`drop database if exists ${sql(datname)} with (force)`;
}

function seedReference(url: string, role: string | null): void {
  if (!existsSync(join(root, 'db/seed/run.ts'))) return;
  const done = spawnSync(process.execPath, [...typescript, 'scripts/seed.ts', '--scale', 'reference'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url, DATABASE_ROLE: role ?? '', AUTH_SECRET: 'x'.repeat(32) },
  });
  if (done.status !== 0) throw new Error(`The reference data could not be seeded:\n${done.stderr}`);
}
