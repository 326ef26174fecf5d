/**
 * Locks in blocks: a column of as many locks that follow one another, as numbers. What a lock fixed never changes, so a
 * full block is packed once and read ever after, instead of its cells one by one.
 */
import type { CellValue } from '@/lib/reporting/checks';
import { storedAs } from '@/lib/reporting/define';
import { elements } from '@/lib/reporting/forms/elements';
import { monthOf } from '../../periods/rules';
import type { LockRow } from '../define';

export const span = 4096;

export type Numbers = Int8Array | Int32Array | Float64Array;

const kinds = { int8: Int8Array, int32: Int32Array, float64: Float64Array } as const;
type Kind = keyof typeof kinds;

/** Not said, and said to be unknown: below every yes, no, amount and day. */
const unsaid = {
  int8: [-1, -2],
  int32: [-1, -2],
  float64: [Number.NEGATIVE_INFINITY, -Number.MAX_VALUE],
} as const;

export const ofForm = (form: string): string => `form ${form}`;

const typeOf = new Map(elements.flatMap(({ parts }) => parts.map(({ id, type }) => [id, type])));

function kindOf(name: string): Kind {
  if (name === 'facility' || name === 'month') return 'int32';
  if (name === 'sample' || name.startsWith('form ')) return 'int8';
  return typeOf.get(name) === 'boolean' ? 'int8' : 'float64';
}

/** A formula reads yes and no, amounts and days; words are not counted. */
export function isPackable(part: string): boolean {
  const type = typeOf.get(part);
  return type !== undefined && (storedAs[type] === 'number' || storedAs[type] === 'date');
}

const DAY_MS = 86_400_000;

function numberOf(value: CellValue | undefined, kind: Kind): number {
  const [blank, unknown] = unsaid[kind];
  if (value === undefined) return blank;
  if (value === null) return unknown;
  return typeof value === 'string' ? Date.parse(value) / DAY_MS : Number(value);
}

const days = new Map<number, string>();

function dayOf(number: number): string {
  const day = days.get(number) ?? new Date(number * DAY_MS).toISOString().slice(0, 10);
  days.set(number, day);
  return day;
}

/** How a cell of a column reads as the formula asks for it. */
export function readerOf(part: string): (number: number) => CellValue | undefined {
  const type = typeOf.get(part) ?? 'count';
  const [blank, unknown] = unsaid[kindOf(part)];
  const said =
    storedAs[type] === 'date' ? dayOf : (number: number) => (type === 'boolean' ? number === 1 : number);
  return (number) => (number === blank ? undefined : number === unknown ? null : said(number));
}

/** The columns of one block of locks, which come in their order. */
export function pack(
  locks: readonly LockRow[],
  { forms, parts }: { forms: readonly string[]; parts: readonly string[] },
): Map<string, Numbers> {
  const columnOf = (name: string, number: (lock: LockRow) => number): [string, Numbers] => [
    name,
    kinds[kindOf(name)].from(locks.map(number)),
  ];
  return new Map([
    columnOf('facility', ({ facility }) => facility),
    columnOf('month', ({ periodId }) => monthOf(periodId)),
    columnOf('locked at', ({ lockedAt }) => lockedAt),
    columnOf('sample', ({ sample }) => Number(sample)),
    ...forms.map((form) => columnOf(ofForm(form), ({ formId }) => Number(formId === form))),
    ...parts.map((part) => columnOf(part, ({ cells }) => numberOf(cells[part], kindOf(part)))),
  ]);
}

export function numbersOf(name: string, bytes: Uint8Array): Numbers {
  return new kinds[kindOf(name)](Uint8Array.from(bytes).buffer);
}
