import postgres from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase } from './client';

/** Gives the test file a private database: the reference data of the template, nothing else. */
export function useDatabase(): void {
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  const onServer = async (run: (sql: postgres.Sql) => Promise<unknown>) => {
    const sql = postgres(process.env.TEST_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
    await run(sql).finally(() => sql.end({ timeout: 5 }));
  };
  beforeAll(async () => {
    if (process.env.TEST_DATABASE_FAULT !== undefined) throw new Error(process.env.TEST_DATABASE_FAULT);
    const template = process.env.TEST_DATABASE_TEMPLATE ?? 'template1';
    await onServer((sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  }, 60_000);
  afterAll(async () => {
    await closeDatabase();
    await onServer((sql) => sql`drop database if exists ${sql(name)} with (force)`);
  }, 60_000);
}
