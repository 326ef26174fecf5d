/**
 * The cube: what every locked report answered, kept as columns over the lock sequence.
 *
 * Locks are numbered without a gap, so the number of a lock is its row. A row knows the row it replaced; a head table
 * per form and period knows the last row of each facility. Following the chain back to a number not above `s` answers
 * "as known after lock s" from the same columns that answer "now". No object is kept per cell: a lock takes 22 bytes,
 * one more per share and 16 per ratio; what a measure answers is taken in when the measure is first asked for.
 */
import type { Frequency } from '@/lib/reporting/define';
import type { Measure } from '../measures/define';
import { type Answer, answerOf, isCarried, partsOf } from '../measures/rules';
import { carriedMonths, endOf, monthOf, monthsIn } from '../periods/rules';
import { type Column, column } from './columns/rules';
import type { LockRow } from './define';

const BLANK = -1;
const WITHHELD = -2;

export interface FormParts {
  readonly id: string;
  readonly frequency: Frequency;
  readonly parts: ReadonlySet<string>;
}

export interface Values {
  readonly numerator: Column;
  /** Shares need none: whoever answered counts one. */
  readonly denominator: Column | null;
}

export interface Cube {
  readonly forms: readonly FormParts[];
  /** The measures each form answers. */
  readonly answeredBy: ReadonlyMap<string, readonly Measure[]>;
  readonly facility: Column;
  readonly month: Column;
  readonly form: Column;
  readonly lockedAt: Column;
  /** Of so many locks each: when the earliest of them was made. */
  readonly earliest: Column;
  readonly previous: Column;
  readonly sample: Column;
  /** What each measure answers, of the measures that were asked for. */
  readonly values: Map<string, Values>;
  /** Per form and month of a period's end: the last lock of each facility. */
  readonly heads: Map<number, Column>;
  /** Per form and month: the first and the last lock in it. */
  readonly touched: Map<number, { readonly first: number; last: number }>;
  /** Locks that replaced another lock, oldest first. */
  readonly relocks: number[];
  /** Above the number of every facility that has a lock. */
  facilities: number;
  sequence: number;
}

export function emptyCube(measures: readonly Measure[], forms: readonly FormParts[]): Cube {
  return {
    forms,
    answeredBy: Map.groupBy(measures, (measure) => formOf({ forms }, measure)?.id ?? ''),
    facility: column(Int32Array),
    month: column(Int32Array),
    form: column(Int8Array),
    lockedAt: column(Float64Array),
    earliest: column(Float64Array),
    previous: column(Int32Array),
    sample: column(Uint8Array),
    values: new Map(),
    heads: new Map(),
    touched: new Map(),
    relocks: [],
    facilities: 0,
    sequence: 0,
  };
}

/** Room for what a measure answers of as many locks as are expected, and of the next ones. */
export function valuesOf({ kind }: Measure, expected: number): Values {
  const locks = expected + 10_000;
  return kind === 'share'
    ? { numerator: column(Int8Array, locks), denominator: null }
    : { numerator: column(Float64Array, locks), denominator: column(Float64Array, locks) };
}

const formIndex = ({ forms }: Pick<Cube, 'forms'>, id: string | undefined) =>
  forms.findIndex((form) => form.id === id);

const monthsPerForm = 1_000_000;
/** One number for a form and a month of it. */
const keyOf = (form: number, month: number) => form * monthsPerForm + month;

/** The form whose locks answer a measure; a formula reads one form only, which a test holds the catalogue to. */
export function formOf({ forms }: Pick<Cube, 'forms'>, measure: Measure): FormParts | undefined {
  return forms.find(
    ({ frequency, parts }) =>
      frequency === measure.frequency && partsOf(measure).every((part) => parts.has(part)),
  );
}

/** A lock without what it fixed, in numbers. */
export interface Lock {
  readonly sequence: number;
  readonly facility: number;
  readonly month: number;
  /** Its place among the forms. */
  readonly form: number;
  readonly lockedAt: number;
  readonly sample: number;
}

/** Takes the next lock in with its answers; locks must come in the order of their numbers. */
export function append(cube: Cube, lock: LockRow): void {
  const { sequence, facility, lockedAt, periodId } = lock;
  const form = formIndex(cube, lock.formId);
  enter(cube, { sequence, facility, lockedAt, form, month: monthOf(periodId), sample: Number(lock.sample) });
  for (const measure of cube.answeredBy.get(lock.formId) ?? []) {
    const values = cube.values.get(measure.id);
    if (values !== undefined) keep(values, sequence, answerOf(measure, lock.cells, endOf(periodId)));
  }
}

/** Takes the next lock in, without its answers. */
export function enter(cube: Cube, { sequence, facility, month, form, lockedAt, sample }: Lock): void {
  if (sequence !== cube.sequence + 1) throw new RangeError(`lock ${sequence} after ${cube.sequence}`);
  const key = keyOf(form, month);
  const head = cube.heads.get(key) ?? column(Int32Array);
  const touched = cube.touched.get(key);
  if (touched === undefined) {
    cube.heads.set(key, head);
    cube.touched.set(key, { first: sequence, last: sequence });
  } else touched.last = sequence;
  const before = head.get(facility);
  cube.facility.set(sequence, facility);
  cube.month.set(sequence, month);
  cube.form.set(sequence, form);
  cube.lockedAt.set(sequence, lockedAt);
  const stretch = Math.ceil(sequence / stride);
  cube.earliest.set(stretch, Math.min(lockedAt, cube.earliest.get(stretch) || lockedAt));
  cube.sample.set(sequence, sample);
  cube.previous.set(sequence, before);
  if (before !== 0) cube.relocks.push(sequence);
  head.set(facility, sequence);
  cube.facilities = Math.max(cube.facilities, facility + 1);
  cube.sequence = sequence;
}

export function keep({ numerator, denominator }: Values, sequence: number, answer: Answer): void {
  const said = typeof answer === 'object';
  const nothing = answer === 'withheld' ? WITHHELD : BLANK;
  numerator.set(sequence, said ? answer.numerator : nothing);
  denominator?.set(sequence, said ? (answer.denominator ?? 0) : 0);
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
  const head = cube.heads.get(keyOf(formIndex(cube, formOf(cube, measure)?.id), month));
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
  const answers = new Int32Array(cube.facilities);
  const form = formIndex(cube, formOf(cube, measure)?.id);
  const said = cube.values.get(measure.id)?.numerator;
  if (said === undefined) throw new RangeError(`${measure.id} was not taken in`);
  for (const month of monthsFor(measure, at.month)) {
    const head = cube.heads.get(keyOf(form, month));
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
  const form = formIndex(cube, formOf(cube, measure)?.id);
  const last = monthsFor(measure, at.month).map((month) => cube.touched.get(keyOf(form, month))?.last ?? 0);
  return Math.min(Math.max(0, ...last), at.sequence);
}

/** Months that have a lock of a form not above `sequence`, oldest first. */
export function lockedMonths(cube: Cube, formId: string, sequence: number): number[] {
  const first = keyOf(formIndex(cube, formId), 0);
  return [...cube.touched]
    .filter(([key, touched]) => key >= first && key < first + monthsPerForm && touched.first <= sequence)
    .map(([key]) => key - first)
    .sort((a, b) => a - b);
}

/** Locks that replaced an earlier one where a figure of the period could notice, oldest first. */
export function relocksOf(
  cube: Cube,
  measure: Measure,
  { month, sequence }: { month: number; sequence: number },
): number[] {
  const form = formIndex(cube, formOf(cube, measure)?.id);
  const months = new Set(monthsFor(measure, month));
  return cube.relocks.filter(
    (lock) => lock <= sequence && cube.form.get(lock) === form && months.has(cube.month.get(lock)),
  );
}

const stride = 1024;

/** The last lock made not after an instant: what was known then. Locks are made nearly in the order of their numbers. */
export function sequenceAt({ sequence: last, lockedAt, earliest }: Cube, instant: number): number {
  let sequence = last;
  while (sequence > 0 && lockedAt.get(sequence) > instant)
    sequence -= sequence % stride === 0 && earliest.get(sequence / stride) > instant ? stride : 1;
  return sequence;
}
