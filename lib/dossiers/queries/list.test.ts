import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { countCap } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import type { DossierFilter } from '../api/schema';
import { ListDossiers } from '../schema';
import { dossierStates } from '../workflow';
import { listExchanged } from './exchange';
import { countDossiers, exportDossiers, listDossiers } from './list';
import { endOfSoon, walksOf } from './views';
import { type Order, pageOf, searchedPageOf } from './walks';
import { readWords } from './words';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });
useDatabase();

let cast: Cast;
const rows = 20_000;
const states = Object.keys(dossierStates);

/** Enough rows that reading them all would never be the planner's choice; nine in ten have long ended. */
beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
  const owner = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  const slugs = ['cosmetics-notification', 'drug-registration'];
  const people = {
    citizen: cast('citizen').accountId,
    reviewer: cast('reviewer').accountId,
    expert: cast('expert').accountId,
  };
  await owner`alter table dossiers disable trigger all`;
  await owner`
    insert into dossiers (id, code, draft_code, procedure_slug, procedure_version, state, owner_account_id,
      applicant_name, subject, unit, assignee_id, expert_ids, channel, answers, due_at, submitted_at, search_text,
      created_at, updated_at)
    select uuidv7(make_interval(secs => -n)), 'G18.12-20260101-' || lpad(n::text, 7, '0'), n::text, v.slug, v.version,
      case when n % 10 > 0 then 'archived' else (${states}::text[])[1 + n / 10 % ${states.length}::int] end,
      ${people.citizen}::uuid, 'Người nộp ' || n, '', (array['QLD', 'HTTB', 'ATTP', 'PB'])[1 + n % 4],
      case when n % 3 = 0 then ${people.reviewer}::uuid end,
      case when n % 500 = 0 then array[${people.expert}::uuid] else '{}' end, 'counter', '{}',
      case when n % 7 > 0 then now() - make_interval(hours => n % 5000 - 400) end,
      date_trunc('milliseconds', now() - make_interval(mins => n / 3)),
      'nguoi nop ' || n || case when n % 4000 = 0 then ' kem chong nang' else '' end, now(),
      date_trunc('milliseconds', now() - make_interval(mins => n / 5))
    from generate_series(1, ${rows}::int) n
    cross join lateral (select slug, max(version) as version from procedure_versions
      where slug = (${slugs}::text[])[1 + n % 2] group by slug) v`;
  await owner`update dossiers set due_at = date_trunc('milliseconds', due_at)`;
  await owner`alter table dossiers enable trigger all`;
  await owner`vacuum analyze dossiers`;
  await owner.end();
});

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Subplan Name'?: string;
  Plans?: Plan[];
};
type Shape = Partial<ListDossiers> & { cursor?: Order['cursor'] };

/** The plan of the list's own statement, as it ran. */
const explain = query<Shape, Plan>({
  action: 'dossier.read',
  async run(reading) {
    const { cursor = null, ...shape } = reading.input;
    const input = ListDossiers.parse({ view: 'all', ...shape });
    const words = await readWords(reading.db, input.q);
    const soon = await endOfSoon(reading.db, [input.view]);
    const walks = walksOf({ ...reading, input }, { soon, searching: words !== undefined });
    const order = { by: input.sort, descending: input.order === 'desc', cursor, size: 26 };
    const found = words === undefined ? pageOf(walks, order) : searchedPageOf(walks, words, order);
    const [row] = await reading.db.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      sql`explain (analyze, format json) ${found}`,
    );
    const plan = row?.['QUERY PLAN'][0].Plan;
    if (plan === undefined) throw new Error('no plan');
    return plan;
  },
});

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Rows of the table that the statement took into its hands. */
const touched = (plan: Plan) =>
  nodesOf(plan)
    .filter((node) => node['Relation Name'] === 'dossiers')
    .reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0);

const far: Order['cursor'] = {
  value: new Date(Date.now() - 60 * 86_400_000).toISOString(),
  id: randomUUID(),
};
const views = ['mine', 'unit', 'waiting', 'due_soon', 'overdue', 'all'] as const;
const filters: Shape[] = [
  ...views.map((view) => ({ view })),
  { state: 'council' },
  { state: 'archived' },
  { procedure: 'drug-registration' },
  { procedure: 'drug-registration', view: 'unit' },
  { procedure: 'drug-registration', state: 'in_review' },
  { procedure: 'a-procedure-of-nobody' },
];

describe('a page of the list', () => {
  it.each(['auditor', 'one-stop', 'reviewer', 'dispatcher', 'records-attp', 'expert'])(
    'is found for %s by indexes, in every order, near and far, by no more than a page of each state',
    async (name) => {
      const most = 26 * states.length * 2;
      for (const filter of filters)
        for (const sort of ['due', 'submitted', 'updated'] as const)
          for (const order of ['asc', 'desc'] as const)
            for (const cursor of [null, far]) {
              const plan = await explain(cast(name), { ...filter, sort, order, cursor });
              const label = JSON.stringify({ ...filter, sort, order, cursor });
              const scans = nodesOf(plan).filter((node) => node['Relation Name'] === 'dossiers');
              expect(
                scans.map((node) => node['Node Type']),
                label,
              ).not.toContain('Seq Scan');
              expect(touched(plan), label).toBeLessThanOrEqual(most);
            }
    },
  );

  it('is searched to the same rows whether the words are common or rare', async () => {
    const asked = async (q: string, sort: 'due' | 'updated') => {
      const input = ListDossiers.parse({ view: 'all', q, sort, order: 'desc' });
      const found: string[] = [];
      for await (const piece of exportDossiers(cast('reviewer'), input))
        found.push(...piece.map(({ id }) => id));
      return found;
    };
    const key = { due: sql`coalesce(due_at, 'infinity')`, updated: sql`updated_at` };
    for (const q of ['nop 199', 'chong nang', 'uoi', '1', 'nguoi nop 7']) {
      for (const sort of ['due', 'updated'] as const) {
        const rows = await database().execute<{ id: string }>(sql`select id from dossiers
          where unit = 'QLD' and state not in ('draft', 'cancelled') and (${q} <> '1' and search_text like ${`%${q}%`}
            or ${q} = '1' and search_text ~ '(^| )1') order by ${key[sort]} desc, id desc`);
        expect(await asked(q, sort), `${q} ${sort}`).toEqual(rows.map(({ id }) => id));
      }
    }
  });

  it('is counted up to the cap and no further', async () => {
    const counts = await countDossiers(cast('auditor'), { views });
    expect(Math.max(...Object.values(counts))).toBe(countCap + 1);
    const [all] = await database().execute<{ n: number }>(sql`select count(*)::int as n from dossiers
      where state = any(${`{${states.filter((state) => ['fee_due', 'intake_supplement', 'remediation', 'supplement_requested', 'withdraw_requested'].includes(state)).join(',')}}`}::text[])`);
    expect(counts.waiting).toBe(Math.min(all?.n ?? 0, countCap + 1));
  });
});

describe('an export', () => {
  it('gives every row of the list once, in its order, and logs each as read', async () => {
    const actor: Actor = { ...cast('reviewer'), requestId: randomUUID() };
    const input = ListDossiers.parse({ view: 'unit', sort: 'submitted', order: 'desc' });
    const ids: string[] = [];
    for await (const piece of exportDossiers(actor, input)) ids.push(...piece.map(({ id }) => id));
    const first = await listDossiers(cast('reviewer'), input);
    expect(ids.slice(0, 25)).toEqual(first.rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const [logged] = await database().execute<{ n: number }>(sql`select count(distinct record_id)::int as n
      from personal_data_reads where request_id = ${actor.requestId} and purpose = 'handling'`);
    expect(logged?.n).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(250);
  });
});

/** A search told how common its words are: what a sample would say of a nation's rows. */
const look = query<{ q: string; rows: number; size: number }, { ids: string[]; looked: string[] }>({
  action: 'dossier.read',
  async run(reading) {
    const { db, input } = reading;
    const walks = walksOf({ ...reading, input: { view: 'all' } }, { soon: null, searching: true });
    const words = await readWords(db, input.q);
    if (words === undefined) throw new Error('no words');
    const order: Order = { by: 'updated', descending: true, cursor: null, size: input.size };
    const found = searchedPageOf(walks, { ...words, share: 0.5, rows: input.rows }, order);
    const ids = await db.execute<{ id: string }>(sql`${found} order by 2 desc, 1 desc`);
    const [row] = await db.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      sql`explain (analyze, format json) ${found}`,
    );
    const parts = nodesOf(
      row?.['QUERY PLAN'][0].Plan ?? { 'Node Type': '', 'Actual Rows': 0, 'Actual Loops': 0 },
    );
    const looked = parts
      .filter((node) => node['Subplan Name']?.startsWith('CTE ') && node['Actual Loops'] > 0)
      .map((node) => node['Subplan Name']?.slice('CTE '.length) ?? '');
    return { ids: ids.map(({ id }) => id), looked };
  },
});

describe('words that are common in all and rare just here', () => {
  it.each([
    ['are found nearby', 'nguoi nop', 40_000, ['looked_0'], ['looked_1', 'far']],
    ['are looked for further on', 'kem chong nang', 80_000, ['looked_0', 'looked_1'], ['far']],
    ['are fetched when that is not enough', 'kem chong nang', 40_000, ['looked_1', 'far'], []],
  ])('%s', async (_, q, rows, done, spared) => {
    const { ids, looked } = await look(cast('auditor'), { q, rows, size: 26 });
    const expected = await database().execute<{ id: string }>(sql`
      select id from dossiers where state not in ('draft', 'cancelled') and search_text like ${`%${q}%`}
      order by updated_at desc, id desc limit 26`);
    expect(ids).toEqual(expected.map(({ id }) => id));
    expect(looked).toEqual(expect.arrayContaining(done));
    for (const part of spared) expect(looked).not.toContain(part);
  });
});

describe('the list of the interface', () => {
  const walked = async (actor: Actor, asked: Partial<DossierFilter>) => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await listExchanged(actor, { limit: 100, ...asked, after });
      found.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found;
  };

  const reaches = {
    auditor: () => sql`state not in ('draft', 'cancelled')`,
    reviewer: () => sql`state not in ('draft', 'cancelled') and unit = 'QLD'`,
    citizen: (accountId: string) => sql`owner_account_id = ${accountId}::uuid`,
  };

  it.each(Object.entries(reaches))(
    'gives %s every dossier in reach once, in the order of submission',
    async (name, reach) => {
      const actor = cast(name);
      const within = reach(actor.accountId);
      const statusOf = sql`state = any(${sql.param(
        Object.entries(dossierStates).flatMap(([state, { public: status }]) => (status === 4 ? [state] : [])),
      )}::text[])`;
      const shapes = [
        [{ publicStatus: 4 }, statusOf],
        [{ publicStatus: 1 }, sql`state = 'submitted'`],
        [{ procedure: 'drug-registration' }, sql`procedure_slug = 'drug-registration'`],
        [{}, sql`true`],
      ] as const;
      for (const [asked, filter] of shapes) {
        const expected = await database().execute<{ id: string }>(sql`
        select id from dossiers where ${within} and ${filter}
        order by submitted_at, id`);
        expect(await walked(actor, asked), JSON.stringify(asked)).toEqual(expected.map(({ id }) => id));
      }
    },
  );

  it('refuses a cursor that is not its own', async () => {
    await expect(listExchanged(cast('auditor'), { limit: 10, after: 'abc' })).rejects.toThrow();
  });
});
