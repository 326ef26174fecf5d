import 'server-only';
import { pipeline, Readable, Transform } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import ExcelJS from 'exceljs';
import { DomainError } from '@/lib/kernel/errors';
import type { RawRow, RawValue } from '../rules';
import type { FileFormat } from '../schema';

/** A cell longer than this is no answer; it would only fill the memory. */
const longestRow = 200_000;
const longestCell = 4000;

/** What the first bytes say: an XLSX is a ZIP, everything else is taken for text. */
const formatOf = (head: Uint8Array): FileFormat => (head[0] === 0x50 && head[1] === 0x4b ? 'xlsx' : 'csv');

/** The rows of a table file as they come, numbered as a spreadsheet numbers them. */
export async function* readRows(stream: Readable): AsyncGenerator<RawRow> {
  const source = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await source.next();
  if (first.done === true) return;
  const whole = Readable.from(joined(first.value, source));
  yield* formatOf(first.value) === 'xlsx' ? readWorkbook(whole) : readText(whole, first.value);
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* readText(stream: Readable, head: Buffer): AsyncGenerator<RawRow> {
  const options: Options = {
    bom: true,
    delimiter: delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: longestRow,
  };
  const parser = parse(options);
  // A failure anywhere ends the parser, and reading from it then throws.
  pipeline(stream, utf8(), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>)
      yield { row: info.lines, cells: record };
  } catch (cause) {
    throw asUnreadable(cause);
  }
}

/** The separator of the heading decides: Excel writes a semicolon where the comma separates decimals. */
function delimiterOf(head: Buffer): string {
  const [line = ''] = head.subarray(0, 4000).toString('utf8').split('\n', 1);
  const count = (sign: string) => line.split(sign).length;
  return [';', '\t'].find((sign) => count(sign) > count(',')) ?? ',';
}

/** Bytes that are no UTF-8 would turn letters into signs nobody wrote; such a file is refused. */
function utf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk: Buffer | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      done(null, chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
    } catch (cause) {
      done(new DomainError('unsupported_file', 'utf-8', { cause }));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, done),
    flush: (done) => decode(undefined, done),
  });
}

/** The first sheet of a workbook; the others explain it. */
async function* readWorkbook(stream: Readable): AsyncGenerator<RawRow> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(stream, {
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
    entries: 'ignore',
  });
  try {
    for await (const sheet of reader) {
      for await (const row of sheet) {
        const values = row.values as readonly ExcelJS.CellValue[];
        yield { row: row.number, cells: values.slice(1).map(rawOf) };
      }
      return;
    }
  } catch (cause) {
    throw asUnreadable(cause);
  }
}

/** A formula counts by its last result; rich text by its letters. */
function rawOf(value: ExcelJS.CellValue | undefined): RawValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.slice(0, longestCell);
  if (typeof value !== 'object' || value instanceof Date) return value;
  if ('result' in value) return rawOf(value.result);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? String(value.text) : null;
}

function asUnreadable(cause: unknown): DomainError {
  return cause instanceof DomainError ? cause : new DomainError('unsupported_file', 'table', { cause });
}
