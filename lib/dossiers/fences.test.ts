import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { database, transaction } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, handIn, makeMove, readCast } from '@/db/testing-dossiers';
import { findDossier } from './commands/find';

// Many acts per test: a busy machine may take its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });
useDatabase();

let cast: Cast;
let owner: postgres.Sql;
let dossierId = '';

beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
  owner = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  const code = await handIn(cast('business'), 'cosmetics-notification');
  await makeMove(cast('one-stop'), code, { move: 'accept' });
  await makeMove(cast('dispatcher'), code, { move: 'assign', assignee: cast('reviewer').accountId });
  await makeMove(cast('reviewer'), code, { move: 'begin_review' });
  dossierId = (await findDossier(database(), code)).dossier.id;
});
afterAll(() => owner.end());

const appendOnly = [
  'audit_acts',
  'personal_data_reads',
  'dossier_events',
  'clock_events',
  'dossier_promises',
  'calendar_days',
  'report_values',
  'report_events',
  'indicator_entries',
  'indicator_snapshots',
  'changes',
];

/** As the portal connects: without the owner's rights. */
const asPortal = (text: string) =>
  database()
    .execute(sql.raw(text))
    .then(
      () => 'done',
      (error: { cause?: { code?: string } }) => error.cause?.code ?? 'unknown',
    );
const asOwner = (text: string) =>
  owner.unsafe(text).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'unknown',
  );

describe('histories', () => {
  it('connects as a role that owns nothing', async () => {
    const [row] = await database().execute<{ owns: number; super: boolean }>(sql`
      select (select count(*)::int from pg_tables where schemaname = 'public' and tableowner = current_user) as owns,
        (select rolsuper from pg_roles where rolname = current_user) as super`);
    expect(row).toEqual({ owns: 0, super: false });
  });

  it.each(appendOnly)('%s takes no change and no removal, from the owner neither', async (table) => {
    const [column] = await owner`select column_name from information_schema.columns
      where table_name = ${table} and is_generated = 'NEVER' and identity_generation is null order by ordinal_position desc limit 1`;
    const [{ n } = { n: 0 }] = await owner<{ n: number }[]>`select count(*)::int as n from ${owner(table)}`;
    const change = `update ${table} set "${column?.column_name}" = "${column?.column_name}"`;
    expect(await asPortal(change)).toBe('42501');
    expect(await asPortal(`delete from ${table}`)).toBe('42501');
    expect(await asPortal(`truncate ${table}`)).toBe('42501');
    if (n > 0) {
      expect(await asOwner(change)).toBe('42501');
      expect(await asOwner(`delete from ${table}`)).toBe('42501');
    }
    expect(await asOwner(`truncate ${table} cascade`)).toBe('42501');
    const [{ n: left } = { n: -1 }] = await owner<
      { n: number }[]
    >`select count(*)::int as n from ${owner(table)}`;
    expect(left).toBe(n);
  });
});

/** A further event of the dossier as raw SQL would write it. */
function event(values: {
  seq?: string;
  from?: string;
  to?: string;
  action?: string;
  person?: string;
  actor?: string;
  role?: string;
  scope?: string;
  delegation?: string | null;
}): string {
  const { seq, from, to, action, person, actor, role, scope, delegation } = {
    seq: `(select max(seq) + 1 from dossier_events where dossier_id = '${dossierId}')`,
    from: 'in_review',
    to: 'in_review',
    action: 'dossier.extend',
    person: randomUUID(),
    actor: cast('approver').accountId,
    role: 'approver',
    scope: 'QLD',
    delegation: null,
    ...values,
  };
  return `insert into dossier_events (dossier_id, seq, move, action, from_state, to_state, actor_id, person_id, actor_name, role, scope, delegation_id, payload, at)
    values ('${dossierId}', ${seq}, 'extend', '${action}', '${from}', '${to}', '${actor}', '${person}', 'x', '${role}', '${scope}', ${delegation === null ? 'null' : `'${delegation}'`}, '{}', now())`;
}

const both = async (text: string) => [await asPortal(text), await asOwner(text)];

describe('the state of a dossier', () => {
  it('can not differ from its history at commit', async () => {
    expect(await both(`update dossiers set state = 'issued' where id = '${dossierId}'`)).toEqual([
      '23000',
      '23000',
    ]);
    const born = `insert into dossiers (id, draft_code, procedure_slug, procedure_version, state, owner_account_id, applicant_name, unit, channel, answers, created_at, updated_at)
      select gen_random_uuid(), gen_random_uuid()::text, procedure_slug, procedure_version, 'issued', owner_account_id, 'x', 'QLD', 'counter', '{}', now(), now() from dossiers where id = '${dossierId}'`;
    expect(await both(born)).toEqual(['23000', '23000']);
  });

  it('has a history without gap, double or jump', async () => {
    expect(await both(event({ seq: '99' }))).toEqual(['23000', '23000']);
    expect(await both(event({ seq: '1' }))).toEqual(['23000', '23000']);
    expect(await both(event({ from: 'drafting' }))).toEqual(['23000', '23000']);
  });
});

describe('duties', () => {
  it('stay apart for one person, also with a second account and under a mandate', async () => {
    const reviewer = cast('reviewer');
    const second = randomUUID();
    const mandate = randomUUID();
    await owner`insert into accounts (id, person_id, issuer, subject, name, created_at)
      values (${second}, ${reviewer.personId}, 'staff', 'second-account', 'x', now())`;
    await owner`insert into delegations (id, from_account_id, to_account_id, role, scope, document_number, valid_from, valid_to, created_at)
      values (${mandate}, ${cast('approver').accountId}, ${second}, 'approver', 'QLD', '1/UQ', now() - interval '1 day', now() + interval '1 day', now())`;
    const person = reviewer.personId;
    for (const action of ['dossier.sign', 'dossier.check']) {
      expect(await both(event({ action, person, actor: reviewer.accountId }))).toEqual(['23514', '23514']);
      expect(await both(event({ action, person, actor: second, delegation: mandate }))).toEqual([
        '23514',
        '23514',
      ]);
    }
    expect(await both(event({ action: 'dossier.receive', person: cast('business').personId }))).toEqual([
      '23514',
      '23514',
    ]);
  });

  it('are never an administrator’s', async () => {
    expect(await both(event({ role: 'sys_admin', scope: 'BYT' }))).toEqual(['23514', '23514']);
  });

  it.each([
    ['not yet begun', "now() + interval '1 hour'", "now() + interval '2 hours'", null, 'me'],
    ['over', "now() - interval '2 hours'", "now() - interval '1 hour'", null, 'me'],
    [
      'revoked',
      "now() - interval '2 hours'",
      "now() + interval '1 hour'",
      "now() - interval '1 minute'",
      'me',
    ],
    ['somebody else’s', "now() - interval '2 hours'", "now() + interval '1 hour'", null, 'other'],
  ])('a mandate %s does not count', async (_, from, to, revoked, whose) => {
    const id = randomUUID();
    const receiver = cast(whose === 'me' ? 'checker' : 'records').accountId;
    await owner.unsafe(`insert into delegations (id, from_account_id, to_account_id, role, scope, document_number, valid_from, valid_to, created_at, revoked_at)
      values ('${id}', '${cast('approver').accountId}', '${receiver}', 'approver', 'QLD', '2/UQ', ${from}, ${to}, now(), ${revoked})`);
    expect(await both(event({ actor: cast('checker').accountId, delegation: id }))).toEqual([
      '23514',
      '23514',
    ]);
  });

  it('a mandate for another role or unit does not count', async () => {
    const id = randomUUID();
    await owner`insert into delegations (id, from_account_id, to_account_id, role, scope, document_number, valid_from, valid_to, created_at)
      values (${id}, ${cast('approver').accountId}, ${cast('checker').accountId}, 'approver', 'HTTB', '3/UQ', now() - interval '1 day', now() + interval '1 day', now())`;
    const actor = cast('checker').accountId;
    expect(await both(event({ actor, delegation: id }))).toEqual(['23514', '23514']);
    expect(await both(event({ actor, delegation: id, scope: 'HTTB', role: 'checker' }))).toEqual([
      '23514',
      '23514',
    ]);
    expect(await both(event({ actor, delegation: randomUUID() }))).toEqual(['23514', '23514']);
  });
});

describe('the change feed', () => {
  it('is gapless and in the order of commits under 24 writers of whom a third give up', async () => {
    const [before] = await database().execute<{ n: number }>(
      sql`select coalesce(max(sequence), 0)::int as n from changes`,
    );
    const ids = await openDrafts(24);
    const committed: string[] = [];
    await Promise.all(
      ids.map(async (id, index) => {
        const giveUp = index % 3 === 0;
        await transaction(async (tx) => {
          await tx.execute(sql.raw(draftEvent(id)));
          await tx.execute(sql`select pg_sleep(${((index * 7) % 11) / 200})`);
          if (giveUp) throw new Error('gives up');
        }).then(
          () => committed.push(id),
          () => {},
        );
      }),
    );
    const rows = await database().execute<{ sequence: number; id: string }>(sql`
      select sequence::int, record_id as id from changes where sequence > ${(before?.n ?? 0) + 24} order by sequence`);
    expect(committed).toHaveLength(16);
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      rows.map((_, index) => (before?.n ?? 0) + 25 + index),
    );
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(committed));
    const [numbers] = await database().execute<{ value: number }>(
      sql`select value::int from counters where key = 'changes'`,
    );
    expect(numbers?.value).toBe(rows.at(-1)?.sequence);
  });

  it('never shows a reader a number before the ones below it', async () => {
    const ids = await openDrafts(24);
    let running = true;
    const holes: number[] = [];
    const reader = (async () => {
      while (running) {
        const [row] = await database().execute<{ holes: number }>(
          sql`select (max(sequence) - count(*))::int as holes from changes`,
        );
        holes.push(row?.holes ?? -1);
      }
    })();
    await Promise.all(ids.map((id) => transaction((tx) => tx.execute(sql.raw(draftEvent(id))))));
    running = false;
    await reader;
    expect(new Set(holes)).toEqual(new Set([0]));
  });
});

async function openDrafts(count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, () =>
      transaction(async (tx) => {
        const id = randomUUID();
        await tx.execute(
          sql.raw(`insert into dossiers (id, draft_code, procedure_slug, procedure_version, state, owner_account_id, applicant_name, unit, channel, answers, created_at, updated_at)
          select '${id}', '${id}', procedure_slug, procedure_version, 'draft', owner_account_id, 'x', 'QLD', 'counter', '{}', now(), now() from dossiers where id = '${dossierId}'`),
        );
        await tx.execute(
          sql.raw(`insert into dossier_events (dossier_id, seq, move, action, to_state, actor_name, role, payload, at)
          values ('${id}', 1, 'open', 'dossier.draft', 'draft', 'x', 'applicant_org', '{}', now())`),
        );
        return id;
      }),
    ),
  );
}

const draftEvent = (
  id: string,
) => `insert into dossier_events (dossier_id, seq, move, action, from_state, to_state, actor_name, role, payload, at)
  values ('${id}', 2, 'open', 'dossier.draft', 'draft', 'draft', 'x', 'applicant_org', '{}', now())`;
