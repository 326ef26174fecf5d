import { createHash } from 'node:crypto';
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { KeptBytes } from '@/lib/integrations/storage/port';

/** Hashes and counts what passes through. */
export class Meter extends Transform {
  readonly #hash = createHash('sha256');
  #size = 0;

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: null, chunk: Buffer) => void,
  ): void {
    this.#hash.update(chunk);
    this.#size += chunk.length;
    done(null, chunk);
  }

  result(): KeptBytes {
    return { sha256: this.#hash.digest('hex'), size: this.#size };
  }
}

/** What a stream holds, read to its end. */
export async function measured(stream: Readable): Promise<KeptBytes> {
  const meter = new Meter();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(stream, meter, nowhere);
  return meter.result();
}
