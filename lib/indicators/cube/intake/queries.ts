import 'server-only';
import { measures } from '../../measures/catalogue';
import type { Measure } from '../../measures/define';
import { answerOf, partsOf } from '../../measures/rules';
import { endOf } from '../../periods/rules';
import { answerBlock, type Block } from '../answers/rules';
import { packBlock } from '../blocks/commands';
import { readBlocks, type Store } from '../blocks/queries';
import { ofForm } from '../blocks/rules';
import { readLocks } from '../locks/queries';
import { append, type Cube, enter, keep, type Values, valuesOf } from '../rules';

const partsRead = (wanted: readonly Measure[]) => [...new Set(wanted.flatMap(partsOf))];

/** Takes in every lock up to a number: full blocks as columns, the others with their cells. */
export async function takeIn(cube: Cube, upTo: number, store: Store): Promise<void> {
  const { db, size } = store;
  const wanted = measures.filter(({ id }) => cube.values.has(id));
  while (cube.sequence < upTo) {
    const block = cube.sequence / size;
    const full = Math.floor(upTo / size);
    if (Number.isInteger(block) && block < full) {
      const names = [...columnsOf(cube), ...partsRead(wanted)];
      for await (const one of readBlocks(store, names, [block, full])) enterBlock(cube, one, wanted);
    } else {
      const end = Math.min(upTo, Math.ceil((cube.sequence + 1) / size) * size);
      for (const lock of await readLocks(db, [cube.sequence, end], partsRead(wanted))) append(cube, lock);
      // It is full now: whoever starts next finds it packed.
      if (end % size === 0) packBlock(store, end / size - 1).catch(() => undefined);
    }
  }
}

const columnsOf = ({ forms }: Cube) => [
  'facility',
  'month',
  'locked at',
  'sample',
  ...forms.map(({ id }) => ofForm(id)),
];

function enterBlock(cube: Cube, block: Block, wanted: readonly Measure[]): void {
  const [facility, month, lockedAt, sample, ...ofForms] = columnsOf(cube).map((name) =>
    block.columns.get(name),
  );
  for (let at = 0; at < block.size; at += 1)
    enter(cube, {
      sequence: block.first + at,
      facility: facility?.[at] ?? 0,
      month: month?.[at] ?? 0,
      form: ofForms.findIndex((isOf) => isOf?.[at] === 1),
      lockedAt: lockedAt?.[at] ?? 0,
      sample: sample?.[at] ?? 0,
    });
  for (const measure of wanted) {
    const values = cube.values.get(measure.id);
    if (values !== undefined) answerBlock(cube, { measure, values }, block);
  }
}

/** What measures answer of the first locks of a cube, of which it holds nothing yet. */
export interface Answers {
  readonly found: readonly { readonly measure: Measure; readonly values: Values }[];
  readonly upTo: number;
}

/**
 * Works out what measures answer of the full blocks the cube has; meanwhile it may take in more, up to about as many
 * locks as are expected.
 */
export async function answerBlocks(
  cube: Cube,
  { wanted, expected }: { wanted: readonly Measure[]; expected: number },
  store: Store,
): Promise<Answers> {
  const found = wanted.map((measure) => ({ measure, values: valuesOf(measure, expected) }));
  const full = Math.floor(cube.sequence / store.size);
  for await (const block of readBlocks(store, partsRead(wanted), [0, full]))
    for (const one of found) answerBlock(cube, one, block);
  return { found, upTo: full * store.size };
}

/** Adds the locks since, up to the last one the cube has, and gives the cube the answers. */
export async function complete(cube: Cube, { found, upTo }: Answers, { db }: Store): Promise<void> {
  const parts = partsRead(found.map(({ measure }) => measure));
  for (const { sequence, formId, periodId, cells } of await readLocks(db, [upTo, cube.sequence], parts)) {
    const answering = cube.answeredBy.get(formId) ?? [];
    for (const { measure, values } of found)
      if (answering.includes(measure)) keep(values, sequence, answerOf(measure, cells, endOf(periodId)));
  }
  for (const { measure, values } of found) cube.values.set(measure.id, values);
}
