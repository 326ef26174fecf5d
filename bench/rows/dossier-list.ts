import { database } from '@/db/client';
import { countDossiers, listDossiers } from '@/lib/dossiers/queries/list';
import { endOfSoon } from '@/lib/dossiers/queries/views';
import { ListDossiers } from '@/lib/dossiers/schema';
import { countCap, decodeCursor } from '@/lib/kernel/pagination';
import { type Bench, defineRow, type Measured, type Sample } from '../define';
import { listConnection, type Statement, statementsOf } from '../measure/statements';
import { costsOf, percentile, timeOf } from '../samples';
import { actorNamed } from '../stage/people';
import { type Asked, type ListCase, lookSql, plainSql } from '../yardsticks/dossier-list';
import { casesOf, partsOf } from '../yardsticks/dossier-list-cases';

const pace = 20;
const pageSize = 25;
const deep = 1_000;

export const row = defineRow({
  id: 'dossier-list',
  what: 'Staff dossier list, any filter, sort and page, permissions on',
  at: '1,000,000 dossiers',
  targets: {
    query: { of: 'ratio', unit: '×', atMost: 2 },
    page: { of: 'ratio', unit: '×', atMost: 2 },
    depth: { of: 'ratio', unit: '×', atMost: 1.2 },
    counts: { of: 'subject', unit: 'count', atMost: countCap + 1 },
  },
  async measure(bench) {
    const cases = await casesOf(bench.sql);
    const found: Found[] = [];
    for (const one of cases) found.push(await compare(bench, one));
    return {
      query: worstOf(found),
      depth: deepest(found),
      counts: await counted(bench),
      page: await pages(bench, found),
    };
  },
});

interface Found {
  asked: ListCase;
  /** The page really reached: a small database has no page 1,000. */
  page: number;
  after: string | null;
  subject: Sample;
  yardstick: Sample;
}

const inputOf = (asked: ListCase, after: string | null) => {
  const { view, sort, order, state, procedure } = asked;
  return ListDossiers.parse({ view, sort, order, state, procedure, after: after ?? undefined });
};

/** From the first page on by the list's own cursors, in steps of forty pages. */
async function walkTo(asked: ListCase): Promise<{ page: number; after: string | null }> {
  const actor = await actorNamed(asked.account);
  let after: string | null = null;
  for (let page = 1; page < asked.page; ) {
    const size = Math.min(40, asked.page - page) * pageSize;
    const { next }: { next: string | null } = await listDossiers(actor, { ...inputOf(asked, after), size });
    if (next === null) return { page, after };
    page += size / pageSize;
    after = next;
  }
  return { page: asked.page, after };
}

async function compare(bench: Bench, asked: ListCase): Promise<Found> {
  const actor = await actorNamed(asked.account);
  const { page, after } = await walkTo(asked);
  const ids: string[] = [];
  const sent = await statementsOf(async () => {
    const { rows } = await listDossiers(actor, inputOf(asked, after));
    ids.push(...rows.map(({ id }) => id));
  });
  const written = await best(
    {
      parts: partsOf(asked, {
        accountId: actor.accountId,
        now: new Date(),
        soon: await endOfSoon(database(), [asked.view]),
      }),
      sort: asked.sort,
      order: asked.order,
      after: after === null ? null : decodeCursor(after),
      size: pageSize + 1,
    },
    ids,
    asked.name,
  );
  const times = bench.quick ? 10 : 40;
  const rounds = bench.quick ? 1 : 3;
  const run = (name: string, statements: readonly Statement[]) =>
    bench.load({ name: `${asked.name}: ${name}`, times, run: () => send(statements) });
  const both = await bench.alternate({
    rounds,
    subject: () => run('the portal', sent),
    yardstick: () => run('hand-written', [written]),
  });
  bench.log(
    `${asked.name}, page ${page}: ${percentile(both.subject.times, 50).toFixed(2)} ms, hand-written ${percentile(both.yardstick.times, 50).toFixed(2)} ms`,
  );
  return { asked, page, after, ...both };
}

/** Both sides over one connection, each planned anew as `psql` would. */
async function send(statements: readonly Statement[]): Promise<readonly Record<string, unknown>[]> {
  let rows: readonly Record<string, unknown>[] = [];
  for (const { text, params } of statements) rows = await listConnection().unsafe(text, params);
  return rows;
}

/** The faster way of writing it. It has to give the very rows the portal gives: else one of the two is wrong. */
async function best(asked: Asked, ids: readonly string[], name: string): Promise<Statement> {
  const ways = [plainSql(asked), lookSql(asked)].map((text) => ({ text, params: [] }));
  const timed: { way: Statement; median: number }[] = [];
  for (const way of ways) {
    const rows = await send([way]);
    const same =
      rows
        .slice(0, pageSize)
        .map(({ id }) => id)
        .join() === ids.join();
    if (!same) throw new Error(`${name}: the hand-written statement gives other rows than the list`);
    const times: number[] = [];
    for (let n = 0; n < 7; n++) {
      const start = performance.now();
      await send([way]);
      times.push(performance.now() - start);
    }
    timed.push({ way, median: percentile(times, 50) });
  }
  const [fastest] = timed.sort((a, b) => a.median - b.median);
  if (fastest === undefined) throw new Error('nothing was written');
  return fastest.way;
}

const ratioOf = ({ subject, yardstick }: Found) =>
  percentile(subject.times, 50) / percentile(yardstick.times, 50);

const labelOf = ({ asked, page }: Found) => `${asked.name}, page ${page}`;

function worstOf(found: readonly Found[]): Measured {
  const ordered = [...found].sort((a, b) => ratioOf(b) - ratioOf(a));
  const [worst] = ordered;
  if (worst === undefined) throw new Error('no case was measured');
  const all = ordered.map((one) => `${labelOf(one)} ${ratioOf(one).toFixed(2)} ×`).join('; ');
  return {
    subject: timeOf(worst.subject, 50, `the worst of ${found.length} cases: ${labelOf(worst)}`),
    yardstick: timeOf(worst.yardstick, 50, 'the faster of two hand-written statements for it'),
    note: `The median ratio of each case, worst first: ${all}.`,
  };
}

function deepest(found: readonly Found[]): Measured {
  const pairs = found.flatMap((far) => {
    const near = found.find(({ asked, page }) => asked.name === far.asked.name && page === 1);
    return far.asked.page === deep && near !== undefined ? [{ far, near }] : [];
  });
  const growth = ({ far, near }: (typeof pairs)[number]) =>
    percentile(far.subject.times, 50) / percentile(near.subject.times, 50);
  const [worst] = pairs.sort((a, b) => growth(b) - growth(a));
  if (worst === undefined) throw new Error('no page far away was measured');
  return {
    subject: timeOf(worst.far.subject, 50, labelOf(worst.far)),
    yardstick: timeOf(worst.near.subject, 50, labelOf(worst.near)),
    note: `${pairs.map((pair) => `${labelOf(pair.far)}: ${growth(pair).toFixed(2)} × its page 1`).join('; ')}. Both read as many lines by the same index. What was handed in last has no officer yet: the first page by submission looks up no names and sends none, a page far back one for nearly every line.`,
  };
}

async function counted(bench: Bench): Promise<Measured> {
  const views = ['mine', 'unit', 'due_soon', 'overdue', 'waiting', 'all'] as const;
  const actor = await actorNamed('one-stop');
  const counts = await countDossiers(actor, { views });
  const sample = await bench.load({
    name: 'counts of six views',
    times: bench.quick ? 10 : 60,
    run: () => countDossiers(actor, { views }),
  });
  return {
    subject: {
      ...timeOf(sample, 95, 'counting'),
      value: Math.max(...Object.values(counts)),
      unit: 'count',
      what: 'the most any of six views was counted to',
    },
    yardstick: null,
    note: `Six views are counted in ${percentile(sample.times, 95).toFixed(1)} ms at p95.`,
  };
}

async function pages(bench: Bench, found: readonly Found[]): Promise<Measured> {
  const [{ webs }, bare] = await Promise.all([bench.portal(), bench.barePage()]);
  const accounts = [...new Set(found.map(({ asked }) => asked.account))];
  const cookies = new Map<string, string>();
  for (const account of accounts) cookies.set(account, await bench.signIn(account));
  const calls = found.map(({ asked, after }) => {
    const search = new URLSearchParams(
      Object.entries(inputOf(asked, after)).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const cookie = cookies.get(asked.account) ?? '';
    return { url: `${webs[0]?.url}/dossiers?${search}`, headers: { cookie }, expect: '</main>' };
  });
  const page = { url: bare.url, expect: 'The database says' };
  const asked = (n: number) => calls[n % calls.length] ?? page;
  // Drawing a list is more code than anything else here: the compiler is done with it after a thousand.
  await bench.load({
    name: 'list page, warming up',
    rate: pace,
    seconds: bench.quick ? 3 : 40,
    request: asked,
  });
  const { subject, yardstick } = await bench.alternate({
    subject: ({ seconds }) => bench.load({ name: 'list page', rate: pace, seconds, request: asked }),
    yardstick: ({ seconds }) => bench.load({ name: 'bare page', rate: pace, seconds, request: page }),
  });
  return {
    subject: timeOf(subject, 95, `/dossiers, ${calls.length} addresses in turn, ${pace} a second`),
    yardstick: timeOf(yardstick, 95, `the bare page, ${pace} a second`),
    note: `${costsOf(subject, yardstick)} Each page checks the session, counts six views, judges 25 limits by the calendar and logs what was read; the database has a fifth of the time, the framework's drawing of the lines as markup and as data most of it.`,
  };
}
