import type { Readable } from 'node:stream';

/** What is known of bytes once they are kept: they are found again by their own hash. */
export interface KeptBytes {
  sha256: string;
  size: number;
}

/**
 * A store addressed by content: one file for the same bytes, however many documents mean them.
 * Throws DomainError `unavailable: storage`, or `not_found: storage` when no such bytes are kept.
 */
export interface Storage {
  /** Keeps a stream; when this returns, the bytes were written, forced to disk, read back and compared. */
  put(source: Readable | Buffer): Promise<KeptBytes>;
  open(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Whether the bytes kept under a hash still have that hash. */
  verify(sha256: string): Promise<boolean>;
  /** For the quarantine job only: nothing else may delete bytes that several documents can share. */
  remove(sha256: string): Promise<void>;
  /** Clears away what interrupted uploads left behind before a moment; answers how many. */
  sweep(before: Date): Promise<number>;
}

/** Where bytes physically are. A name appears under `settle` whole or not at all. */
export interface Shelf {
  write(path: string, source: Readable): Promise<void>;
  /** Forces written bytes to the medium. */
  flush(path: string): Promise<void>;
  read(path: string): Promise<Readable>;
  /** Reads what is there to its end: its hash and its size. */
  measure(path: string): Promise<KeptBytes>;
  exists(path: string): Promise<boolean>;
  /** Gives a written file its final name unless that name is taken; the passing name may remain. */
  settle(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  list(folder: string): AsyncIterable<{ path: string; modifiedAt: Date }>;
}
