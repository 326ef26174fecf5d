import 'server-only';
import { sql } from 'drizzle-orm';
import { type Database, database } from '@/db/client';
import { dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { measures } from '../measures/catalogue';
import type { Measure } from '../measures/define';
import { type Reference, readReference } from '../reference/queries';
import { readRegistry } from '../registry/queries';
import { numbering, type Registry, registryOf } from '../registry/rules';
import type { Known, ProofRow } from './define';
import { formParts, readLocks, readProofs } from './locks/queries';
import { append, type Cube, emptyCube, sequenceAt, stampOf } from './rules';
import { type By, type Summed, totalsOf } from './totals/rules';

/** What one answer is made from: everything in it is of one moment, whatever is locked meanwhile. */
export interface CubeReading {
  readonly cube: Cube;
  readonly registry: Registry;
  readonly proofs: readonly ProofRow[];
  readonly reference: Reference;
  readonly known: Known;
  readonly totals: (measure: Measure, by: By & { sequence?: number }) => Summed;
}

/** A process's cube: reads what is new before each answer and never works on the same thing twice. */
export interface CubeReader {
  readonly read: (asOf: string | undefined) => Promise<CubeReading>;
}

/** Stamps of everything an answer depends on, in one statement: equal stamps, equal answers. */
interface Stamps {
  sequence: number;
  registry: string;
  proofs: string;
  reference: string;
}

async function readStamps(db: Database): Promise<Stamps> {
  const [row] = await db.execute<{ sequence: string } & Omit<Stamps, 'sequence'>>(sql`
    select (select coalesce(max(sequence), 0) from report_locks) as sequence,
      (select concat_ws(' ', count(*), sum(version), max(updated_at)) from facilities)
        || (select concat_ws(' ', '', count(*), count(valid_to), max(recorded_at)) from facility_attributes)
        || (select concat_ws(' ', '', count(*), count(valid_to)) from facility_parents)
        || (select concat_ws(' ', '', count(*)) from places) as registry,
      (select concat_ws(' ', count(*), sum(version), max(decided_at)) from report_evidence) as proofs,
      (select coalesce(md5(string_agg(t::text, '' order by t.indicator_id, t.revision)), '') from targets t)
        || (select concat_ws(' ', '', count(*), max(as_of)) from observations) as reference`);
  if (row === undefined) throw new Error('no stamps');
  return { ...row, sequence: Number(row.sequence) };
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

export function cubeReader(open: () => Database = database): CubeReader {
  const state: State = { cube: emptyCube(measures, formParts, numbering()), memo: new Map(), held: null };
  let working: Promise<unknown> = Promise.resolve();
  /** One at a time: whoever comes while another reads waits, and finds the work done. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = working.then(work);
    working = next.catch(() => undefined);
    return next;
  };
  return {
    async read(asOf) {
      const stamps = await readStamps(open());
      const held = heldAt(state, stamps) ?? (await inTurn(() => catchUp(state, stamps, open())));
      return readingOf(state, held, asOf);
    },
  };
}

const others = ['registry', 'proofs', 'reference'] as const;

/** What is held, when it is all there is. */
function heldAt({ cube, held }: State, stamps: Stamps): Held | null {
  const isCurrent = held !== null && others.every((name) => held.stamps[name] === stamps[name]);
  return isCurrent && cube.sequence >= stamps.sequence ? held : null;
}

async function catchUp(state: State, stamps: Stamps, db: Database): Promise<Held> {
  const { cube, held } = state;
  if (cube.sequence < stamps.sequence) await takeIn(cube, stamps.sequence, db);
  const isSame = (name: (typeof others)[number]) => held?.stamps[name] === stamps[name];
  const rules = measures.map(({ members }) => members);
  const [registry, proofs, reference] = await Promise.all([
    held !== null && isSame('registry')
      ? held.registry
      : readRegistry(db).then((rows) => registryOf(rows, cube.numbers, rules)),
    held !== null && isSame('proofs') ? held.proofs : readProofs(db),
    held !== null && isSame('reference') ? held.reference : readReference(db),
  ]);
  state.held = { stamps, registry, proofs, reference };
  return state.held;
}

async function takeIn(cube: Cube, upTo: number, db: Database): Promise<void> {
  let locks = await readLocks(db, cube.sequence, upTo);
  while (locks.length > 0) {
    const last = locks.at(-1)?.sequence ?? upTo;
    // The next ones are on their way while these are taken in.
    const next = last < upTo ? readLocks(db, last, upTo) : Promise.resolve([]);
    for (const lock of locks) append(cube, lock);
    locks = await next;
  }
}

const mostSums = 20_000;

function readingOf({ cube, memo }: State, held: Held, asOf: string | undefined): CubeReading {
  const { stamps, registry, proofs, reference } = held;
  const at = asOf === undefined ? Number.POSITIVE_INFINITY : endOfDay(asOf);
  const known = { sequence: sequenceAt(cube, at), at };
  const moment = [at, stamps.registry, stamps.proofs].join('|');
  return {
    cube,
    registry,
    proofs,
    reference,
    known,
    totals(measure, { sequence = known.sequence, ...by }) {
      const stamp = stampOf(cube, measure, { month: by.month, sequence });
      const within = by.within === undefined ? '' : `${by.within.dimension} ${by.within.at}`;
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

/** The last instant of a civil day. */
const endOfDay = (day: string) => instantAt(dayNumberOf(day) + 1, 0).getTime() - 1;

const shared = globalThis as typeof globalThis & { portalCube?: { of: string; reader: CubeReader } };

/** The cube of this process; other formulas need another cube. */
export function processCube(): CubeReader {
  const of = JSON.stringify(measures);
  if (shared.portalCube?.of !== of) shared.portalCube = { of, reader: cubeReader() };
  return shared.portalCube.reader;
}
