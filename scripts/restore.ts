import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { env } from '@/lib/config/env';
import { filesFolder } from './machine/backup';
import { data, root } from './machine/folders';
import { takeLock } from './machine/lock.mjs';
import { restore } from './machine/restore';
import { Fault, report, say } from './machine/say';

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (!folder || !existsSync(folder))
    throw new Fault(
      'Cần thư mục sao lưu: npm run restore -- <thư mục>. / A backup folder is needed: npm run restore -- <folder>.',
    );
  const lock = takeLock(join(data, 'start.lock'));
  if (!('release' in lock))
    throw new Fault('Hãy dừng cổng thông tin trước khi phục hồi. / Stop the portal before restoring.');
  try {
    const files = filesFolder(env().STORAGE_URL, root);
    const made = await restore({ url: env().DATABASE_URL, files, folder: resolve(folder) });
    say(`Đã phục hồi bản sao lưu ${made.madeAt}. / The backup of ${made.madeAt} is restored.`);
  } finally {
    lock.release();
  }
}

await main().catch(report);
