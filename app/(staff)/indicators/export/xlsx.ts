import ExcelJS from 'exceljs';
import type { Cell, Column, Kind, Sheet } from './sheet';

/** Excel shows these with the reader's own separators: 1.128 and 68,4% on a Vietnamese desk. */
const formats = {
  text: '@',
  count: '#,##0',
  decimal: '#,##0.0',
  share: '0.0%',
  date: 'dd/mm/yyyy',
} as const satisfies Record<Kind, string>;

const ink = 'FF0B2540';

export async function workbookOf(sheets: readonly Sheet[], title: string): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, { name, columns, rows }: Sheet): void {
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = columns.map(({ header, kind, width = 14 }) => ({
    header,
    width,
    style: { numFmt: formats[kind], alignment: alignment(kind) },
  }));
  const head = sheet.getRow(1);
  head.font = { bold: true, color: { argb: ink } };
  head.alignment = { wrapText: true, vertical: 'bottom' };
  head.border = { bottom: { style: 'medium', color: { argb: ink } } };
  for (const row of rows) sheet.addRow(row.map((cell, index) => excelValue(cell, columns[index])));
  if (rows.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
}

function alignment(kind: Kind): Partial<ExcelJS.Alignment> {
  return kind === 'text' ? { wrapText: true, vertical: 'top' } : { horizontal: 'right', vertical: 'top' };
}

/** A civil date becomes midnight in universal time, which is how a workbook keeps days. */
function excelValue(cell: Cell, column: Column | undefined): string | number | Date | null {
  if (column?.kind !== 'date' || typeof cell !== 'string') return cell;
  return new Date(`${cell}T00:00:00Z`);
}

/** A sheet's name may not be long nor carry signs of an address. */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]*?:/\\]/g, ' ').slice(0, 31);
}
