import { type Bench, defineRow, type Load, type Measured, type Sample } from '../define';
import { type Peer, startPayload } from '../peers/payload';
import { type Case, type CaseName, casesOf } from '../peers/payload-cases';
import { percentile, rateOf } from '../samples';

/** Processors busy with neither side; a load above it is raised once more. */
const foreignBound = 0.5;

const halfMore = { of: 'ratio', unit: '×', atLeast: 1.5 } as const;

export const row = defineRow<CaseName>({
  id: 'peer-payload',
  what: 'Requests a second, 8 clients, beside Payload CMS with the same dossiers on the same machine',
  at: 'all dossiers; both behind authentication; Payload with two indexes added and no total where it can',
  targets: {
    create: { of: 'subject', unit: '/s', atLeast: 40 },
    'first-page': halfMore,
    'by-state': halfMore,
    'newest-screen': halfMore,
    'state-screen': halfMore,
    'found-screen': halfMore,
    'missing-screen': halfMore,
  },
  async measure(bench) {
    const [ours] = (await bench.portal({ webs: 1 })).webs;
    if (ours === undefined) throw new Error('the portal has no web process');
    const peer = await startPayload(bench);
    try {
      return await compare({ bench, ours: ours.pid, peer }, await casesOf(bench, ours.url, peer));
    } finally {
      await peer.end();
    }
  },
});

interface Rivals {
  bench: Bench;
  ours: number;
  peer: Peer;
}

interface Pair {
  subject: Sample;
  yardstick: Sample;
}

/** All of it as shipped first, then with what Payload could be given. */
async function compare(rivals: Rivals, cases: Record<CaseName, Case>): Promise<Record<CaseName, Measured>> {
  const names = Object.keys(cases) as CaseName[];
  const shipped = new Map<CaseName, Pair>();
  for (const name of names)
    shipped.set(name, await alternately(rivals, cases[name], { name: `${name}-shipped`, clients: 8 }));
  await rivals.peer.addIndexes();
  const found: [CaseName, Measured][] = [];
  for (const name of names) {
    const fair = { ...cases[name], theirs: cases[name].uncounted ?? cases[name].theirs };
    const closed = await alternately(rivals, fair, { name, clients: 8 });
    const open = await alternately(rivals, fair, { name: `${name}-open`, rate: 20 });
    found.push([name, measured(rivals.peer, fair, { shipped: shipped.get(name), closed, open })]);
  }
  return Object.fromEntries(found) as Record<CaseName, Measured>;
}

function alternately({ bench, ours, peer }: Rivals, { ours: mine, theirs }: Case, load: Load): Promise<Pair> {
  const side = (name: string, request: Case['ours'], pid: number) => (round: { seconds: number }) =>
    quietly(bench, {
      ...load,
      name: `${load.name}: ${name}`,
      request,
      pids: [pid],
      seconds: round.seconds / 2,
    });
  return bench.alternate({
    subject: side('portal', mine, ours),
    yardstick: side('payload', theirs, peer.pid),
  });
}

const isDisturbed = ({ rounds }: Sample) =>
  rounds.filter(({ foreign }) => (foreign ?? 0) > foreignBound).length;

async function quietly(bench: Bench, load: Load): Promise<Sample> {
  const sample = await bench.load(load);
  return isDisturbed(sample) === 0 ? sample : bench.load(load);
}

interface Seen {
  shipped: Pair | undefined;
  closed: Pair;
  open: Pair;
}

function measured(peer: Peer, { work }: Case, { shipped, closed, open }: Seen): Measured {
  const all = [...(shipped === undefined ? [] : [shipped]), closed, open].flatMap((pair) =>
    Object.values(pair),
  );
  const disturbed = all.reduce((sum, sample) => sum + isDisturbed(sample), 0);
  const rounds = all.reduce((sum, sample) => sum + sample.rounds.length, 0);
  const sides = [
    ...(shipped === undefined
      ? []
      : [`Payload as shipped ${told(shipped.yardstick)}, the portal beside it ${told(shipped.subject)}.`]),
    `At 20 arrivals a second: the portal ${latency(open.subject)}, Payload ${latency(open.yardstick)}.`,
    ...(disturbed === 0
      ? []
      : [
          `${disturbed} of ${rounds} loads had more than ${foreignBound} processors of other work beside them.`,
        ]),
  ];
  return {
    subject: rateOf(closed.subject, 'the portal'),
    yardstick: rateOf(closed.yardstick, `Payload ${peer.version}, ${peer.rows} rows`),
    note: `${work} ${sides.join(' ')}`,
  };
}

const told = (sample: Sample) =>
  `${(sample.times.length / sample.seconds).toFixed(1)}/s (${latency(sample)})`;

const latency = ({ times }: Sample) =>
  `p50 / p95 / p99 ${([50, 95, 99] as const).map((percent) => percentile(times, percent).toFixed(0)).join(' / ')} ms`;
