import { listDossiers } from '@/lib/dossiers/queries/list';
import { ListDossiers } from '@/lib/dossiers/schema';
import { foldTones } from '@/lib/kernel/text';
import { type Bench, defineRow, type Sample } from '../define';
import { percentile, pooled, timeOf } from '../samples';
import { actorNamed } from '../stage/people';

const pace = 10;

export const row = defineRow({
  id: 'search',
  what: 'Search by part of a name without tone marks, permissions on',
  at: '1,000,000 dossiers',
  targets: {
    query: { of: 'subject', unit: 'ms', atMost: 100 },
    page: { of: 'subject', unit: 'ms', atMost: 100 },
  },
  async measure(bench) {
    const words = await wordsFrom(bench);
    const accounts = ['one-stop', 'reviewer'];
    const asked = accounts.flatMap((account) => words.map((word) => ({ account, ...word })));
    const samples: { kind: Kind; sample: Sample }[] = [];
    for (const { account, kind, q } of asked)
      samples.push({ kind, sample: await searched(bench, account, q) });
    const all = pooled(samples.map(({ sample }) => sample));
    const each = kinds.map((kind) => {
      const times = samples.filter((one) => one.kind === kind).flatMap(({ sample }) => sample.times);
      return `${kind} ${percentile(times, 95).toFixed(1)} ms`;
    });
    const page = await pages(bench, asked);
    return {
      query: {
        subject: timeOf(all, 95, `${asked.length} searches by two officers, with the log of reads`),
        yardstick: null,
        note: `p95 by kind of word: ${each.join(', ')}. Every search is new to the portal; nothing is cached.`,
      },
      page: {
        subject: timeOf(page, 95, `/search, ${pace} a second`),
        yardstick: null,
        note: 'The query above, and a page drawn around it that costs the process as much as a page of the list; while one search reads many rows, the others wait for the same two processors.',
      },
    };
  },
});

const kinds = ['common', 'part', 'rare', 'absent'] as const;
type Kind = (typeof kinds)[number];

interface Word {
  kind: Kind;
  q: string;
}

/** Words from the names that are there, every time the same ones of the same data. */
async function wordsFrom({ sql, quick }: Bench): Promise<Word[]> {
  const names = await sql<{ name: string }[]>`
    select applicant_name as name from (
      select applicant_name from dossiers where state not in ('draft', 'cancelled')
      order by id limit 20000) early
    group by 1 order by md5(applicant_name) limit ${quick ? 3 : 12}`;
  const folded = names.map(({ name }) => foldTones(name));
  return [
    { kind: 'common', q: 'nguyen' },
    { kind: 'common', q: 'cong ty' },
    ...folded.map((name): Word => ({ kind: 'part', q: middleOf(name) })),
    ...folded.map((name): Word => ({ kind: 'rare', q: name })),
    { kind: 'absent', q: 'zwfj kqx' },
    { kind: 'absent', q: 'nguyen zwfj' },
  ];
}

/** From inside one word into the next: what no index of whole words would find. */
function middleOf(name: string): string {
  const start = Math.max(0, Math.floor(name.length / 2) - 4);
  return name.slice(start, start + 8).trim();
}

async function searched(bench: Bench, account: string, q: string): Promise<Sample> {
  const actor = await actorNamed(account);
  const input = ListDossiers.parse({ view: 'all', q, sort: 'updated', order: 'desc' });
  return bench.load({
    name: `${account}: ${q}`,
    times: bench.quick ? 3 : 12,
    run: () => listDossiers(actor, input),
  });
}

async function pages(bench: Bench, asked: readonly { account: string; q: string }[]): Promise<Sample> {
  const { webs } = await bench.portal();
  const cookies: Record<string, string> = {};
  for (const account of new Set(asked.map((one) => one.account)))
    cookies[account] = await bench.signIn(account);
  const calls = asked.map(({ account, q }) => ({
    url: `${webs[0]?.url}/search?${new URLSearchParams({ q })}`,
    headers: { cookie: cookies[account] ?? '' },
    expect: '</main>',
  }));
  const request = (n: number) => calls[n % calls.length] ?? { url: '' };
  const load = { name: 'search page', rate: pace, request };
  await bench.load({ ...load, name: 'search page, warming up', seconds: 3 });
  return bench.load({ ...load, seconds: bench.quick ? 5 : 30 });
}
