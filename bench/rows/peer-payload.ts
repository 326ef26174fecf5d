import { type Bench, defineRow, type Load, type Measured, type Sample } from '../define';
import { type Case, type CaseName, casesOf } from '../peers/payload-cases';
import { type Peer, startPayload } from '../peers/payload-peer';
import { percentile, rateOf } from '../samples';

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
    const [ours] = (await bench.portal()).webs;
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

interface Seen {
  shipped: Pair;
  closed: Pair;
  open: Pair;
}

/** All of it as shipped first, then with what Payload could be given. */
async function compare(rivals: Rivals, cases: Record<CaseName, Case>): Promise<Record<CaseName, Measured>> {
  const shipped: [CaseName, Case, Pair][] = [];
  for (const [name, one] of Object.entries(cases) as [CaseName, Case][])
    shipped.push([name, one, await alternately(rivals, one, { name: `${name}, shipped`, clients: 8 })]);
  await rivals.peer.addIndexes();
  const found: [CaseName, Measured][] = [];
  for (const [name, one, before] of shipped) {
    const fair = { ...one, theirs: one.uncounted ?? one.theirs };
    const closed = await alternately(rivals, fair, { name, clients: 8 });
    const open = await alternately(rivals, fair, { name: `${name}, arrivals`, rate: 20 });
    found.push([name, measured(rivals.peer, one, { shipped: before, closed, open })]);
  }
  return Object.fromEntries(found) as Record<CaseName, Measured>;
}

function alternately({ bench, ours, peer }: Rivals, { ours: mine, theirs }: Case, load: Load): Promise<Pair> {
  const raised = (load: Load) => (round: { seconds: number }) =>
    bench.load({ ...load, seconds: round.seconds / 2 });
  return bench.alternate({
    subject: raised({ ...load, name: `portal: ${load.name}`, request: mine, pids: [ours] }),
    yardstick: raised({ ...load, name: `payload: ${load.name}`, request: theirs, pids: [peer.pid] }),
  });
}

function measured({ version, rows }: Peer, { work }: Case, { shipped, closed, open }: Seen): Measured {
  return {
    subject: rateOf(closed.subject, 'the portal'),
    yardstick: rateOf(closed.yardstick, `Payload ${version}, ${rows} rows`),
    note: [
      work,
      `Payload as shipped: ${rateText(shipped.yardstick)}, the portal then: ${rateText(shipped.subject)}.`,
      `At 20 arrivals a second: the portal ${timesText(open.subject)}, Payload ${timesText(open.yardstick)}.`,
    ].join(' '),
  };
}

const rateText = (sample: Sample) =>
  `${(sample.times.length / sample.seconds).toFixed(1)}/s, ${timesText(sample)}`;

const timesText = ({ times }: Sample) =>
  `p50 / p95 / p99 ${([50, 95, 99] as const).map((percent) => percentile(times, percent).toFixed(0)).join(' / ')} ms`;
