/** What a measure answers of a block of locks: the formula, cell columns in, answer columns out. */
import type { CellValue } from '@/lib/reporting/checks';
import type { Measure } from '../../measures/define';
import { type Answer, answerOf, partsOf } from '../../measures/rules';
import { endOf, periodIn } from '../../periods/rules';
import { type Numbers, readerOf } from '../blocks/rules';
import { type Cube, formOf, keep, type Values } from '../rules';

export interface Block {
  /** The number of its first lock. */
  readonly first: number;
  readonly size: number;
  readonly columns: ReadonlyMap<string, Numbers>;
}

export function answerBlock(
  cube: Cube,
  { measure, values }: { measure: Measure; values: Values },
  { first, size, columns }: Block,
): void {
  const form = cube.forms.findIndex(({ id }) => id === formOf(cube, measure)?.id);
  const answerAt = answering(measure, columns);
  for (let at = 0; at < size; at += 1) {
    const lock = first + at;
    if (cube.form.get(lock) === form) keep(values, lock, answerAt(at, cube.month.get(lock)));
  }
}

/** Of yes and no alone there are few combinations, and no day in them: each is judged once. */
function answering(measure: Measure, columns: Block['columns']): (at: number, month: number) => Answer {
  const parts = partsOf(measure).map((part) => ({
    part,
    numbers: columns.get(part) ?? new Int8Array(),
    read: readerOf(part),
  }));
  const cells: Record<string, CellValue | undefined> = {};
  const judge = (at: number, month: number) => {
    for (const { part, numbers, read } of parts) cells[part] = read(numbers[at] ?? 0);
    return answerOf(measure, cells, endOf(periodIn(measure.frequency, month)));
  };
  if (!parts.every(({ numbers }) => numbers instanceof Int8Array)) return judge;
  const judged: Answer[] = [];
  return (at, month) => {
    let combination = 0;
    for (const { numbers } of parts) combination = combination * 4 + (numbers[at] ?? 0) + 2;
    const known = judged[combination];
    if (known !== undefined) return known;
    const answer = judge(at, month);
    judged[combination] = answer;
    return answer;
  };
}
