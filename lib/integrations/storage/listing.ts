import 'server-only';
import type { FileStorage } from '@flystorage/file-storage';

export async function* listFiles(
  files: FileStorage,
  folder: string,
): AsyncGenerator<{ path: string; modifiedAt: Date }> {
  if (!(await files.directoryExists(folder))) return;
  for await (const entry of files.list(folder)) {
    if (!entry.isFile) continue;
    yield { path: entry.path, modifiedAt: new Date(await files.lastModified(entry.path)) };
  }
}
