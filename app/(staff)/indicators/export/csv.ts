import type { Cell, Sheet } from './sheet';

/** One sheet as CSV: plain numbers with a point, civil dates as ISO, the mark that lets spreadsheets see UTF-8. */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ header }) => header), ...rows];
  return `\uFEFF${lines.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12)));
  // A leading sign would be run as a formula.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
