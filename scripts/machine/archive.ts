import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { Fault } from './say';

const Part = z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string().length(64) });
export type Part = z.output<typeof Part>;

/** What a backup is: one folder, each file with its checksum, and this list with a checksum of its own. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** The last migration: data fit only the tables they came from. */
  migration: z.string().nullable(),
  tables: z.array(
    z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()), part: Part }),
  ),
  sequences: z.array(
    z.object({ schema: z.string(), name: z.string(), value: z.string(), called: z.boolean() }),
  ),
  files: z.array(Part),
});
export type Manifest = z.output<typeof Manifest>;

/** Counts and hashes what passes through. */
export function measure() {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}

async function measured(path: string): Promise<{ bytes: number; sha256: string }> {
  const meter = measure();
  meter.stream.resume();
  await pipeline(createReadStream(path), meter.stream);
  return meter.result();
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Reads a backup and checks every byte of it, before anything is touched. */
export async function openArchive(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  const seal = await readFile(join(folder, 'manifest.sha256'), 'utf8').catch(() => null);
  if (text === null || seal === null)
    throw new Fault(`${folder} không phải là bản sao lưu trọn vẹn. / ${folder} is not a complete backup.`);
  if (seal.trim() !== sha256(text)) throw damaged(join(folder, 'manifest.json'));
  const manifest = Manifest.parse(JSON.parse(text));
  for (const part of [...manifest.tables.map((table) => table.part), ...manifest.files]) {
    const path = join(folder, part.path);
    if (!existsSync(path)) throw damaged(path);
    const found = await measured(path);
    if (found.sha256 !== part.sha256 || found.bytes !== part.bytes) throw damaged(path);
  }
  return manifest;
}

const damaged = (path: string) =>
  new Fault(
    `Bản sao lưu bị hỏng: ${path} không khớp mã kiểm tra. / The backup is damaged: ${path} does not fit its checksum.`,
  );

export async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
