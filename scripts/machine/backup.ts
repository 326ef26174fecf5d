import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { filesBelow, type Manifest, measure, type Part, sha256 } from './archive';
import { Fault } from './say';

/** Where the files are on this disk; null when they are in an object store with backups of its own. */
export function filesFolder(storageUrl: string, root: string): string | null {
  return storageUrl.startsWith('file:') ? resolve(root, storageUrl.slice('file:'.length)) : null;
}

interface Wanted {
  url: string;
  files: string | null;
  folder: string;
  now: Date;
}

/** One consistent snapshot of every table, then the files; the folder gets its name only when complete. */
export async function backup({ url, files, folder, now }: Wanted): Promise<Manifest> {
  const draft = `${folder}.part`;
  await mkdir(join(draft, 'database'), { recursive: true, mode: 0o700 });
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const kept = await sql.begin('isolation level repeatable read read only', async (tx) => ({
      migration: await lastMigration(tx),
      tables: await saveTables(tx, draft),
      sequences: await readSequences(tx),
    }));
    const saved = files === null ? [] : await saveFiles(files, draft);
    const manifest = { format: 1 as const, madeAt: now.toISOString(), ...kept, files: saved };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(join(draft, 'manifest.json'), text);
    await writeFile(join(draft, 'manifest.sha256'), `${sha256(text)}\n`);
    await rename(draft, folder);
    return manifest;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      throw new Fault(`Hết chỗ trên ổ đĩa ở ${folder}. / The disk of ${folder} is full.`, { cause: error });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export async function lastMigration(sql: postgres.TransactionSql): Promise<string | null> {
  const [table] = await sql<
    { found: string | null }[]
  >`select to_regclass('drizzle.__drizzle_migrations') as found`;
  if (!table?.found) return null;
  const [row] = await sql<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by id desc limit 1`;
  return row?.hash ?? null;
}

/** All tables with data of ours: the portal's, its waiting jobs, and which seeds it was given. */
const ours = ['public', 'machine', 'graphile_worker'];
const notData = ['migrations', 'known_crontabs', '_private_known_crontabs'];

/** Columns the database computes itself can't be loaded, so they aren't saved. */
async function listTables(sql: postgres.TransactionSql) {
  return sql<{ schema: string; name: string; columns: string[] }[]>`
    select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname = any(${ours}) and c.relkind in ('r', 'p') and not c.relispartition
      and not (n.nspname = 'graphile_worker' and c.relname = any(${notData}))
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by 1, 2 order by 1, 2`;
}

async function saveTables(sql: postgres.TransactionSql, folder: string): Promise<Manifest['tables']> {
  const saved: Manifest['tables'] = [];
  for (const { schema, name, columns } of await listTables(sql)) {
    const path = join('database', `${schema}.${name}.copy`);
    const copy = sql`copy (select ${sql(columns)} from ${sql(`${schema}.${name}`)}) to stdout`;
    const source = await copy.readable();
    saved.push({ schema, name, columns, part: await save(source, folder, path) });
    // The driver pauses its connection while the stream is full and leaves it so when that was the last piece.
    source._read(0);
  }
  return saved;
}

async function save(source: Readable, folder: string, path: string): Promise<Part> {
  const meter = measure();
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await pipeline(source, meter.stream, createWriteStream(join(folder, path), { mode: 0o600 }));
  return { path, ...meter.result() };
}

async function readSequences(sql: postgres.TransactionSql): Promise<Manifest['sequences']> {
  const names = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, sequencename as name from pg_sequences
    where schemaname = any(${ours}) order by 1, 2`;
  const read: Manifest['sequences'] = [];
  for (const { schema, name } of names) {
    const [row] = await sql<{ value: string; called: boolean }[]>`
      select last_value::text as value, is_called as called from ${sql(`${schema}.${name}`)}`;
    if (row) read.push({ schema, name, ...row });
  }
  return read;
}

async function saveFiles(files: string, folder: string): Promise<Part[]> {
  const saved: Part[] = [];
  for (const path of await filesBelow(files))
    saved.push(await save(createReadStream(path), folder, join('files', relative(files, path))));
  return saved;
}
