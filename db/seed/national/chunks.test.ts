import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '@/db/testing';
import { type Chunked, loadInChunks } from './chunks';
import { copyInto, type Row } from './copy';

let owner: postgres.Sql;

const schemaOf = async (table: string) => [
  ...(await owner`
    select indexdef as definition from pg_indexes where tablename = ${table}
    union all
    select conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where conrelid = ${table}::regclass
    union all
    select tgname || ' ' || tgenabled::text from pg_trigger where tgrelid = ${table}::regclass and not tgisinternal
    order by 1`),
];
const rowsOf = async (table: string) => [...(await owner`select * from ${owner(table)} order by id`)];

const columns = ['at', 'words', 'facts', 'list', 'holds', 'unit'];
const awkward: Row[] = [
  [new Date('2026-01-02T03:04:05Z'), 'tab\tback\\slash\nline\rreturn', '{"a":"\\"x\\"\\n"}', [], true, 'QLD'],
  [null, '\\N', '[1,{"tiếng":"Việt"}]', ['a"b', 'c\\d', 'e,f', 'null', '{g}', null, '\t\n'], false, 'ATTP'],
  [undefined, '', null, null, null, 'PB'],
];

const chunks = ['one', 'two', 'three'].map((name, nth) => ({ name, nth }));
type Chunk = (typeof chunks)[number];
const rows = ({ nth }: Chunk): Row[] =>
  Array.from({ length: 500 }, (_, at) => [null, `words ${nth}:${at}`, '{}', [], true, 'QLD']);

const step = (load?: Chunked<Chunk>['load']): Chunked<Chunk> => ({
  step: 'trial',
  tables: ['trial'],
  triggers: [['trial', 'trial_refuses']],
  chunks,
  load: load ?? ((tx, chunk) => copyInto(tx, { table: 'trial', columns }, rows(chunk))),
  log: () => {},
});

describe('loading in chunks', () => {
  useDatabase();
  beforeAll(async () => {
    owner = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
    await owner`create function trial_refuse() returns trigger language plpgsql as $$
      begin raise exception 'row by row'; end $$`;
  });
  afterAll(() => owner.end());
  beforeEach(async () => {
    await owner`truncate seed_chunks, seed_taken_off`;
    await owner`drop table if exists trial`;
    await owner`create table trial (id bigserial primary key, at timestamptz, words text unique, facts jsonb,
      list text[], holds boolean, unit text not null references org_units(code), check (unit <> ''))`;
    await owner`create index trial_words on trial using gin (words gin_trgm_ops)`;
    await owner`create unique index trial_some on trial (at, unit) where holds`;
    await owner`create trigger trial_refuses before insert on trial for each row execute function trial_refuse()`;
  });

  it('copies every kind of value as it is', async () => {
    await loadInChunks({
      ...step((tx) => copyInto(tx, { table: 'trial', columns }, awkward)),
      chunks: chunks.slice(0, 1),
    });
    const kept = await rowsOf('trial');
    expect(kept).toMatchObject([
      { words: awkward[0]?.[1], facts: { a: '"x"\n' }, list: [], holds: true },
      { at: null, words: '\\N', facts: [1, { tiếng: 'Việt' }], holds: false },
      { at: null, words: '', facts: null, list: null, holds: null, unit: 'PB' },
    ]);
    const [list] = await owner`select to_json(list) as items from trial where unit = 'ATTP'`;
    expect(list?.items).toEqual(awkward[1]?.[3]);
    expect(new Date(String(kept[0]?.at)).toISOString()).toBe('2026-01-02T03:04:05.000Z');
  });

  it('puts every index, constraint and trigger back as it was', async () => {
    const before = await schemaOf('trial');
    expect(before).toHaveLength(11);
    const during: unknown[] = [];
    const given = step();
    const total = await loadInChunks({
      ...given,
      load: async (tx, chunk) => {
        during.push(...(await tx`select indexname from pg_indexes where tablename = 'trial'`));
        return given.load(tx, chunk);
      },
    });
    expect(during).toEqual(chunks.map(() => ({ indexname: 'trial_pkey' })));
    expect(total).toBe(1500);
    expect(await schemaOf('trial')).toEqual(before);
  });

  it('goes on after the last finished chunk and ends in the same rows and schema', async () => {
    const before = await schemaOf('trial');
    await loadInChunks(step());
    const wanted = await rowsOf('trial');
    await owner`truncate trial, seed_chunks restart identity`;
    const given = step();
    const broken = loadInChunks({
      ...given,
      load: async (tx, chunk) => {
        const count = await given.load(tx, chunk);
        if (chunk.name === 'two') throw new Error('killed');
        return count;
      },
    });
    await expect(broken).rejects.toThrow('killed');
    expect(await rowsOf('trial')).toHaveLength(500);
    expect(await schemaOf('trial')).not.toEqual(before);
    expect(await loadInChunks(step())).toBe(1500);
    expect(await rowsOf('trial')).toEqual(wanted);
    expect(await schemaOf('trial')).toEqual(before);
    expect(await loadInChunks(step(() => Promise.reject(new Error('nothing is left'))))).toBe(1500);
  });

  it('says what the database refused, at the last row too', async () => {
    const wrong: Row[] = [...rows({ name: 'one', nth: 0 }), [null, 'x', '{', [], true, 'QLD']];
    const into = (table: string) => loadInChunks(step((tx) => copyInto(tx, { table, columns }, wrong)));
    await expect(into('trial')).rejects.toThrow(/invalid input syntax for type json/);
    await expect(into('nowhere')).rejects.toThrow(/does not exist/);
  });
});
