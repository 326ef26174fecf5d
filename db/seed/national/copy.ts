import 'server-only';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';

/** A column's value. JSON comes as its text; an array becomes an array of PostgreSQL. */
export type Field =
  | string
  | number
  | bigint
  | boolean
  | Date
  | null
  | undefined
  | readonly (string | number | null)[];
export type Row = readonly Field[];

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : text;
}

function arrayOf(items: readonly (string | number | null)[]): string {
  const parts = items.map((item) =>
    typeof item === 'string' ? `"${item.replace(/["\\]/g, '\\$&')}"` : String(item),
  );
  return `{${parts.join(',')}}`;
}

/** A value as the text format of COPY spells it. */
export function copyText(field: Field): string {
  if (typeof field === 'string') return escaped(field);
  if (field === null || field === undefined) return '\\N';
  if (field instanceof Date) return field.toISOString();
  return typeof field === 'object' ? escaped(arrayOf(field)) : String(field);
}

export function copyLine(row: Row): string {
  let line = '';
  for (let at = 0; at < row.length; at += 1) line += at === 0 ? copyText(row[at]) : `\t${copyText(row[at])}`;
  return `${line}\n`;
}

/** Pieces of about this many characters: large enough for the socket, small enough for constant memory. */
const pieceSize = 128 * 1024;

function* pieces(lines: Iterable<string>, counted: { rows: number }): Generator<Buffer> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    counted.rows += 1;
    if (piece.length < pieceSize) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}

function* linesOf(rows: Iterable<Row>): Generator<string> {
  for (const row of rows) yield copyLine(row);
}

export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly string[];
}

async function send(
  tx: postgres.TransactionSql,
  { table, columns }: CopyTarget,
  given: Iterable<Buffer>,
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const query = tx.unsafe(`copy "${table}" (${names}) from stdin`);
  // The driver tells the stream of a refusal only until its last piece is sent; the query hears of it always.
  const refused = new Promise<never>((_, reject) => Object.assign(query, { reject }));
  const into = await Promise.race([query.writable(), refused]);
  await Promise.race([pipeline(Readable.from(given, { objectMode: true, highWaterMark: 4 }), into), refused]);
}

/** Sends lines that already are in the text format of COPY; answers how many. */
export async function copyLines(
  tx: postgres.TransactionSql,
  target: CopyTarget,
  lines: Iterable<string>,
): Promise<number> {
  const counted = { rows: 0 };
  await send(tx, target, pieces(lines, counted));
  return counted.rows;
}

/** Lines written ahead, as the bytes that will be sent: many small strings kept for later are slow to keep. */
export interface Sheet {
  readonly add: (line: string) => void;
  readonly send: (tx: postgres.TransactionSql) => Promise<number>;
}

export function newSheet(target: CopyTarget): Sheet {
  const full: Buffer[] = [];
  let piece = Buffer.allocUnsafe(pieceSize);
  let [at, rows] = [0, 0];
  return {
    add(line) {
      // A character takes at most three bytes.
      if (at + line.length * 3 > piece.length) {
        full.push(piece.subarray(0, at));
        piece = Buffer.allocUnsafe(Math.max(pieceSize, line.length * 3));
        at = 0;
      }
      at += piece.write(line, at);
      rows += 1;
    },
    async send(tx) {
      if (rows > 0) await send(tx, target, [...full, piece.subarray(0, at)]);
      return rows;
    },
  };
}

/** Fills a table through COPY, one piece at a time as the server takes them; answers how many rows went. */
export function copyInto(
  tx: postgres.TransactionSql,
  target: CopyTarget,
  rows: Iterable<Row>,
): Promise<number> {
  return copyLines(tx, target, linesOf(rows));
}
