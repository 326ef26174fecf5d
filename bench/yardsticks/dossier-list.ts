/*
 * The officers' list as a person would write it for one case at a time, knowing the indexes. Two ways are written
 * for each; the faster one is the yardstick.
 */

export interface ListCase {
  name: string;
  account: string;
  /** The address of the list. */
  view: 'mine' | 'unit' | 'waiting' | 'due_soon' | 'overdue' | 'all';
  sort: 'due' | 'submitted' | 'updated';
  order: 'asc' | 'desc';
  state?: string;
  procedure?: string;
  /** Pages from the first one, 1 being the first. */
  page: number;
}

/** One part of the answer: rows of these states under this condition. */
export interface Part {
  states: readonly string[];
  where: string;
}

export interface Asked {
  parts: readonly Part[];
  sort: ListCase['sort'];
  order: ListCase['order'];
  after: { value: string | null; id: string } | null;
  size: number;
}

const keys = {
  due: "coalesce(d.due_at, 'infinity')",
  submitted: "coalesce(d.submitted_at, 'infinity')",
  updated: 'd.updated_at',
} as const;

const columns = `d.id, d.code, d.draft_code, d.state, d.procedure_slug, p.title_vi, p.title_en, d.applicant_name,
  d.subject, d.unit, a.name as assignee, d.channel, d.submitted_at, d.received_at, d.due_at, d.ended_at,
  d.updated_at, d.sample`;

const joins = `join procedures p on p.slug = d.procedure_slug left join accounts a on a.id = d.assignee_id`;

const listed = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ');

function afterOf({ after, sort, order }: Asked): string {
  if (after === null) return '';
  return ` and (${keys[sort]}, d.id) ${order === 'asc' ? '>' : '<'} ('${after.value ?? 'infinity'}'::timestamptz, '${after.id}'::uuid)`;
}

/** One statement, the planner's choice. */
export function plainSql(asked: Asked): string {
  const { parts, sort, order, size } = asked;
  const where = parts.map((part) => `(d.state in (${listed(part.states)}) and ${part.where})`).join(' or ');
  return `select ${columns} from dossiers d ${joins}
    where (${where})${afterOf(asked)} order by ${keys[sort]} ${order}, d.id ${order} limit ${size}`;
}

/** One look into an index per state, each a page long; the pages are merged, and only then the names are fetched. */
export function lookSql(asked: Asked): string {
  const { parts, sort, order, size } = asked;
  const looks = parts.flatMap(({ states, where }) =>
    states.map(
      (state) => `(select d.id, ${keys[sort]} as key from dossiers d where d.state = '${state}' and ${where}
        ${afterOf(asked)} order by ${keys[sort]} ${order}, d.id ${order} limit ${size})`,
    ),
  );
  return `with page as (select distinct id, key from (${looks.join(' union all ')}) found
      order by key ${order}, id ${order} limit ${size})
    select ${columns} from page join dossiers d on d.id = page.id ${joins} order by page.key ${order}, page.id ${order}`;
}
