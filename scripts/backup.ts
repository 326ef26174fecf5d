import { join } from 'node:path';
import { env } from '@/lib/config/env';
import { backup, filesFolder } from './machine/backup';
import { data, root } from './machine/folders';
import { report, say } from './machine/say';

async function main(): Promise<void> {
  const now = new Date();
  const folder =
    process.argv[2] ?? join(data, 'backups', now.toISOString().replaceAll(':', '-').slice(0, 19));
  const files = filesFolder(env().STORAGE_URL, root);
  if (files === null)
    say(
      'Tệp nằm ở kho S3, kho này có bản sao lưu riêng; chỉ sao lưu cơ sở dữ liệu. / The files are in S3, which keeps its own backups; only the database is backed up.',
    );
  const made = await backup({ url: env().DATABASE_URL, files, folder, now });
  say(
    `${folder}: ${made.tables.length} bảng, ${made.files.length} tệp. / ${made.tables.length} tables, ${made.files.length} files.`,
  );
}

await main().catch(report);
