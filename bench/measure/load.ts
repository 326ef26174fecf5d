import type { Load, Sample } from '../define';
import { assertExpected, good } from './http';
import { foreignSince, type Gauge, gauge, processorTime, residentMemory } from './processor';

/** Whose processor time is whose. */
export interface Processes {
  app: readonly number[];
  database: readonly number[];
  /** Everything of this run, for telling it from the rest of the machine. */
  ours: readonly number[];
}

interface Tally {
  times: number[];
  bytes: number;
  errors: number;
  first: unknown;
}

/** Raises one load. Fails only when nothing at all succeeded. */
export async function raise(load: Load, processes: Processes): Promise<Sample> {
  const shot = await shotOf(load);
  const tally: Tally = { times: [], bytes: 0, errors: 0, first: null };
  const before = reading(processes);
  await (load.rate === undefined ? closedLoop(load, shot, tally) : openLoop(load, shot, tally));
  const after = reading(processes);
  if (tally.times.length === 0) throw tally.first ?? new Error(`${load.name}: nothing was measured`);
  return {
    name: load.name,
    times: tally.times,
    errors: tally.errors,
    seconds: (after.gauge.at - before.gauge.at) / 1000,
    bytes: tally.bytes,
    cpuApp: difference(before.app, after.app),
    cpuDb: difference(before.database, after.database),
    rss: residentMemory(processes.app),
    rounds: [round(before.gauge, after.gauge)],
  };
}

function reading({ app, database, ours }: Processes) {
  return { gauge: gauge(ours), app: processorTime(app), database: processorTime(database) };
}

const difference = (before: number | null, after: number | null) =>
  before === null || after === null ? null : after - before;

const round = (before: Gauge, after: Gauge) => ({
  loadAverage: before.loadAverage,
  foreign: foreignSince(before, after),
});

/** Does it once and answers with how many bytes came. */
type Shot = (n: number) => Promise<number>;

async function shotOf({ name, request, run }: Load): Promise<Shot> {
  if (run !== undefined)
    return async (n) => {
      await run(n);
      return 0;
    };
  if (request === undefined) throw new Error(`${name}: neither a request nor anything to run`);
  const callOf = typeof request === 'function' ? request : () => request;
  if (callOf(0).method === undefined) await assertExpected(callOf(0));
  return async (n) => (await good(callOf(n))).bytes;
}

async function timed(shot: () => Promise<number>, since: number, tally: Tally): Promise<void> {
  try {
    tally.bytes += await shot();
    tally.times.push(performance.now() - since);
  } catch (error) {
    tally.errors += 1;
    tally.first ??= error;
  }
}

async function closedLoop({ clients = 1, seconds, times }: Load, shot: Shot, tally: Tally): Promise<void> {
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1000;
  const last = times ?? (seconds === undefined ? 1 : Number.POSITIVE_INFINITY);
  let n = 0;
  async function client(): Promise<void> {
    while (n < last && performance.now() < end) {
      const mine = n++;
      await timed(() => shot(mine), performance.now(), tally);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
}

/** Whoever comes while another still waits does not wait to come: that wait would go unmeasured. */
async function openLoop(
  { rate = 1, seconds = 10, times = rate * seconds }: Load,
  shot: Shot,
  tally: Tally,
): Promise<void> {
  const start = performance.now();
  const under: Promise<void>[] = [];
  for (let n = 0; n < times; n++) {
    const due = start + (n * 1000) / rate;
    await reach(due);
    under.push(timed(() => shot(n), due, tally));
  }
  await Promise.all(under);
}

/** A timer alone is up to a millisecond late, as much as a fast answer takes. */
async function reach(due: number): Promise<void> {
  const ahead = due - performance.now() - 2;
  if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
  while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
}
