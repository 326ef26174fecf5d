import 'server-only';
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Options, parse } from 'csv-parse';
import { DomainError } from '@/lib/kernel/errors';
import type { RawRow } from '../rules';
import { type FileFormat, maxImportBytes } from '../schema';
import { readWorkbook } from './workbook';

const longestRow = 200_000;

/** What the first bytes say: an XLSX is a ZIP, everything else is taken for text. */
const formatOf = (head: Uint8Array): FileFormat => (head[0] === 0x50 && head[1] === 0x4b ? 'xlsx' : 'csv');

/**
 * The rows of a table file as they come, numbered as a spreadsheet numbers them, some at a time: handing over each
 * alone would cost more than reading it.
 */
export async function* readRows(stream: Readable): AsyncGenerator<readonly RawRow[]> {
  const source = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    const first = await source.next();
    if (first.done === true) return;
    const whole = joined(first.value, source);
    yield* formatOf(first.value) === 'xlsx'
      ? readWorkbook(await collected(whole))
      : readText(whole, first.value);
  } catch (cause) {
    throw cause instanceof DomainError ? cause : new DomainError('unsupported_file', 'table', { cause });
  } finally {
    stream.destroy();
  }
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function collected(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size > maxImportBytes) throw new DomainError('too_large', String(maxImportBytes));
  }
  return Buffer.concat(held);
}

async function* readText(chunks: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<readonly RawRow[]> {
  let rows: RawRow[] = [];
  const options: Options<string[]> = {
    bom: true,
    delimiter: delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    // Taken here, no row passes through the parser's own stream.
    on_record: (cells, { lines: row }) => {
      rows.push({ row, cells });
      return null;
    },
  };
  const parser = parse(options);
  parser.on('error', () => undefined);
  for await (const chunk of letters(chunks)) {
    await new Promise<void>((done, fail) => {
      parser.write(chunk, (cause) => (cause ? fail(cause) : done()));
    });
    yield rows;
    rows = [];
  }
  parser.end();
  await finished(parser.resume());
  yield rows;
}

/** The separator of the heading decides: Excel writes a semicolon where the comma separates decimals. */
function delimiterOf(head: Buffer): string {
  const [line = ''] = head.subarray(0, 4000).toString('utf8').split('\n', 1);
  const count = (sign: string) => line.split(sign).length;
  return [';', '\t'].find((sign) => count(sign) > count(',')) ?? ',';
}

/** Bytes that are no UTF-8 would turn letters into signs nobody wrote; such a file is refused. */
async function* letters(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = endOfLetters(bytes);
    yield asUtf8(bytes.subarray(0, end));
    rest = bytes.subarray(end);
  }
  yield asUtf8(rest);
}

function asUtf8(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  throw new DomainError('unsupported_file', 'utf-8');
}

/** Where the last whole letter ends: a chunk may stop within one. */
function endOfLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
