import 'server-only';
import { randomUUID } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { Meter } from '@/lib/integrations/storage/meter';
import type { KeptBytes, Shelf, Storage } from '@/lib/integrations/storage/port';
import { asDomainError, DomainError } from '@/lib/kernel/errors';

const arrivals = 'arrivals';
const failed = asDomainError('unavailable', 'storage');

/** The rules of keeping, the same for every place: write aside, force, read back, compare, then name. */
export function contentStore(place: () => Promise<Shelf>): Storage {
  return {
    put: async (source) => put(await place(), source),
    open: async (sha256) => {
      const shelf = await place();
      if (!(await shelf.exists(addressOf(sha256)).catch(failed)))
        throw new DomainError('not_found', 'storage');
      return shelf.read(addressOf(sha256)).catch(failed);
    },
    has: async (sha256) => (await place()).exists(addressOf(sha256)).catch(failed),
    verify: async (sha256) => {
      const shelf = await place();
      if (!(await shelf.exists(addressOf(sha256)).catch(failed))) return false;
      return (await shelf.measure(addressOf(sha256)).catch(failed)).sha256 === sha256;
    },
    remove: async (sha256) => (await place()).remove(addressOf(sha256)).catch(failed),
    sweep: async (before) => sweep(await place(), before),
  };
}

/** 9f86d0… → 9f/86/9f86d0…: two levels keep any one folder small. */
function addressOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new DomainError('not_found', 'storage');
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

async function put(shelf: Shelf, source: Readable | Buffer): Promise<KeptBytes> {
  const passing = `${arrivals}/${randomUUID()}`;
  try {
    const arrived = await receive(shelf, passing, source);
    await shelf.flush(passing);
    const kept = await shelf.measure(passing);
    if (kept.sha256 !== arrived.sha256 || kept.size !== arrived.size) {
      throw new DomainError('unavailable', 'storage.damaged');
    }
    await shelf.settle(passing, addressOf(kept.sha256));
    return kept;
  } catch (cause) {
    if (cause instanceof BrokenSource) throw cause.cause;
    return failed(cause);
  } finally {
    // What cannot be cleared now is found by the sweep; the outcome above is the one to report.
    await shelf.remove(passing).catch(() => undefined);
  }
}

/** The sender's failure (a dropped connection, a limit passed) is not the storage's. */
class BrokenSource extends Error {}

async function receive(shelf: Shelf, path: string, source: Readable | Buffer): Promise<KeptBytes> {
  const meter = new Meter();
  let broken: unknown;
  const stream = source instanceof Readable ? source : Readable.from([source], { objectMode: false });
  stream.once('error', (cause) => {
    broken = cause;
  });
  pipeline(stream, meter, () => undefined);
  try {
    await shelf.write(path, meter);
  } catch (cause) {
    stream.destroy();
    throw broken === undefined ? cause : new BrokenSource('source', { cause: broken });
  }
  return meter.result();
}

async function sweep(shelf: Shelf, before: Date): Promise<number> {
  let cleared = 0;
  for await (const { path, modifiedAt } of shelf.list(arrivals)) {
    if (modifiedAt >= before) continue;
    await shelf.remove(path).catch(failed);
    cleared += 1;
  }
  return cleared;
}
