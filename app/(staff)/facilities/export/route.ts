import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { exportFacilities } from '@/lib/facilities/queries/list';
import { dayWithin } from '@/lib/facilities/rules';
import { type FacilityLine, ListFacilities } from '@/lib/facilities/schema';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { type CsvShape, csvAnswer, csvStream } from '@/lib/kernel/csv';
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
  const row = (line: FacilityLine) => columns.map((column) => textOf(line, column, t));
  return words.as === 'xlsx'
    ? new Response(workbook(pieces, { head, row }), {
        headers: {
          'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': `attachment; filename="${name}.xlsx"`,
          'cache-control': 'no-store',
        },
      })
    : csvAnswer(csvStream(pieces, { head, row }), name);
}

type Pieces = AsyncGenerator<FacilityLine[], void>;

/** Written row by row, so that a file of the whole country needs no more memory than one of a province. */
function workbook(pieces: Pieces, { head, row }: CsvShape<FacilityLine>): ReadableStream<Uint8Array> {
  const pipe = new PassThrough();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: pipe, useSharedStrings: false });
  const sheet = book.addWorksheet(head[0] ?? 'Sheet', { views: [{ state: 'frozen', ySplit: 1 }] });
  async function write() {
    sheet.columns = head.map((_, at) => ({ width: at < 2 ? 56 : 20 }));
    sheet.addRow([...head]).commit();
    for await (const lines of pieces) for (const line of lines) sheet.addRow([...row(line)]).commit();
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
