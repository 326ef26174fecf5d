import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runFolder } from 'drizzle-orm/postgres-js/migrator';
import { Logger, runMigrations } from 'graphile-worker';
import postgres from 'postgres';

/** The group role the portal works as: it may neither change the schema nor rewrite the trail. */
export const portalRole = 'portal_app';

/** The trail: rows are added and read, never changed. Triggers repeat it where there is no such role. */
const appendOnly = [
  'audit_acts',
  'audit_roots',
  'personal_data_reads',
  'dossier_events',
  'clock_events',
  'dossier_promises',
  'dossier_shares',
  'calendar_days',
  'report_values',
  'report_events',
  'report_locks',
  'dossier_ratings',
  'indicator_entries',
  'indicator_snapshots',
  'changes',
  'exchange_log',
];

const folder = join(import.meta.dirname, 'migrations');
const quiet = new Logger(() => () => {});

/** Brings a database up to date. Answers with the role to work as, or null where we may not have one. */
export async function migrate(url: string): Promise<typeof portalRole | null> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'portal-migrate' },
  });
  try {
    // Two instances starting at once: the second waits here, then finds nothing to do.
    await sql`select pg_advisory_lock(hashtext('portal-migrate'))`;
    const usable = await ensureRole(sql);
    if (existsSync(folder)) await runFolder(drizzle(sql), { migrationsFolder: folder });
    await runMigrations({ connectionString: url, logger: quiet });
    if (usable) await grant(sql);
    return usable ? portalRole : null;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRole(sql: postgres.Sql): Promise<boolean> {
  try {
    const [found] = await sql`select 1 from pg_roles where rolname = ${portalRole}`;
    if (!found) await sql`create role ${sql(portalRole)} nologin`.catch(unlessMadeMeanwhile);
    const [member] = await sql<{ yes: boolean }[]>`
      select pg_has_role(current_user, ${portalRole}, 'member') and not rolsuper as yes
      from pg_roles where rolname = current_user`;
    if (!member?.yes) await sql`grant ${sql(portalRole)} to current_user`;
    await sql`set role ${sql(portalRole)}`;
    await sql`reset role`;
    return true;
  } catch (error) {
    if (error instanceof postgres.PostgresError && lacksRight.has(error.code)) return false;
    throw error;
  }
}

/** insufficient_privilege, invalid_grant_operation */
const lacksRight = new Set(['42501', '0LP01']);

/** Roles belong to the whole server: another database's migration may have been faster. */
function unlessMadeMeanwhile(error: unknown): void {
  const made = error instanceof postgres.PostgresError && ['42710', '23505'].includes(error.code);
  if (!made) throw error;
}

async function grant(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const role = tx(portalRole);
    await tx`grant usage on schema public, graphile_worker to ${role}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${role}`;
    await tx`grant usage, select, update on all sequences in schema public to ${role}`;
    await tx`grant execute on all functions in schema public, graphile_worker to ${role}`;
    await tx`grant select, insert, update, delete on all tables in schema graphile_worker to ${role}`;
    await tx`grant usage, select, update on all sequences in schema graphile_worker to ${role}`;
    const sealed = await tx<{ relname: string }[]>`
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname = any(${appendOnly})`;
    for (const { relname } of sealed) await tx`revoke update, delete on ${tx(relname)} from ${role}`;
    await openJobs(tx);
  });
}

/** The job tables are closed row by row to all but their owner; we enqueue as the portal's role. */
async function openJobs(tx: postgres.TransactionSql): Promise<void> {
  const closed = await tx<{ relname: string }[]>`
    select relname from pg_class c
    where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
      and not exists (select 1 from pg_policy where polrelid = c.oid and polname = ${portalRole})`;
  for (const { relname } of closed)
    await tx`create policy ${tx(portalRole)} on graphile_worker.${tx(relname)} to ${tx(portalRole)}
      using (true) with check (true)`;
}
