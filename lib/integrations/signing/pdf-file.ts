import 'server-only';
import { inflateSync } from 'node:zlib';
import { DomainError } from '@/lib/kernel/errors';

/** Just enough of a PDF to extend it: papers of this portal have classic cross-reference tables and one generation. */
export interface PdfFile {
  bytes: Buffer;
  offsets: ReadonlyMap<number, number>;
  size: number;
  startxref: number;
  /** Trailer entries that an update repeats: /Root, /Info, /ID. */
  trailer: string;
}

export function readPdf(bytes: Buffer): PdfFile {
  const offsets = new Map<number, number>();
  const startxref = lastStartxref(bytes);
  let at: number | null = startxref;
  let trailer = '';
  while (at !== null) {
    const table = readTable(bytes, at);
    for (const [id, offset] of table.offsets) if (!offsets.has(id)) offsets.set(id, offset);
    trailer ||= table.trailer;
    at = table.previous;
  }
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);
  if (!Number.isInteger(size)) throw new DomainError('invalid', 'pdf.trailer');
  return { bytes, offsets, size, startxref, trailer };
}

function lastStartxref(bytes: Buffer): number {
  const tail = bytes.subarray(-64).toString('latin1');
  const match = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
  if (!match) throw new DomainError('invalid', 'pdf.startxref');
  return Number(match[1]);
}

function readTable(bytes: Buffer, at: number) {
  const trailerAt = bytes.indexOf('trailer', at);
  const end = bytes.indexOf('startxref', trailerAt);
  if (bytes.toString('latin1', at, at + 4) !== 'xref' || trailerAt < 0 || end < 0) {
    throw new DomainError('invalid', 'pdf.xref');
  }
  const trailer = bytes.toString('latin1', trailerAt + 7, end);
  const offsets = new Map<number, number>();
  let id = 0;
  for (const line of bytes.toString('latin1', at + 4, trailerAt).split('\n')) {
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    const section = entry ? null : /^(\d+) \d+\s*$/.exec(line);
    if (section) id = Number(section[1]);
    if (entry?.[2] === 'n') offsets.set(id, Number(entry[1]));
    if (entry) id += 1;
  }
  const previous = /\/Prev (\d+)/.exec(trailer);
  // A table may only point back, or a forged file could keep us here for ever.
  return { offsets, trailer, previous: previous && Number(previous[1]) < at ? Number(previous[1]) : null };
}

/** The dictionary of an object as latin1 text; for a stream, what stands before it. */
export function objectText(file: PdfFile, id: number): string {
  const offset = file.offsets.get(id);
  if (offset === undefined) throw new DomainError('invalid', 'pdf.object');
  const head = `${id} 0 obj`;
  const end = file.bytes.indexOf('endobj', offset);
  const text = file.bytes.toString('latin1', offset, end);
  if (!text.startsWith(head)) throw new DomainError('invalid', 'pdf.object');
  const stream = text.indexOf('stream\n');
  return text.slice(head.length, stream < 0 ? undefined : stream).trim();
}

export function streamText(file: PdfFile, id: number): string {
  const offset = file.offsets.get(id) ?? 0;
  const length = Number(/\/Length (\d+)/.exec(objectText(file, id))?.[1]);
  const start = file.bytes.indexOf('stream\n', offset) + 'stream\n'.length;
  const raw = file.bytes.subarray(start, start + length);
  return (/\/FlateDecode/.test(objectText(file, id)) ? inflateSync(raw) : raw).toString('latin1');
}

/** The object number that follows a key: `/Root 3 0 R` → 3. */
export function refAfter(text: string, key: string): number {
  const match = new RegExp(`${key}\\s*\\[?\\s*(\\d+) 0 R`).exec(text);
  if (!match) throw new DomainError('invalid', `pdf.${key.slice(1)}`);
  return Number(match[1]);
}

export interface NewObject {
  id: number;
  text: string;
}

/** Appends objects as an incremental update: every byte that was there stays where it was. */
export function appendObjects(file: PdfFile, objects: readonly NewObject[]): Buffer {
  const parts: Buffer[] = [file.bytes, Buffer.from('\n')];
  let position = file.bytes.length + 1;
  const rows: string[] = ['0 1\n0000000000 65535 f \n'];
  for (const { id, text } of [...objects].sort((a, b) => a.id - b.id)) {
    const bytes = Buffer.from(`${id} 0 obj\n${text}\nendobj\n`, 'latin1');
    rows.push(`${id} 1\n${String(position).padStart(10, '0')} 00000 n \n`);
    parts.push(bytes);
    position += bytes.length;
  }
  const size = Math.max(file.size, ...objects.map(({ id }) => id + 1));
  const kept = file.trailer
    .replace(/\/Size \d+\s*/, '')
    .replace(/\/Prev \d+\s*/, '')
    .trim();
  const trailer = kept.replace(/^<</, `<<\n/Size ${size}\n/Prev ${file.startxref}`);
  parts.push(
    Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${position}\n%%EOF`, 'latin1'),
  );
  return Buffer.concat(parts);
}

/** A PDF text string in UTF-16BE, as a hexadecimal literal. */
export function textString(value: string): string {
  return `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
}

/** D:20261122103000+07'00': a moment as PDF writes it, in Vietnam's time. */
export function pdfDate(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return `(D:${local.slice(0, 19).replaceAll(/[-T:]/g, '')}+07'00')`;
}
