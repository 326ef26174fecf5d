/** One cell: what may stand in it, what follows from others, and how a lock fixes it. */
import type { CellValue } from '../checks';
import type { ElementPart } from '../define';
import type { Answer, Answers } from '../rules';

const largestCount = 1_000_000_000;
const largestAmount = 1_000_000_000_000_000;
const longestText = 2000;

const isWhole = (value: CellValue, most: number) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;

const isDate = (value: CellValue) => {
  if (typeof value !== 'string' || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
};

const isText = (value: CellValue) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestText;

function isWebAddress(value: CellValue): boolean {
  if (!isText(value) || !URL.canParse(String(value))) return false;
  return ['http:', 'https:'].includes(new URL(String(value)).protocol);
}

const isListOf = (options: readonly string[] | null) => (value: CellValue) => {
  if (typeof value !== 'object' || value === null || new Set(value).size !== value.length) return false;
  return value.length <= 50 && value.every((one) => options?.includes(one) ?? isText(one));
};

/** What is wrong with a value for this part, as a code with words, or null. */
export function valueFault({ type, options }: ElementPart, value: CellValue): string | null {
  const codes = options?.map(({ code }) => code) ?? null;
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'not_yes_or_no';
    case 'count':
      return isWhole(value, largestCount) ? null : 'not_a_count';
    case 'level':
      return isWhole(value, 10) ? null : 'not_a_level';
    case 'percent':
      return typeof value === 'number' && value >= 0 && value <= 100 ? null : 'not_a_percent';
    case 'amount':
      return isWhole(value, largestAmount) ? null : 'not_an_amount';
    case 'date':
      return isDate(value) ? null : 'not_a_date';
    case 'enum':
      return typeof value === 'string' && (codes ?? []).includes(value) ? null : 'not_an_option';
    case 'text':
      return isText(value) ? null : 'not_a_text';
    case 'url':
      return isWebAddress(value) ? null : 'not_an_address';
    case 'set':
    case 'list':
      return isListOf(codes)(value) ? null : 'not_an_option';
  }
}

/** A value has to fit; its absence has to have a reason. */
export function cellFault(part: ElementPart, { state, value, reason }: Answer): string | null {
  if (part.computedFrom !== undefined) return 'computed';
  if (state === 'value') return value === null ? 'required' : valueFault(part, value);
  return reason === null ? 'reason_required' : null;
}

const round2 = (value: number) => Math.round(value * 100) / 100;

/** The answer that follows from two others; null as long as nothing was said of either. */
export function computedAnswer(part: ElementPart, answers: Answers): Answer | null {
  if (part.computedFrom === undefined) return null;
  const { numerator, denominator } = part.computedFrom;
  const [top, bottom] = [answers.get(numerator), answers.get(denominator)];
  if (top === undefined || bottom === undefined) return null;
  const without = [top, bottom].find(({ state }) => state !== 'value');
  if (without !== undefined)
    return { state: without.state, value: null, reason: `Tính từ ${numerator} và ${denominator}` };
  if (typeof top.value !== 'number' || typeof bottom.value !== 'number') return null;
  if (bottom.value === 0) return { state: 'not_applicable', value: null, reason: `${denominator} bằng 0` };
  return { state: 'value', value: round2((top.value / bottom.value) * 100), reason: null };
}

export interface LockedCell {
  part: string;
  revision: number;
  state: Answer['state'];
  value: CellValue;
}

/** What a lock fixes, as one text: parts in order, each with its revision, state and value. Its SHA-256 is the lock's. */
export function canonicalCells(cells: readonly LockedCell[]): string {
  const rows = [...cells]
    .sort((a, b) => (a.part < b.part ? -1 : 1))
    .map(({ part, revision, state, value }) => [part, revision, state, value]);
  return JSON.stringify(rows);
}
