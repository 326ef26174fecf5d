import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FileStorage } from '@flystorage/file-storage';
import { LocalStorageAdapter } from '@flystorage/local-fs';
import { listFiles } from '@/lib/integrations/storage/listing';
import type { KeptBytes, Shelf } from '@/lib/integrations/storage/port';

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
    measure: (path) => measure(join(root, path)),
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

/** Into the same piece of memory again and again: a stream would leave the whole file for the collector. */
async function measure(path: string): Promise<KeptBytes> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(256 * 1024);
  const file = await open(path);
  try {
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, size);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), size };
      hash.update(piece.subarray(0, bytesRead));
      size += bytesRead;
    }
  } finally {
    await file.close();
  }
}

async function force(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
