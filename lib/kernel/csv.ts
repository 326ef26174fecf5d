/** CSV as spreadsheets open it in Vietnamese. */
export type CsvCell = string | number | null;

/** A spreadsheet takes the file for UTF-8 only when it begins with this mark. */
const mark = '\uFEFF';

/** Numbers with a point, words quoted; what a spreadsheet would run as a formula is told to be text. */
function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12)));
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/** A whole small file; the first row holds the names of the columns. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string => `${mark}${csvLines(rows)}`;

export interface CsvShape<T> {
  head: readonly string[];
  row: (line: T) => readonly CsvCell[];
}

/** A file of any length, written as fast as the reader takes it, piece by piece as the database gives it. */
export function csvStream<T>(
  pieces: AsyncGenerator<readonly T[], void>,
  { head, row }: CsvShape<T>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(csvText([head]))),
    async pull(stream) {
      const { value, done } = await pieces.next();
      if (done) return stream.close();
      stream.enqueue(encoder.encode(csvLines(value.map(row))));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

export function csvAnswer(body: ReadableStream<Uint8Array> | string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
