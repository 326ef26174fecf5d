import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '@/db/testing';
import { openArchive } from './archive';
import { backup, filesFolder } from './backup';
import { restore } from './restore';

useDatabase();

const work = mkdtempSync(join(tmpdir(), 'portal-backup-'));
const files = join(work, 'files');
const folder = join(work, 'backup');
const url = process.env.DATABASE_URL ?? '';
const sql = postgres(url, { max: 1, onnotice: () => {} });

beforeAll(async () => {
  mkdirSync(join(files, 'aa'), { recursive: true });
  writeFileSync(join(files, 'aa', 'giấy phép.pdf'), 'kept');
  await sql`create table parents (id bigserial primary key, name text, size int generated always as (length(name)) stored)`;
  await sql`create table children (id int primary key, parent bigint not null references parents, above int references children)`;
  await sql`insert into parents (name) values ('Bệnh viện Bạch Mai'), (E'tab\tand\nline'), (null)`;
  await sql`insert into children values (1, 2, 2), (2, 1, null)`;
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'append only'; end $$`;
  await sql`create trigger sealed before delete or update or truncate on children execute function refuse()`;
  await sql`select graphile_worker.add_job('waiting', '{"a":1}'::json)`;
  await backup({ url, files, folder, now: new Date('2026-11-22T00:00:00Z') });
});

afterAll(async () => {
  await sql.end();
  rmSync(work, { recursive: true, force: true });
});

async function disturb(): Promise<void> {
  await sql`update parents set name = 'changed' where id = 1`;
  await sql`insert into parents (name) values ('later')`;
  await sql`insert into children values (3, 4, 1)`;
  writeFileSync(join(files, 'aa', 'giấy phép.pdf'), 'overwritten');
  writeFileSync(join(files, 'later.pdf'), 'later');
}

describe('restore', () => {
  it('brings rows, links, numbers, jobs and files back as they were', async () => {
    await disturb();
    await restore({ url, files, folder });
    expect(await sql`select id, name, size from parents order by id`).toEqual([
      { id: '1', name: 'Bệnh viện Bạch Mai', size: 18 },
      { id: '2', name: 'tab\tand\nline', size: 12 },
      { id: '3', name: null, size: null },
    ]);
    expect(await sql`select * from children order by id`).toEqual([
      { id: 1, parent: '2', above: 2 },
      { id: 2, parent: '1', above: null },
    ]);
    expect(await sql`insert into parents (name) values ('next') returning id`).toEqual([{ id: '4' }]);
    expect(await sql`select count(*)::int as n from graphile_worker._private_jobs`).toEqual([{ n: 1 }]);
    expect(readFileSync(join(files, 'aa', 'giấy phép.pdf'), 'utf8')).toBe('kept');
    expect(existsSync(join(files, 'later.pdf'))).toBe(false);
  });

  it('puts guards and keys back', async () => {
    await expect(sql`delete from children`).rejects.toThrow('append only');
    await expect(sql`insert into children values (9, 999, null)`).rejects.toThrow('foreign key');
  });

  it('touches nothing when one byte of the backup is wrong', async () => {
    await disturb().catch(() => {});
    const path = join(folder, 'database', 'public.parents.copy');
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.concat([whole.subarray(0, -1), Buffer.from('x')]));
    await expect(restore({ url, files, folder })).rejects.toThrow(/damaged/);
    writeFileSync(path, whole);
    expect(await sql`select name from parents where id = 1`).toEqual([{ name: 'changed' }]);
    expect(readFileSync(join(files, 'aa', 'giấy phép.pdf'), 'utf8')).toBe('overwritten');
  });

  it('leaves database and files alone when the rows no longer fit', async () => {
    await sql`alter table children add constraint big check (id > 1) not valid`;
    await expect(restore({ url, files, folder })).rejects.toThrow('public.children');
    await sql`alter table children drop constraint big`;
    expect(await sql`select name from parents where id = 1`).toEqual([{ name: 'changed' }]);
    expect(readFileSync(join(files, 'aa', 'giấy phép.pdf'), 'utf8')).toBe('overwritten');
    expect(existsSync(`${files}.restoring`)).toBe(false);
  });
});

describe('a backup', () => {
  it('is complete or is none', async () => {
    await expect(openArchive(work)).rejects.toThrow(/not a complete backup/);
    const manifest = await openArchive(folder);
    expect(manifest.files).toHaveLength(1);
    expect(manifest.tables.map(({ name }) => name)).toContain('_private_jobs');
  });

  it('leaves object stores to their own backups', () => {
    expect(filesFolder('s3://bucket', '/srv/portal')).toBeNull();
    expect(filesFolder('file:.data/files', '/srv/portal')).toBe('/srv/portal/.data/files');
    expect(filesFolder('file:/mnt/files', '/srv/portal')).toBe('/mnt/files');
  });
});
