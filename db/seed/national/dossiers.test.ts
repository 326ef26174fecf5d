import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { verifyChains } from '@/lib/audit/queries';
import { findMoved } from '@/lib/calendar/commands/recompute';
import { ruleOf, toClockEvents } from '@/lib/dossiers/commands/clock';
import { listClockEvents } from '@/lib/dossiers/commands/find';
import type { Calendar } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { dueDate } from '@/lib/kernel/clock-rules';
import { catalogue } from '@/lib/procedures/catalogue';
import { parseAnswers } from '@/lib/procedures/rules';
import { seedAccounts } from '../accounts';
import { seedNationalDossiers } from './dossiers';

const size = { dossiers: 1600, chunk: 160, withActs: 400 };
const filled =
  'dossiers dossier_events clock_events supplements component_marks fee_obligations payments dossier_shares messages audit_acts changes counters'.split(
    ' ',
  );
let owner: postgres.Sql;

const rowsOf = async (text: string) => [...(await owner.unsafe(text))];
const count = async (text: string) => Number((await rowsOf(`select count(*) as n ${text}`))[0]?.n);
const contents = () =>
  Promise.all(
    filled.map(async (table) => ({
      table,
      ...(await rowsOf(`select count(*), md5(string_agg(t::text, ' ' order by t::text)) from ${table} t`))[0],
    })),
  );
const schema = () =>
  rowsOf(`
    select tablename::text as of, indexdef as what from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass::text, conname || convalidated || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select tgrelid::regclass::text, tgname || tgenabled::text from pg_trigger where not tgisinternal
    order by 1, 2`);

/** What the rules make of a dossier's ledger today. */
async function recomputed(dossier: Awaited<ReturnType<typeof sampled>>[number], calendar: Calendar) {
  const definition = catalogue.find(({ slug }) => slug === dossier.procedure_slug);
  const rule = definition === undefined ? null : ruleOf(definition, dossier.answers);
  if (rule === null) return null;
  return dueDate(rule, toClockEvents(await listClockEvents(database(), dossier.id)), calendar).due;
}
const sampled = () =>
  owner<{ id: string; procedure_slug: string; answers: Record<string, unknown>; due_at: Date | null }[]>`
    select id, procedure_slug, answers, due_at from dossiers
    where received_at is not null and hashtext(id::text) % 17 = 0`;

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Stops the seed where a chunk is filled but not finished: nothing is left of it, as after a kill. */
async function stopAfter(chunks: number): Promise<void> {
  while ((await count("from seed_chunks where step = 'national dossiers'")) < chunks) await pause();
  await owner.begin(async (tx) => {
    await tx`lock table seed_chunks in exclusive mode`;
    for (let stopped = 0; stopped === 0; await pause())
      stopped = await count(`from pg_stat_activity, pg_cancel_backend(pid)
        where application_name = 'portal-seed' and datname = current_database() and wait_event_type = 'Lock'`);
  });
}

describe('the dossiers of a nation', () => {
  let before: unknown;
  useDatabase();
  beforeAll(async () => {
    owner = postgres(process.env.DATABASE_URL ?? '', { max: 2, onnotice: () => {} });
    await transaction(seedAccounts);
    before = await schema();
    await seedNationalDossiers(() => {}, size);
  });
  afterAll(() => owner.end());

  it('are all there, most of them ended, with the schema as it was', async () => {
    expect(await count('from dossiers where sample')).toBe(size.dossiers);
    const running = await count("from dossiers where ended_at is null and state <> 'cancelled'");
    expect(running / size.dossiers).toBeGreaterThan(0.03);
    expect(running / size.dossiers).toBeLessThan(0.1);
    expect(await schema()).toEqual(before);
    expect(await count('from seed_taken_off')).toBe(0);
  });

  it('have histories as the resting triggers would have wanted them', async () => {
    expect(
      await rowsOf(`
        select d.id from dossiers d
        where state is distinct from (
          select to_state from dossier_events e where e.dossier_id = d.id order by seq desc limit 1)`),
    ).toEqual([]);
    expect(
      await rowsOf(`
        select * from (select *, lag(to_state) over mine as before, lag(at) over mine as before_at,
          row_number() over mine as nth from dossier_events window mine as (partition by dossier_id order by seq)) e
        where seq <> nth or from_state is distinct from before or at < before_at`),
    ).toEqual([]);
    expect(
      await rowsOf(`
        select e.dossier_id from dossier_events e
        join dossier_events l on l.dossier_id = e.dossier_id and l.person_id = e.person_id and l.seq > e.seq
        join duty_exclusions x on x.first = e.action and x.second = l.action`),
    ).toEqual([]);
  });

  it('are due when the rules say so', async () => {
    for await (const { moved } of findMoved(database())) expect(moved).toEqual([]);
    const { calendar } = await readCalendar(database());
    const sample = await sampled();
    expect(sample.length).toBeGreaterThan(50);
    for (const dossier of sample)
      expect([dossier.id, await recomputed(dossier, calendar)]).toEqual([dossier.id, dossier.due_at]);
  });

  it('let requests lapse after their time and not before', async () => {
    expect(await count('from supplements where answered_at > due_at')).toBe(0);
    expect(
      await rowsOf(`
        select e.dossier_id from dossier_events e where e.move = 'expire_supplement'
        and e.at <= (select max(due_at) from supplements s where s.dossier_id = e.dossier_id)`),
    ).toEqual([]);
  });

  it('have codes numbered by unit and day in the order of submission', async () => {
    expect(
      await rowsOf(`
        select * from (select code, right(code, 7)::int as number,
          row_number() over (partition by left(code, -8) order by submitted_at, code) as nth
          from dossiers where code is not null) d where number <> nth`),
    ).toEqual([]);
    expect(
      await rowsOf(`
        with last as (select left(code, -8) as series, max(right(code, 7)::int) as number
          from dossiers where code is not null group by 1)
        select * from last where number is distinct from (select value from counters
          where key = 'dossier:' || substr(series, 5, 2) || ':' || to_date(right(series, 8), 'YYYYMMDD'))`),
    ).toEqual([]);
  });

  it('have answers their forms accept', async () => {
    const handedIn = await owner<{ procedure_slug: string; answers: Record<string, unknown> }[]>`
      select distinct on (procedure_slug) procedure_slug, answers from dossiers order by procedure_slug, id desc`;
    expect(handedIn).toHaveLength(catalogue.length);
    for (const { procedure_slug: slug, answers } of handedIn) {
      const definition = catalogue.find((one) => one.slug === slug);
      const parsed = definition && parseAnswers(definition, answers, { today: '2026-11-22' });
      expect([slug, parsed]).toEqual([slug, expect.objectContaining({ ok: true })]);
    }
  });

  it('keep whole chains of acts and a feed without gaps for the latest', async () => {
    const { acts, broken } = await verifyChains();
    expect(broken).toBeNull();
    expect(acts).toBeGreaterThan(size.withActs * 6);
    const [feed] = await rowsOf(`
      select count(*), max(sequence), count(distinct event_id) as events,
        (select value from counters where key = 'changes') as counted from changes`);
    expect(feed).toEqual({ count: feed?.max, max: feed?.max, events: feed?.max, counted: feed?.max });
    expect(Number(feed?.max)).toBeGreaterThan(acts);
  });

  it('are the same again when a run is stopped on its way and another goes on', async () => {
    const wanted = await contents();
    await owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx.unsafe(`truncate ${filled.join(', ')}, seed_chunks restart identity cascade`);
      await tx`delete from role_grants where reason = 'Dữ liệu mẫu' and valid_from < '2025-01-01'`;
      await tx`delete from accounts where subject like 'national-%'`;
      await tx`delete from persons where sample and not exists (select from accounts a where a.person_id = persons.id)`;
      await tx`delete from organisations o where not exists (select from accounts a where a.organisation_id = o.id)`;
    });
    const run = seedNationalDossiers(() => {}, size).then(
      () => 'ran through',
      () => 'stopped',
    );
    await stopAfter(3);
    expect(await run).toBe('stopped');
    expect(await count('from dossiers')).toBeLessThan(size.dossiers);
    expect(await schema()).not.toEqual(before);
    await seedNationalDossiers(() => {}, size);
    expect(await contents()).toEqual(wanted);
    expect(await schema()).toEqual(before);
  });
});
