import { setTimeout as pause } from 'node:timers/promises';
import { startMixedLoad } from '../cluster/mixed-load';
import { type Bench, defineRow, type Portal } from '../define';
import { residentMemory } from '../measure/processor';

const wanted = { webs: 2, workers: 2 };

/** Resident memory in the last tenth of half an hour, against that after the first sixth. */
export const row = defineRow({
  id: 'soak',
  what: 'memory over 30 minutes of mixed load, two web and two worker processes',
  at: '1,000,000 dossiers, 56 M values',
  targets: {
    web: { of: 'ratio', unit: '×', atMost: 1.1 },
    worker: { of: 'ratio', unit: '×', atMost: 1.1 },
  },
  async measure(bench) {
    const portal = await bench.portal({ ...wanted, fresh: true });
    const load = await startMixedLoad(bench, () => portal);
    const minutes = bench.quick ? 3 : 30;
    const seen = await watch(bench, portal, minutes);
    await load.stop();
    const note = `${load.ledger.requests} requests, ${load.ledger.dossiers.length} dossiers handed in, ${load.ledger.figures.locks} locks in ${minutes} minutes. Early: minutes ${minutes / 6} to ${minutes / 3}.`;
    return { web: drift(seen.webs, note), worker: drift(seen.workers, note) };
  },
});

interface Seen {
  webs: number[];
  workers: number[];
}

/** The sum over the processes of a kind, every five seconds. */
async function watch(bench: Bench, { webs, workers }: Portal, minutes: number): Promise<Seen> {
  const seen: Seen = { webs: [], workers: [] };
  for (let tick = 0; tick < minutes * 12; tick += 1) {
    await pause(5_000);
    const [web, worker] = [residentMemory(webs.map(({ pid }) => pid)), residentMemory(workers)];
    if (web === null || worker === null) throw new Error('this system does not tell the memory of a process');
    seen.webs.push(web);
    seen.workers.push(worker);
    if (tick % 12 === 11)
      bench.log(`${(tick + 1) / 12} min: web ${web.toFixed()} MB, worker ${worker.toFixed()} MB`);
  }
  return seen;
}

function drift(series: readonly number[], note: string) {
  const part = (from: number, to: number) => series.slice(series.length * from, series.length * to);
  const early = median(part(1 / 6, 1 / 3));
  const late = median(part(0.9, 1));
  return {
    subject: { value: late, unit: 'MB' as const, what: 'resident at the end, both processes' },
    yardstick: { value: early, unit: 'MB' as const, what: 'resident early, both processes' },
    note,
  };
}

function median(series: readonly number[]): number {
  const sorted = series.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
