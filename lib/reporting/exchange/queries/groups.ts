import 'server-only';
import type { RawRow } from '../rules';
import { cellsOfRow, type FileCell, type Header, headerOf, headings } from '../rules';
import type { ImportFault, ImportFaultCode, ImportOptions } from '../schema';

/** The cells of one facility in one period; they stand together in the file. */
export interface FileGroup {
  facility: string;
  period: string;
  cells: FileCell[];
}

export const faultAt = (cell: FileCell, code: ImportFaultCode, column = cell.column): ImportFault => ({
  row: cell.row,
  column,
  value: String(cell.value ?? '').slice(0, 80),
  code,
  part: cell.part === '' ? null : cell.part,
});

export interface Watching {
  options: ImportOptions;
  onRow: () => void;
  onFault: (fault: ImportFault) => void;
}

/** More parts than any form has: whoever puts more under one facility has not written a form. */
const mostCells = 200;

/** Facility by facility, as the rows come: memory holds one of them, whatever the length of the file. */
export async function* groupsOf(rows: AsyncIterable<RawRow>, watch: Watching): AsyncGenerator<FileGroup> {
  const closed = new Set<string>();
  let open: FileGroup | null = null;
  for await (const cell of cellsOf(rows, watch)) {
    const period = cell.period === '' ? (watch.options.period ?? '') : cell.period;
    const fault = missingIn(cell, period);
    if (fault !== null) {
      watch.onFault(fault);
      continue;
    }
    const key = `${cell.facility}:${period}`;
    if (open === null || keyOf(open) !== key) {
      if (open !== null) {
        closed.add(keyOf(open));
        yield open;
      }
      open = { facility: cell.facility, period, cells: [] };
    }
    if (closed.has(key)) watch.onFault(faultAt(cell, 'scattered', headings.facility));
    else if (open.cells.length >= mostCells) watch.onFault(faultAt(cell, 'twice'));
    else open.cells.push(cell);
  }
  if (open !== null) yield open;
}

const keyOf = ({ facility, period }: FileGroup) => `${facility}:${period}`;

function missingIn(cell: FileCell, period: string): ImportFault | null {
  if (cell.facility === '') return faultAt(cell, 'facility_missing', headings.facility);
  if (period === '') return faultAt(cell, 'period_missing', headings.period);
  return cell.part === '' ? faultAt(cell, 'part_missing', headings.part) : null;
}

/** The first row with anything in it names the columns. */
async function* cellsOf(rows: AsyncIterable<RawRow>, watch: Watching): AsyncGenerator<FileCell> {
  let header: Header | null = null;
  for await (const raw of rows) {
    if (raw.cells.every((cell) => cell === null || cell === '')) continue;
    if (header !== null) {
      watch.onRow();
      yield* cellsOfRow(header, raw);
      continue;
    }
    const found = headerOf(raw.cells);
    if (found.kind === 'fault') {
      const { row } = raw;
      for (const column of found.missing)
        watch.onFault({ row, column, value: '', code: 'columns_missing', part: null });
      return;
    }
    header = found;
  }
}
