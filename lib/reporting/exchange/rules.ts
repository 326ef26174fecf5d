/**
 * How the form is written into a table file and read from one. A file is typed by people and by programs: headings
 * and words are understood in both languages, numbers as in Vietnam or plain, and what has two meanings is refused.
 */
import { foldTones } from '@/lib/kernel/text';
import { readText } from '../cells/rules';
import type { CellValue } from '../checks';
import { type ElementPart, storedAs } from '../define';
import type { CellState } from '../schema';
import type { ExchangeColumn, ImportFaultCode } from './schema';

/** What a cell of a table file may hold. */
export type RawValue = string | number | boolean | Date | null;
export type RawRow = { readonly row: number; readonly cells: readonly RawValue[] };

export const headings = {
  facility: 'ma_cskcb',
  facility_name: 'ten_co_so',
  period: 'ky',
  part: 'ma_chi_tieu',
  label: 'ten_chi_tieu',
  value: 'gia_tri',
  state: 'trang_thai',
  reason: 'ly_do',
  revision: 'phien_ban',
} as const satisfies Record<ExchangeColumn, string>;

const otherHeadings: Readonly<Record<string, ExchangeColumn>> = {
  facility: 'facility',
  orgunit: 'facility',
  period: 'period',
  part: 'part',
  element: 'part',
  dataelement: 'part',
  value: 'value',
  state: 'state',
  reason: 'reason',
  revision: 'revision',
  facility_name: 'facility_name',
  label: 'label',
};

const headingOf = new Map<string, ExchangeColumn>([
  ...Object.entries(headings).map(([column, heading]) => [heading, column as ExchangeColumn] as const),
  ...Object.entries(otherHeadings),
]);

/** The long form has a row for each cell, the wide form a row for each facility and a column for each part. */
export type Header =
  | { kind: 'long'; at: ReadonlyMap<ExchangeColumn, number> }
  | {
      kind: 'wide';
      at: ReadonlyMap<ExchangeColumn, number>;
      parts: readonly { part: string; index: number }[];
    };

export function headerOf(cells: readonly RawValue[]): Header | { kind: 'fault'; missing: string[] } {
  const names = cells.map((cell) => foldTones(textOf(cell)).replaceAll(' ', '_'));
  const at = new Map<ExchangeColumn, number>();
  for (const [index, name] of names.entries()) {
    const column = headingOf.get(name);
    if (column !== undefined && !at.has(column)) at.set(column, index);
  }
  const parts = names.flatMap((name, index) =>
    /^e\d{2}[a-e]?$/.test(name) ? [{ part: `E${name.slice(1)}`, index }] : [],
  );
  if (parts.length > 0 && at.has('facility') && !at.has('part')) return { kind: 'wide', at, parts };
  const missing = (['facility', 'part', 'value'] as const).filter((column) => !at.has(column));
  if (missing.length > 0) return { kind: 'fault', missing: missing.map((column) => headings[column]) };
  return { kind: 'long', at };
}

/** One cell of the form as it stands in the file. */
export interface FileCell {
  row: number;
  /** Heading of the column its value stands in. */
  column: string;
  facility: string;
  period: string;
  part: string;
  value: RawValue;
  state: string;
  reason: string;
  revision: string;
}

export function cellsOfRow(header: Header, { row, cells }: RawRow): FileCell[] {
  const text = (column: ExchangeColumn) => {
    const index = header.at.get(column);
    return index === undefined ? '' : plainText(textOf(cells[index] ?? null));
  };
  const shared = { row, facility: text('facility'), period: text('period') };
  if (header.kind === 'wide')
    return header.parts.map(({ part, index }) => ({
      ...shared,
      column: part,
      part,
      value: cells[index] ?? null,
      state: '',
      reason: '',
      revision: '',
    }));
  return [
    {
      ...shared,
      column: headings.value,
      part: partNamed(text('part')),
      value: cells[header.at.get('value') ?? -1] ?? null,
      state: text('state'),
      reason: text('reason'),
      revision: text('revision'),
    },
  ];
}

/** E01A and e01a mean E01a. */
const partNamed = (text: string) =>
  /^E\d{2}[a-e]?$/.test(text)
    ? text
    : text.toUpperCase().replace(/[A-E]$/, (suffix, at: number) => (at > 2 ? suffix.toLowerCase() : suffix));

export function textOf(raw: RawValue): string {
  if (raw === null) return '';
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? '' : raw.toISOString().slice(0, 10);
  return String(raw).trim();
}

/** A leading sign would be run as a formula by a spreadsheet; an apostrophe makes it text and is taken off again. */
export const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const plainText = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const stateWords = {
  value: ['', 'value', 'gia tri', 'co gia tri'],
  not_applicable: ['not_applicable', 'khong ap dung'],
  unknown: ['unknown', 'chua biet', 'chua co so lieu', 'khong ro'],
  withdrawn: ['withdrawn', 'da rut', 'rut'],
} as const satisfies Record<CellState, readonly string[]>;

export function stateOf(text: string): CellState | null {
  if (text === '') return 'value';
  const word = foldTones(text);
  const found = Object.entries(stateWords).find(([, words]) => words.some((one) => one === word));
  return (found?.[0] as CellState | undefined) ?? null;
}

const writtenStates = {
  value: 'giá trị',
  not_applicable: 'không áp dụng',
  unknown: 'chưa biết',
  withdrawn: 'đã rút',
} as const satisfies Record<CellState, string>;

export const writtenState = (state: CellState): string => writtenStates[state];

export type ReadValue =
  | { kind: 'empty' }
  | { kind: 'value'; value: CellValue }
  | { kind: 'fault'; code: ImportFaultCode };

/** What a cell of the file means for this part. */
export function readValue(part: ElementPart, raw: RawValue): ReadValue {
  if (typeof raw === 'number' && part.type !== 'boolean' && storedAs[part.type] === 'number')
    return { kind: 'value', value: raw };
  if (typeof raw === 'boolean' && part.type === 'boolean') return { kind: 'value', value: raw };
  const text = plainText(textOf(raw)).normalize('NFC');
  if (text === '') return { kind: 'empty' };
  if (storedAs[part.type] === 'number' && part.type !== 'boolean' && isPlainNumber(text))
    return { kind: 'value', value: Number(text) };
  if (part.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'value', value: text };
  return typed(part, text);
}

/** As programs write: no groups, a point before decimals. 1.234 is left to be asked: here it also means 1234. */
const isPlainNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text) && !/^-?\d{1,3}\.\d{3}$/.test(text);

function typed({ type, options }: ElementPart, text: string): ReadValue {
  const codes = options?.map(({ code }) => code);
  const reading = readText(type, type === 'enum' ? codeOf(text, options) : text, codes);
  if (reading.kind === 'ask') return { kind: 'fault', code: 'ambiguous_number' };
  return reading;
}

/** A choice may be written by its name too. */
function codeOf(text: string, options: ElementPart['options']): string {
  const word = foldTones(text);
  const named = options?.find(({ label }) => foldTones(label.vi) === word || foldTones(label.en) === word);
  return named?.code ?? text;
}

/** A value as text, so that reading it gives the same value again. */
export function writtenValue(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  return typeof value === 'object' ? value.join('; ') : String(value);
}

export const isComputed = ({ computedFrom }: ElementPart): boolean => computedFrom !== undefined;
