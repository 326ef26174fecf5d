import 'server-only';
import { createReadStream } from 'node:fs';
import { link, mkdir, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FileStorage } from '@flystorage/file-storage';
import { LocalStorageAdapter } from '@flystorage/local-fs';
import { listFiles } from '@/lib/integrations/storage/listing';
import type { Shelf } from '@/lib/integrations/storage/port';

/** A folder of this machine, or one that all machines mount. */
export function localShelf(folder: string): Shelf {
  const root = resolve(folder);
  const files = new FileStorage(new LocalStorageAdapter(root));
  return {
    write: (path, source) => files.write(path, source),
    flush: (path) => force(join(root, path)),
    // Opened directly: the library's stream keeps the file open when its reader leaves early.
    read: async (path) => {
      const file = await open(join(root, path));
      return createReadStream('', { fd: file, highWaterMark: 256 * 1024 });
    },
    exists: (path) => files.fileExists(path),
    settle: (from, to) => settle(join(root, from), join(root, to)),
    remove: (path) => files.deleteFile(path),
    list: (path) => listFiles(files, path),
  };
}

/** A hard link never overwrites: of two writers of the same bytes one wins and the other finds them kept. */
async function settle(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await link(from, to);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return;
    throw cause;
  }
  await force(dirname(to));
}

async function force(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
