/**
 * The cube: what every locked report answered, kept as columns over the lock sequence.
 *
 * Locks are numbered without a gap, so the number of a lock is its row. A row knows the row it replaced; a head table
 * per form and period knows the last row of each facility. Following the chain back to a number not above `s` answers
 * "as known after lock s" from the same columns that answer "now". No object is kept per cell: for 13,650 facilities
 * and 96 months a lock takes about 200 bytes (22, one more per share, 16 per ratio), 260 MB in all.
 */
import type { Frequency } from '@/lib/reporting/define';
import type { Measure } from '../measures/define';
import { type Answer, answerOf, isCarried, partsOf } from '../measures/rules';
import { carriedMonths, endOf, monthOf, monthsIn } from '../periods/rules';
import type { Numbering } from '../registry/rules';
import { type Column, column } from './columns/rules';
import type { LockRow } from './define';

const BLANK = -1;
const WITHHELD = -2;

export interface FormParts {
  readonly id: string;
  readonly frequency: Frequency;
  readonly parts: ReadonlySet<string>;
}

interface Values {
  readonly numerator: Column;
  /** Shares need none: whoever answered counts one. */
  readonly denominator: Column | null;
}

export interface Cube {
  readonly numbers: Numbering;
  readonly forms: readonly FormParts[];
  /** The measures each form answers. */
  readonly answeredBy: ReadonlyMap<string, readonly Measure[]>;
  readonly facility: Column;
  readonly month: Column;
  readonly form: Column;
  readonly lockedAt: Column;
  readonly previous: Column;
  readonly sample: Column;
  readonly values: ReadonlyMap<string, Values>;
  /** Per form and month of a period's end: the last lock of each facility. */
  readonly heads: Map<string, Column>;
  /** Per form and month: the first and the last lock in it. */
  readonly touched: Map<string, { readonly first: number; last: number }>;
  /** Locks that replaced another lock, oldest first. */
  readonly relocks: number[];
  sequence: number;
}

export function emptyCube(
  measures: readonly Measure[],
  forms: readonly FormParts[],
  numbers: Numbering,
): Cube {
  const values = measures.map((measure): [string, Values] => [
    measure.id,
    measure.kind === 'share'
      ? { numerator: column(Int8Array), denominator: null }
      : { numerator: column(Float64Array), denominator: column(Float64Array) },
  ]);
  return {
    numbers,
    forms,
    answeredBy: Map.groupBy(measures, (measure) => formOf({ forms }, measure)?.id ?? ''),
    facility: column(Int32Array),
    month: column(Int32Array),
    form: column(Int8Array),
    lockedAt: column(Float64Array),
    previous: column(Int32Array),
    sample: column(Uint8Array),
    values: new Map(values),
    heads: new Map(),
    touched: new Map(),
    relocks: [],
    sequence: 0,
  };
}

const formIndex = ({ forms }: Cube, id: string | undefined) => forms.findIndex((form) => form.id === id);
const keyOf = (form: string, month: number) => `${form} ${month}`;

/** The form whose locks answer a measure; a formula reads one form only, which a test holds the catalogue to. */
export function formOf({ forms }: Pick<Cube, 'forms'>, measure: Measure): FormParts | undefined {
  return forms.find(
    ({ frequency, parts }) =>
      frequency === measure.frequency && partsOf(measure).every((part) => parts.has(part)),
  );
}

/** Takes the next lock in; locks must come in the order of their numbers. */
export function append(cube: Cube, lock: LockRow): void {
  const { sequence } = lock;
  if (sequence <= cube.sequence) throw new RangeError(`lock ${sequence} after ${cube.sequence}`);
  const month = monthOf(lock.periodId);
  const at = cube.numbers.of(lock.facilityId);
  const key = keyOf(lock.formId, month);
  const head = cube.heads.get(key) ?? column(Int32Array);
  cube.heads.set(key, head);
  cube.facility.set(sequence, at);
  cube.month.set(sequence, month);
  cube.form.set(sequence, formIndex(cube, lock.formId));
  cube.lockedAt.set(sequence, lock.lockedAt);
  cube.sample.set(sequence, Number(lock.sample));
  cube.previous.set(sequence, head.get(at));
  if (head.get(at) !== 0) cube.relocks.push(sequence);
  head.set(at, sequence);
  const touched = cube.touched.get(key);
  if (touched === undefined) cube.touched.set(key, { first: sequence, last: sequence });
  else touched.last = sequence;
  const end = endOf(lock.periodId);
  for (const measure of cube.answeredBy.get(lock.formId) ?? [])
    keep(cube.values.get(measure.id), sequence, answerOf(measure, lock.cells, end));
  cube.sequence = sequence;
}

function keep(values: Values | undefined, sequence: number, answer: Answer): void {
  if (values === undefined) return;
  const said = typeof answer === 'object';
  const nothing = answer === 'withheld' ? WITHHELD : BLANK;
  values.numerator.set(sequence, said ? answer.numerator : nothing);
  values.denominator?.set(sequence, said ? (answer.denominator ?? 0) : 0);
}

/** The last lock of a facility's form and period not above `sequence`, 0 when there is none. */
function lockAt({ previous }: Cube, head: Column, [facility, sequence]: readonly [number, number]): number {
  let lock = head.get(facility);
  while (lock > sequence) lock = previous.get(lock);
  return lock;
}

/** The lock of a facility's own report of a period, whether it answers or not; 0 when there is none. */
export function lastLockAt(
  cube: Cube,
  measure: Measure,
  { month, facility, sequence }: { month: number; facility: number; sequence: number },
): number {
  const head = cube.heads.get(keyOf(formOf(cube, measure)?.id ?? '', month));
  return head === undefined ? 0 : lockAt(cube, head, [facility, sequence]);
}

/** The months whose locks may answer for a period: its own, and for a state those of the year before. */
function monthsFor(measure: Measure, month: number): number[] {
  const step = monthsIn[measure.frequency];
  const back = isCarried(measure) ? Math.floor(carriedMonths / step) : 0;
  return Array.from({ length: back + 1 }, (_, at) => month - at * step);
}

/** The lock that answers for each facility in a period as known after a lock; 0: none does. */
export function answersAt(cube: Cube, measure: Measure, at: { month: number; sequence: number }): Int32Array {
  const answers = new Int32Array(cube.numbers.size());
  const form = formOf(cube, measure);
  const said = cube.values.get(measure.id)?.numerator;
  if (form === undefined || said === undefined) return answers;
  for (const month of monthsFor(measure, at.month)) {
    const head = cube.heads.get(keyOf(form.id, month));
    if (head === undefined) continue;
    for (let facility = 0; facility < answers.length; facility += 1) {
      if (answers[facility] !== 0) continue;
      const lock = lockAt(cube, head, [facility, at.sequence]);
      if (lock === 0) continue;
      const value = said.get(lock);
      if (value !== BLANK) answers[facility] = value === WITHHELD ? -1 : lock;
    }
  }
  for (let facility = 0; facility < answers.length; facility += 1)
    if (answers[facility] === -1) answers[facility] = 0;
  return answers;
}

/** Two moments with the same stamp have the same answers for a period: nothing was locked in its window in between. */
export function stampOf(cube: Cube, measure: Measure, at: { month: number; sequence: number }): number {
  const form = formOf(cube, measure)?.id ?? '';
  const last = monthsFor(measure, at.month).map((month) => cube.touched.get(keyOf(form, month))?.last ?? 0);
  return Math.min(Math.max(0, ...last), at.sequence);
}

/** Months that have a lock of a form not above `sequence`, oldest first. */
export function lockedMonths(cube: Cube, formId: string, sequence: number): number[] {
  return [...cube.touched]
    .flatMap(([key, { first }]) => {
      const [form, month] = key.split(' ');
      return form === formId && first <= sequence ? [Number(month)] : [];
    })
    .sort((a, b) => a - b);
}

/** Locks that replaced an earlier one where a figure of the period could notice, oldest first. */
export function relocksOf(
  cube: Cube,
  measure: Measure,
  { month, sequence }: { month: number; sequence: number },
): number[] {
  const form = formOf(cube, measure)?.id;
  const months = new Set(monthsFor(measure, month));
  return cube.relocks.filter(
    (lock) =>
      lock <= sequence && months.has(cube.month.get(lock)) && cube.form.get(lock) === formIndex(cube, form),
  );
}

/** The last lock made not after an instant: what was known then. */
export function sequenceAt(cube: Cube, instant: number): number {
  let sequence = cube.sequence;
  while (sequence > 0 && cube.lockedAt.get(sequence) > instant) sequence -= 1;
  return sequence;
}
