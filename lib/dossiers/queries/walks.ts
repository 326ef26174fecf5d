import 'server-only';
import { and, type SQL, sql } from 'drizzle-orm';
import { listOf } from '@/db/lists';
import { dossiers } from '@/db/schema/dossiers';
import type { Cursor } from '@/lib/kernel/pagination';
import type { DossierState } from '../workflow';
import type { Words } from './words';

/**
 * How a page is found among a million dossiers: every part of the answer is one or more walks along an index whose
 * first columns are fixed (unit, procedure, state …) and whose next are the sort key and the id. A walk starts at
 * the cursor and stops after one page, so a page costs the same wherever it lies; the walks are merged.
 */
export interface Walk {
  /** One walk for each state; or one along all that officers see, or all of an applicant's own. */
  states: readonly DossierState[] | 'seen' | 'own';
  /** Equal columns, ranges of the due date. */
  where: readonly (SQL | undefined)[];
  /** The rows are few and no index holds them in this order: all are fetched, then sorted. */
  gather?: boolean;
}

export interface Order {
  by: 'due' | 'submitted' | 'updated';
  descending: boolean;
  cursor: Cursor | null;
  size: number;
}

/** Sort keys are never null, so that a cursor is one comparison of a row; the indexes hold the same expressions. */
export const sortKeys = {
  due: sql`coalesce(${dossiers.dueAt}, 'infinity'::timestamptz)`,
  submitted: sql`coalesce(${dossiers.submittedAt}, 'infinity'::timestamptz)`,
  updated: sql`${dossiers.updatedAt}`,
} as const satisfies Record<Order['by'], SQL>;

/** Spelt as the partial indexes spell it. */
const among = {
  seen: sql`${dossiers.state} not in ('draft', 'cancelled')`,
  own: sql`${dossiers.state} <> 'cancelled'`,
};
const nothing = sql`select null::uuid as id, null::timestamptz as key where false`;

function beyond({ by, descending, cursor }: Order): SQL | undefined {
  if (cursor === null) return undefined;
  const key = sortKeys[by];
  // Nothing is later than never; said so, the planner knows how many such rows there are.
  if (cursor.value === null && !descending)
    return sql`${key} = 'infinity'::timestamptz and ${dossiers.id} > ${cursor.id}::uuid`;
  const start = sql`(${cursor.value ?? 'infinity'}::timestamptz, ${cursor.id}::uuid)`;
  return sql`(${key}, ${dossiers.id}) ${sql.raw(descending ? '<' : '>')} ${start}`;
}

const direction = ({ descending }: Pick<Order, 'descending'>) => sql.raw(descending ? 'desc' : 'asc');

function ordered(order: Order): SQL {
  return sql`order by ${sortKeys[order.by]} ${direction(order)}, ${dossiers.id} ${direction(order)}`;
}

/** Id and key of the rows of one walk, one page of each state at most; `columns` adds to them. */
function rowsOf({ states, where, gather = false }: Walk, order: Order, columns: SQL = sql``): SQL {
  const found = sql`select ${dossiers.id} as id, ${sortKeys[order.by]} as key ${columns} from ${dossiers} where`;
  const page = sql`${ordered(order)} limit ${order.size}`;
  // Nothing passes "offset 0": the planner can't try its luck along an order in which these rows are rare.
  if (gather)
    return sql`(select * from (${found} ${and(inStates(states), ...where, beyond(order))} offset 0) g ${merged(order)})`;
  if (typeof states === 'string')
    return sql`(${found} ${and(among[states], ...where, beyond(order))} ${page})`;
  return sql`(select w.* from unnest(${listOf('text', states)}) s(state) cross join lateral
    (${found} ${and(sql`${dossiers.state} = s.state`, ...where, beyond(order))} ${page}) w)`;
}

function inStates(states: Walk['states']): SQL {
  return typeof states === 'string' ? among[states] : sql`${dossiers.state} = any(${listOf('text', states)})`;
}

const merged = (order: Order) =>
  sql`order by key ${direction(order)}, id ${direction(order)} limit ${order.size}`;

/** Id and key of the rows of a page. */
export function pageOf(walks: readonly Walk[], order: Order): SQL {
  const [first = nothing, ...others] = walks.map((walk) => rowsOf(walk, order));
  // A row within reach in two ways is found twice and shown once.
  const all = others.length === 0 ? first : sql.join([first, ...others], sql` union `);
  return sql`select id, key from (${all}) found ${merged(order)}`;
}

/** A page that one walk finds needs no merging: its rows are read where the walk comes by. */
export function straightPageOf(walks: readonly Walk[], order: Order): { where: SQL; orderBy: SQL } | null {
  const [walk, ...others] = walks;
  if (walk === undefined || others.length > 0 || walk.gather) return null;
  const { states, where } = walk;
  if (typeof states !== 'string' && states.length > 1) return null;
  const here = typeof states === 'string' ? among[states] : sql`${dossiers.state} = ${states[0]}`;
  return {
    where: sql`${and(here, ...where, beyond(order))}`,
    orderBy: sql`${sortKeys[order.by]} ${direction(order)}, ${dossiers.id} ${direction(order)}`,
  };
}

/** How many rows the walks find, up to the cap. */
export function countOf(walks: readonly Walk[], cap: number): SQL {
  const each = walks.map(({ states, where, gather = false }) => {
    const found = sql`select ${dossiers.id} as id from ${dossiers} where`;
    if (gather || typeof states === 'string')
      return sql`(${found} ${and(inStates(states), ...where)} limit ${cap})`;
    return sql`(select w.id from unnest(${listOf('text', states)}) s(state) cross join lateral
      (${found} ${and(sql`${dossiers.state} = s.state`, ...where)} limit ${cap}) w limit ${cap})`;
  });
  const all = each.length === 0 ? nothing : sql.join(each, sql` union `);
  return sql`(select count(*)::int from (select 1 from (${all}) found limit ${cap}) capped)`;
}

/** So many rows are looked at in the list's order before the words are asked of their own index. */
const nearby = { least: 4_000, most: 16_000 };
/** Rows with the words do not come evenly: so many times the expected stretch is looked at. */
const ample = 1.6;
/** What is common in all may be rare just here: then a part of what fetching all costs is spent on looking further. */
const further = 1 / 4;

/**
 * A page of what also contains some words. Of rare ones all rows are fetched and sorted. Common ones are found among
 * the rows next to the cursor; when too few are, among more of them; when these too are not enough, all are fetched.
 * An answer from nearby counts only up to the place where some walk stopped looking, so every answer is exact, and
 * the first that is whole is given by the same statement.
 */
export function searchedPageOf(walks: readonly Walk[], words: Words, order: Order): SQL {
  if (walks.length === 0) return nothing;
  const { hit, through, share, rows } = words;
  const gathered = walks.map(
    ({ states, where }) => sql`(select ${dossiers.id} as id, ${sortKeys[order.by]} as key from ${dossiers}
      where ${and(inStates(states), ...where, beyond(order), through, hit)})`,
  );
  const near = Math.max(nearby.least, Math.ceil((ample * order.size) / share));
  if (near > nearby.most)
    return sql`select id, key from (${sql.join(gathered, sql` union `)}) found ${merged(order)}`;
  const far = Math.ceil(rows * further);
  const looks = (far > 2 * near ? [near, far] : [near]).map((stretch, n) =>
    lookAt(walks, { n, stretch, hit }, order),
  );
  const answers = looks.map(
    (_, n) =>
      sql`select id, key from ${part('near', n)} where ${firstWhole(n, sql`(select yes from ${part('enough', n)})`)}`,
  );
  return sql`with ${sql.join(looks, sql`, `)}, far as materialized (${sql.join(gathered, sql` union `)})
    ${sql.join(answers, sql` union all `)}
    union all select id, key from (select id, key from far where ${firstWhole(looks.length, sql`true`)} ${merged(order)}) f`;
}

const part = (name: string, n: number) => sql.raw(`${name}_${n}`);

/** Decided one after the other: what comes later is not even looked at. */
function firstWhole(n: number, otherwise: SQL): SQL {
  const before = Array.from(
    { length: n },
    (_, at) => sql`when (select yes from ${part('enough', at)}) then false`,
  );
  return n === 0 ? otherwise : sql`case ${sql.join(before, sql` `)} else ${otherwise} end`;
}

interface Look {
  /** Which look it is: its parts of the statement are named by it. */
  n: number;
  /** So many rows are looked at in all. */
  stretch: number;
  hit: SQL;
}

function lookAt(walks: readonly Walk[], { n, stretch, hit }: Look, order: Order): SQL {
  const [looked, stopped, near, enough] = ['looked', 'stopped', 'near', 'enough'].map((name) =>
    part(name, n),
  );
  const lanes = walks.reduce((sum, { states }) => sum + (typeof states === 'string' ? 1 : states.length), 0);
  const reach = { ...order, size: Math.max(100, Math.ceil(stretch / Math.max(1, lanes))) };
  const found = walks.map(
    (walk, at) => sql`select ${at}::int as walk, l.* from
      (${rowsOf(walk, reach, sql`, ${dossiers.state} as state, ${hit} as hit`)}) l`,
  );
  const passed = sql.raw(order.descending ? '<=' : '>=');
  return sql`${looked} as materialized (${sql.join(found, sql` union all `)}),
    ${stopped} as materialized (select key from (${edges(walks, part('looked', n), reach)}) edge
      order by key ${direction(order)} limit 1),
    ${near} as materialized (select distinct id, key from ${looked} seen
      where hit and not exists (select from ${stopped} edge where seen.key ${passed} edge.key) ${merged(order)}),
    ${enough} as materialized (select (select count(*) from ${near}) = ${order.size}
      or not exists (select from ${stopped}) as yes)`;
}

/** Where each walk that was not at its end stopped looking. */
function edges(walks: readonly Walk[], looked: SQL, { size, descending }: Order): SQL {
  const last = descending ? sql`min(key)` : sql`max(key)`;
  return sql.join(
    walks.map(({ states, gather = false }, n) =>
      gather || typeof states === 'string'
        ? sql`select ${last} as key from ${looked} where walk = ${n} having count(*) >= ${size}`
        : sql`select ${last} as key from ${looked} where walk = ${n} group by state having count(*) >= ${size}`,
    ),
    sql` union all `,
  );
}
