import 'server-only';
import { type Database, database } from '@/db/client';
import { dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { type InTurn, turns } from '@/lib/kernel/turns';
import { measures } from '../measures/catalogue';
import type { Measure } from '../measures/define';
import { type Reference, readReference } from '../reference/queries';
import { readRegistry } from '../registry/queries';
import { type Registry, registryOf } from '../registry/rules';
import { type Stamps, stampReader } from '../stamps/queries';
import type { Store } from './blocks/queries';
import { span } from './blocks/rules';
import type { Known, ProofRow } from './define';
import { answerBlocks, complete, takeIn } from './intake/queries';
import { formParts, readProofs } from './locks/queries';
import { type Cube, emptyCube, sequenceAt, stampOf } from './rules';
import { type By, type Summed, totalsOf } from './totals/rules';

/** What one answer is made from: everything in it is of one moment, whatever is locked meanwhile. */
export interface CubeReading {
  readonly cube: Cube;
  readonly registry: Registry;
  readonly proofs: readonly ProofRow[];
  readonly reference: Reference;
  readonly known: Known;
  /** Equal stamps, equal answers of the same day. */
  readonly stamp: string;
  readonly totals: (measure: Measure, by: By & { sequence?: number }) => Summed;
}

/** A process's cube: reads what is new before each answer and never works on the same thing twice. */
export interface CubeReader {
  /** `wanted`: the measures that will be asked of the reading; all of them unless said. */
  readonly read: (asOf: string | undefined, wanted?: readonly Measure[]) => Promise<CubeReading>;
}

/** Everything but the locks, with the stamps it was read at. */
interface Held extends Pick<CubeReading, 'registry' | 'proofs' | 'reference'> {
  readonly stamps: Stamps;
}

interface State {
  readonly cube: Cube;
  /** Sums that were asked for before; a figure costs one look-up while nothing it reads has changed. */
  readonly memo: Map<string, Summed>;
  held: Held | null;
}

export function cubeReader({
  open = database,
  size = span,
}: {
  open?: () => Database;
  size?: number;
} = {}): CubeReader {
  const state: State = { cube: emptyCube(measures, formParts), memo: new Map(), held: null };
  const latest = stampReader(open);
  // Locks are few at a time and everybody waits for them; a new measure is long work, and only who asks waits for it.
  const [taking, loading] = [turns(), turns()];
  return {
    async read(asOf, wanted = measures) {
      const store = { db: open(), size };
      const stamps = await latest();
      if (lacking(state.cube, wanted).length > 0)
        await loading(() => load(state.cube, { wanted, stamps }, { store, taking }));
      const held = heldAt(state, stamps) ?? (await taking(() => catchUp(state, stamps, store)));
      return readingOf(state, held, asOf);
    },
  };
}

const others = ['registry', 'proofs', 'reference'] as const;

const lacking = ({ values }: Cube, wanted: readonly Measure[]) => wanted.filter(({ id }) => !values.has(id));

async function load(
  cube: Cube,
  { wanted, stamps: { sequence } }: { wanted: readonly Measure[]; stamps: Stamps },
  { store, taking }: { store: Store; taking: InTurn },
): Promise<void> {
  const missing = lacking(cube, wanted);
  if (missing.length === 0) return;
  const answers = await answerBlocks(cube, { wanted: missing, expected: sequence }, store);
  await taking(() => complete(cube, answers, store));
}

/** What is held, when it is all there is. */
function heldAt({ cube, held }: State, stamps: Stamps): Held | null {
  const isCurrent = held !== null && others.every((name) => held.stamps[name] === stamps[name]);
  return isCurrent && cube.sequence >= stamps.sequence ? held : null;
}

async function catchUp(state: State, stamps: Stamps, store: Store): Promise<Held> {
  const { cube, held } = state;
  await takeIn(cube, stamps.sequence, store);
  const { db } = store;
  const isSame = (name: (typeof others)[number]) => held?.stamps[name] === stamps[name];
  const rules = measures.map(({ members }) => members);
  const [registry, proofs, reference] = await Promise.all([
    held !== null && isSame('registry')
      ? held.registry
      : readRegistry(db).then((rows) => registryOf(rows, rules)),
    held !== null && isSame('proofs') ? held.proofs : readProofs(db),
    held !== null && isSame('reference') ? held.reference : readReference(db),
  ]);
  state.held = { stamps, registry, proofs, reference };
  return state.held;
}

const mostSums = 20_000;

function readingOf({ cube, memo }: State, held: Held, asOf: string | undefined): CubeReading {
  const { stamps, registry, proofs, reference } = held;
  const at = asOf === undefined ? Number.POSITIVE_INFINITY : endOfDay(asOf);
  const known = { sequence: sequenceAt(cube, at), at };
  const proven = [stamps.proofs, at].join(' ');
  return {
    cube,
    registry,
    proofs,
    reference,
    known,
    stamp: [cube.sequence, stamps.registry, stamps.proofs, stamps.reference].join(' '),
    totals(measure, { sequence = known.sequence, ...by }) {
      const stamp = stampOf(cube, measure, { month: by.month, sequence });
      const within = by.within === undefined ? '' : `${by.within.dimension} ${by.within.at}`;
      const moment = [stamps.registry, isProven(measure) ? proven : ''].join(' ');
      const key = [measure.id, by.month, by.dimension, within, stamp, moment].join('|');
      const before = memo.get(key);
      if (before !== undefined) return before;
      const sums = totalsOf({ cube, registry, proofs, known: { sequence, at } }, measure, by);
      if (memo.size >= mostSums) memo.clear();
      memo.set(key, sums);
      return sums;
    },
  };
}

const isProven = (measure: Measure) => measure.kind === 'share' && measure.proof !== undefined;

/** The last instant of a civil day. */
const endOfDay = (day: string) => instantAt(dayNumberOf(day) + 1, 0).getTime() - 1;

const shared = globalThis as typeof globalThis & { portalCube?: { of: string; reader: CubeReader } };

/** The cube of this process; other formulas need another cube. */
export function processCube(): CubeReader {
  const of = JSON.stringify(measures);
  if (shared.portalCube?.of !== of) shared.portalCube = { of, reader: cubeReader() };
  return shared.portalCube.reader;
}
