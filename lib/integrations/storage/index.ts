import 'server-only';
import { env } from '@/lib/config/env';
import { contentStore } from '@/lib/integrations/storage/content-store';
import { localShelf } from '@/lib/integrations/storage/local';
import type { Shelf, Storage } from '@/lib/integrations/storage/port';

let chosen: Storage | undefined;

/** The store that STORAGE_URL names: `file:<folder>` or `s3://<bucket>`. */
export function storage(): Storage {
  chosen ??= storageAt(env().STORAGE_URL);
  return chosen;
}

export function storageAt(url: string): Storage {
  let shelf: Promise<Shelf> | undefined;
  return contentStore(() => {
    shelf ??= shelfAt(url);
    return shelf;
  });
}

/** The S3 client is large and loaded only where it is used. */
async function shelfAt(url: string): Promise<Shelf> {
  if (url.startsWith('file:')) return localShelf(url.slice('file:'.length));
  const { s3Shelf } = await import('@/lib/integrations/storage/s3');
  return s3Shelf(url);
}
