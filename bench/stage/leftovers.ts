import type postgres from 'postgres';

/** Whatever was handed in since the nation was seeded: only rows of the bench did that. */
export async function leftDossiers(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from dossiers where created_at > (select finished_at from seed_runs where scale = 'national')`;
  return rows.map(({ id }) => id);
}

/**
 * Takes back what earlier rows handed in, so that every row finds the dossiers that were seeded and no others.
 * Histories refuse that, as they should; these go with their guards at rest. Nothing may be running meanwhile.
 */
export async function takeBackDossiers(sql: postgres.Sql, ids: readonly string[]): Promise<void> {
  const tables = (await tablesAbout(sql)).map(({ name }) => name);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) await tx`delete from ${tx(table)} where dossier_id = any(${ids}::uuid[])`;
    await tx`delete from audit_acts where record_type = 'dossier' and record_id = any(${ids})`;
    await tx`delete from dossiers where id = any(${ids}::uuid[])`;
    await tx`delete from dossier_counts`;
  });
  // Who reads on must not have to walk over what is gone.
  await sql`vacuum ${sql(['dossiers', 'audit_acts', ...tables])}`;
}

const tablesAbout = (sql: postgres.Sql) => sql<{ name: string }[]>`
  select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'dossier_id'
  order by table_name`;
