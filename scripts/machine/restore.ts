import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import postgres from 'postgres';
import { type Manifest, openArchive } from './archive';
import { lastMigration } from './backup';
import { Fault } from './say';

interface Wanted {
  url: string;
  files: string | null;
  folder: string;
}

/** Puts a backup in the place of everything there is: all of it or, when anything fails, nothing. */
export async function restore({ url, files, folder }: Wanted): Promise<Manifest> {
  const manifest = await openArchive(folder);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const swap = files === null ? null : await stageFiles(manifest, folder, files);
  try {
    await sql.begin(async (tx) => {
      if ((await lastMigration(tx)) !== manifest.migration)
        throw new Fault(
          'Bản sao lưu thuộc phiên bản khác của cổng thông tin: hãy phục hồi bằng đúng phiên bản đó. / The backup belongs to another release of the portal: restore it with that release.',
        );
      await loadDatabase(tx, manifest, folder);
      await swap?.in();
    });
  } catch (error) {
    await swap?.back();
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
  await swap?.finish();
  return manifest;
}

/** Foreign keys and triggers step aside while the rows come in, in the same transaction; keys are checked again after. */
async function loadDatabase(tx: postgres.TransactionSql, manifest: Manifest, folder: string): Promise<void> {
  await tx`set local statement_timeout = 0`;
  const names = manifest.tables.map(({ schema, name }) => `${schema}.${name}`);
  const keys = await tx<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any(${names}::regclass[])`;
  for (const key of keys) await tx.unsafe(`alter table ${key.table} drop constraint ${key.name}`);
  for (const name of names) await tx`alter table ${tx(name)} disable trigger user`;
  await tx.unsafe(`truncate ${names.map(quoted).join(', ')} cascade`);
  for (const table of manifest.tables) await loadTable(tx, table, folder);
  for (const name of names) await tx`alter table ${tx(name)} enable trigger user`;
  for (const key of keys)
    await tx.unsafe(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  for (const { schema, name, value, called } of manifest.sequences)
    await tx`select setval(${quoted(`${schema}.${name}`)}::regclass, ${value}::bigint, ${called})`;
  const views = await tx<{ name: string }[]>`
    select schemaname || '.' || matviewname as name from pg_matviews where schemaname = 'public'`;
  for (const { name } of views) await tx`refresh materialized view ${tx(name)}`;
}

const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

/**
 * The driver never tells a COPY that failed: its stream just doesn't finish. So nobody waits for it; the next
 * statement, sent once the end mark is out, fails when the transaction has.
 */
async function loadTable(
  tx: postgres.TransactionSql,
  table: Manifest['tables'][number],
  folder: string,
): Promise<void> {
  const name = `${table.schema}.${table.name}`;
  const into = await tx`copy ${tx(name)} (${tx(table.columns)}) from stdin`.writable();
  for await (const chunk of createReadStream(join(folder, table.part.path)))
    await new Promise<void>((resolve) => into.write(chunk, () => resolve()));
  into.end();
  await setImmediate();
  await tx`select 1`.catch((cause: unknown) => {
    throw new Fault(
      `Dữ liệu của bảng ${name} không nạp được, không có gì bị thay đổi. / The rows of ${name} can't be loaded; nothing was changed.`,
      { cause },
    );
  });
}

/** The files are laid out beside the present ones, so that changing over is two renames. */
async function stageFiles(manifest: Manifest, folder: string, files: string) {
  const fresh = `${files}.restoring`;
  const former = `${files}.before-restore`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  for (const { path } of manifest.files) {
    const target = join(fresh, relative('files', path));
    await mkdir(dirname(target), { recursive: true });
    await cp(join(folder, path), target);
  }
  let swapped = false;
  return {
    async in() {
      await rm(former, { recursive: true, force: true });
      if (existsSync(files)) await rename(files, former);
      await rename(fresh, files);
      swapped = true;
    },
    async back() {
      if (swapped) {
        await rm(files, { recursive: true, force: true });
        if (existsSync(former)) await rename(former, files);
      }
      await rm(fresh, { recursive: true, force: true });
    },
    finish: () => rm(former, { recursive: true, force: true }),
  };
}
