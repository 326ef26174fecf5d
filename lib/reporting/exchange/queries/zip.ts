import 'server-only';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { DomainError } from '@/lib/kernel/errors';

/** Where one file of a ZIP stands in it. */
interface Entry {
  /** Of its own header, which stands right before its bytes. */
  header: number;
  packed: number;
  method: number;
}

const unreadable = (what: string) => new DomainError('unsupported_file', what);
const stored = 0;
const deflated = 8;

/** The files of a ZIP by name, from the directory at its end. */
export function entriesOf(zip: Buffer): ReadonlyMap<string, Entry> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > zip.length) throw unreadable('zip.directory');
  const count = zip.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw unreadable('zip.directory');
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const start = at + 46;
    entries.set(zip.toString('utf8', start, start + (name ?? 0)).toLowerCase(), {
      header: zip.readUInt32LE(at + 42),
      packed: zip.readUInt32LE(at + 20),
      method: zip.readUInt16LE(at + 10),
    });
    at = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** One file of the ZIP, unpacked as it is read. */
export function openEntry(zip: Buffer, { header, packed, method }: Entry): Readable {
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== 0x04034b50) throw unreadable('zip.entry');
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + packed);
  if (method === stored) return Readable.from([bytes]);
  if (method !== deflated) throw unreadable('zip.method');
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  inflate.end(bytes);
  return inflate;
}
