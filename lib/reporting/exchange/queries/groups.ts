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
/** What is decided and written at once: enough that a statement costs little each, few enough locks and memory. */
const atOnce = { cells: 2000, groups: 100 } as const;

/** Some facilities at a time, as the rows come: memory holds no more of them, whatever the length of the file. */
export async function* groupsOf(
  pages: AsyncIterable<readonly RawRow[]>,
  watch: Watching,
): AsyncGenerator<FileGroup[]> {
  const gathering = new Gathering(watch);
  for await (const page of pages)
    for (const row of page) {
      if (!gathering.take(row)) return;
      if (gathering.isFull()) yield gathering.whole();
    }
  const last = gathering.all();
  if (last.length > 0) yield last;
}

/** Rows become facilities: the last one stays open, its next row may follow. */
class Gathering {
  readonly #watch: Watching;
  readonly #closed = new Set<string>();
  #header: Header | null = null;
  #open: FileGroup | null = null;
  #whole: FileGroup[] = [];
  #cells = 0;

  constructor(watch: Watching) {
    this.#watch = watch;
  }

  /** The first row with anything in it names the columns; false when they are not there. */
  take(raw: RawRow): boolean {
    if (raw.cells.every((cell) => cell === null || cell === '')) return true;
    if (this.#header === null) return this.#readHeader(raw);
    this.#watch.onRow();
    for (const cell of cellsOfRow(this.#header, raw)) this.#add(cell);
    return true;
  }

  isFull(): boolean {
    return this.#cells >= atOnce.cells || this.#whole.length >= atOnce.groups;
  }

  whole(): FileGroup[] {
    const whole = this.#whole;
    this.#whole = [];
    this.#cells = 0;
    return whole;
  }

  /** What is whole when no row follows. */
  all(): FileGroup[] {
    this.#close();
    return this.whole();
  }

  #readHeader({ row, cells }: RawRow): boolean {
    const found = headerOf(cells);
    if (found.kind !== 'fault') {
      this.#header = found;
      return true;
    }
    for (const column of found.missing)
      this.#watch.onFault({ row, column, value: '', code: 'columns_missing', part: null });
    return false;
  }

  #add(cell: FileCell): void {
    const { onFault, options } = this.#watch;
    const period = cell.period === '' ? (options.period ?? '') : cell.period;
    const fault = missingIn(cell, period);
    if (fault !== null) {
      onFault(fault);
      return;
    }
    if (this.#open === null || this.#open.facility !== cell.facility || this.#open.period !== period) {
      this.#close();
      this.#open = { facility: cell.facility, period, cells: [] };
    }
    if (this.#closed.has(keyOf(this.#open))) onFault(faultAt(cell, 'scattered', headings.facility));
    else if (this.#open.cells.length >= mostCells) onFault(faultAt(cell, 'twice'));
    else this.#open.cells.push(cell);
  }

  #close(): void {
    if (this.#open === null || this.#closed.has(keyOf(this.#open))) return;
    this.#closed.add(keyOf(this.#open));
    this.#whole.push(this.#open);
    this.#cells += this.#open.cells.length;
  }
}

const keyOf = ({ facility, period }: FileGroup) => `${facility}:${period}`;

function missingIn(cell: FileCell, period: string): ImportFault | null {
  if (cell.facility === '') return faultAt(cell, 'facility_missing', headings.facility);
  if (period === '') return faultAt(cell, 'period_missing', headings.period);
  return cell.part === '' ? faultAt(cell, 'part_missing', headings.part) : null;
}
