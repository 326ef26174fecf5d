import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { exportFacilities } from '@/lib/facilities/queries/list';
import { dayWithin } from '@/lib/facilities/rules';
import { type FacilityLine, ListFacilities } from '@/lib/facilities/schema';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { requireStaffWith } from '@/lib/session/staff';
import { wordsOf } from '../address';

const columns = [
  'nameThen',
  'nameToday',
  'code',
  'placeCode',
  'place',
  'class',
  'form',
  'ownership',
  'managedBy',
  'status',
  'sample',
  'id',
] as const;

type Words = Awaited<ReturnType<typeof getTranslations<'facilities'>>>;

/** Everything the filter finds, piece by piece as the database gives it, as CSV or a workbook. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaffWith('facility.read');
  const words = wordsOf(Object.fromEntries(request.nextUrl.searchParams));
  const input = ListFacilities.parse(words);
  const [pieces, t] = await Promise.all([exportFacilities(actor, input), getTranslations('facilities')]);
  const name = `${t('list.file')}-${dayWithin(input.at, civilDateAt(now()))}`;
  const head = columns.map((column) => t(`list.column.${column}`));
  const rows = (lines: readonly FacilityLine[]) =>
    lines.map((line) => columns.map((column) => textOf(line, column, t)));
  return words.as === 'xlsx'
    ? file(workbook(pieces, { head, rows }), {
        name: `${name}.xlsx`,
        mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      })
    : file(csv(pieces, { head, rows }), { name: `${name}.csv`, mime: 'text/csv; charset=utf-8' });
}

function file(body: ReadableStream<Uint8Array>, { name, mime }: { name: string; mime: string }): Response {
  return new Response(body, {
    headers: {
      'content-type': mime,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

interface Sheet {
  head: readonly string[];
  rows: (lines: readonly FacilityLine[]) => string[][];
}

type Pieces = AsyncGenerator<FacilityLine[], void>;

function csv(pieces: Pieces, { head, rows }: Sheet): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const lines = (list: readonly (readonly string[])[]) =>
    list.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return new ReadableStream({
    // A spreadsheet takes the file for UTF-8 only when it begins with this mark.
    start: (stream) => stream.enqueue(encoder.encode(`\uFEFF${lines([head])}`)),
    async pull(stream) {
      const { value, done } = await pieces.next();
      if (done) return stream.close();
      stream.enqueue(encoder.encode(lines(rows(value))));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** Written row by row, so that a file of the whole country needs no more memory than one of a province. */
function workbook(pieces: Pieces, { head, rows }: Sheet): ReadableStream<Uint8Array> {
  const pipe = new PassThrough();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: pipe, useSharedStrings: false });
  const sheet = book.addWorksheet(head[0] ?? 'Sheet', { views: [{ state: 'frozen', ySplit: 1 }] });
  async function write() {
    sheet.columns = head.map((_, at) => ({ width: at < 2 ? 56 : 20 }));
    sheet.addRow([...head]).commit();
    for await (const lines of pieces) for (const row of rows(lines)) sheet.addRow(row).commit();
    await book.commit();
  }
  void write().catch((cause: Error) => pipe.destroy(cause));
  return Readable.toWeb(pipe) as ReadableStream<Uint8Array>;
}

function textOf(line: FacilityLine, column: (typeof columns)[number], t: Words): string {
  switch (column) {
    case 'nameThen':
      return line.name.vi;
    case 'nameToday':
      return line.today.vi;
    case 'code':
      return line.code ?? '';
    case 'placeCode':
      return line.place?.code ?? '';
    case 'place':
      return line.place === null
        ? ''
        : t(`place.${line.place.type ?? 'plain'}`, { name: line.place.name.vi.replace(/^TP\. /, '') });
    case 'class':
      return t(`class.${line.class}`);
    case 'form':
      return t(`form.${line.form}`);
    case 'ownership':
      return t(`ownership.${line.ownership}`);
    case 'managedBy':
      return t(`managedBy.${line.managedBy}`);
    case 'status':
      return t(`status.${line.status}`);
    case 'sample':
      return t(line.sample ? 'list.yes' : 'list.no');
    case 'id':
      return line.id;
  }
}

/** Quoted; what a spreadsheet would take for a formula is told to be text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
