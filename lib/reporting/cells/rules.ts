/**
 * What stands in a cell as text, and what typed text means. Numbers are written as in Vietnam (1.234,5) in both
 * languages of the portal: two ways of writing in one grid would make 1.234 mean two things.
 */
import { formatDate, formatNumber } from '@/lib/i18n/format';
import { parseDate, parseNumber } from '@/lib/i18n/parse';
import type { CellValue } from '@/lib/reporting/checks';
import type { ElementType } from '@/lib/reporting/define';

/** `ask`: the text has more than one meaning, or one that is not how numbers are written here. */
export type Reading =
  | { kind: 'empty' }
  | { kind: 'value'; value: CellValue }
  | { kind: 'ask'; candidates: readonly number[] }
  | { kind: 'fault'; code: 'number' | 'whole' | 'date' | 'option' | 'url' };

const numeric: ReadonlySet<ElementType> = new Set(['count', 'percent', 'level', 'amount']);

export const isNumeric = (type: ElementType): boolean => numeric.has(type);

export const isList = (type: ElementType): boolean => type === 'set' || type === 'list';

export function textOf(type: ElementType, value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value, 'vi', 4);
  if (typeof value === 'string') return type === 'date' ? formatDate(value) : value;
  return value.join(',');
}

export function readText(type: ElementType, typed: string, options?: readonly string[]): Reading {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { kind: 'empty' };
  if (isNumeric(type)) return readNumber(type, text);
  if (isList(type)) return readList(text, options);
  switch (type) {
    case 'boolean':
      return readYesNo(text);
    case 'date': {
      const date = parseDate(text);
      return date === null ? { kind: 'fault', code: 'date' } : { kind: 'value', value: date };
    }
    case 'enum':
      return options === undefined || options.includes(text)
        ? { kind: 'value', value: text }
        : { kind: 'fault', code: 'option' };
    case 'url':
      return URL.canParse(text) && /^https?:/.test(text)
        ? { kind: 'value', value: text }
        : { kind: 'fault', code: 'url' };
    default:
      return { kind: 'value', value: text };
  }
}

const yes = new Set(['yes', 'có', 'co', 'x', '1', 'true']);
const no = new Set(['no', 'không', 'khong', '0', 'false']);

function readYesNo(text: string): Reading {
  const word = text.toLowerCase();
  if (yes.has(word)) return { kind: 'value', value: true };
  if (no.has(word)) return { kind: 'value', value: false };
  return { kind: 'fault', code: 'option' };
}

function readList(text: string, options?: readonly string[]): Reading {
  const items = text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const known = options === undefined || items.every((item) => options.includes(item));
  return known ? { kind: 'value', value: [...new Set(items)] } : { kind: 'fault', code: 'option' };
}

function readNumber(type: ElementType, text: string): Reading {
  const plain = text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(type === 'amount' ? /(₫|đ)$/i : /%$/, '');
  const ours = parseNumber(plain);
  const foreign = parseForeign(plain);
  if (type === 'percent') return readShare(ours, plain.includes('.') ? foreign : null);
  if (ours !== null && Number.isInteger(ours)) return { kind: 'value', value: ours };
  if (foreign !== null && Number.isInteger(foreign)) return { kind: 'ask', candidates: [foreign] };
  return { kind: 'fault', code: ours === null && foreign === null ? 'number' : 'whole' };
}

/** A share may well have decimals, so a point in it is never taken for a group of thousands without asking. */
function readShare(ours: number | null, foreign: number | null): Reading {
  const candidates = [...new Set([ours, foreign])].filter((one) => one !== null);
  if (candidates.length === 0) return { kind: 'fault', code: 'number' };
  return foreign === null && ours !== null ? { kind: 'value', value: ours } : { kind: 'ask', candidates };
}

/** 1,234.5 and 1.5 and 1,234,567: as a spreadsheet set to English writes. */
function parseForeign(plain: string): number | null {
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const pointed = /^[+-]?\d+\.\d+$/.test(plain);
  return grouped || pointed ? Number(plain.replaceAll(',', '')) : null;
}

/** A candidate of an ambiguous number, written so that it has one meaning: 1234 or 1,234. */
export function plainNumber(value: number): string {
  return String(value).replace('.', ',');
}
