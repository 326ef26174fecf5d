import 'server-only';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/config/env';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a read needs: the pool or a running transaction. */
export type Reader = Database | Tx;

interface Connection {
  sql: postgres.Sql;
  db: Database;
}

// One pool per process, also when the development server loads this file again.
const held = globalThis as typeof globalThis & { portalConnections?: Map<string, Connection> };

function connect(url: string, readOnly: boolean): Connection {
  const role = env().DATABASE_ROLE;
  const sql = postgres(url, {
    max: 10,
    idle_timeout: 60,
    connection: {
      application_name: 'portal',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      // A search that finds many rows remembers each; no statement here runs long enough to be worth compiling.
      work_mem: '16MB',
      jit: 'off',
      TimeZone: 'Asia/Ho_Chi_Minh',
      ...(role === undefined ? {} : { role }),
      ...(readOnly ? { default_transaction_read_only: true } : {}),
    },
  });
  return { sql, db: drizzle(sql, { schema, casing: 'snake_case' }) };
}

function connection(url: string, readOnly: boolean): Connection {
  held.portalConnections ??= new Map();
  const open = held.portalConnections.get(url);
  if (open !== undefined) return open;
  const made = connect(url, readOnly);
  held.portalConnections.set(url, made);
  return made;
}

/** The database that takes the writes. */
export function database(): Database {
  return connection(env().DATABASE_URL, false).db;
}

/** Where boards and lists read: the replica when there is one. */
export function replica(): Database {
  const url = env().DATABASE_REPLICA_URL;
  return url === undefined ? database() : connection(url, true).db;
}

/** The only way into a transaction: never await the network or a file inside one. */
export function transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction(run, { isolationLevel: 'read committed' });
}

export async function closeDatabase(): Promise<void> {
  const open = [...(held.portalConnections?.values() ?? [])];
  held.portalConnections?.clear();
  await Promise.all(open.map(({ sql }) => sql.end({ timeout: 5 })));
}
