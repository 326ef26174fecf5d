import type postgres from 'postgres';
import { isEnded, isPaused } from '@/lib/dossiers/rules';
import { type DossierState, dossierStates } from '@/lib/dossiers/workflow';
import type { ListCase, Part } from './dossier-list';

const deep = 1_000;
const states = Object.keys(dossierStates) as DossierState[];
const seen = states.filter((state) => state !== 'draft' && state !== 'cancelled');
const running = seen.filter((state) => !isEnded(state));
const byView = {
  mine: running,
  unit: running,
  due_soon: running,
  overdue: running,
  waiting: seen.filter(isPaused),
  all: seen,
} as const;

/** What each account may see, written out by hand. */
const scopes: Readonly<Record<string, (accountId: string) => string>> = {
  'one-stop': () => 'true',
  control: () => 'true',
  auditor: () => 'true',
  reviewer: () => "d.unit = 'QLD'",
  dispatcher: () => "d.unit = 'QLD'",
  checker: () => "d.unit = 'QLD'",
  approver: () => "d.unit = 'QLD'",
  records: () => "d.unit = 'QLD'",
};

/** What waits for a role besides what is assigned to oneself. */
const waitingFor: Readonly<Record<string, readonly string[]>> = {
  'one-stop': ['submitted', 'withdraw_requested', 'issued', 'issued_refusal'],
  dispatcher: ['accepted'],
};

/** Role scope × view × filter × sort × page, with the busiest procedure of the department. */
export async function casesOf(sql: postgres.Sql): Promise<ListCase[]> {
  const [busiest] = await sql<{ slug: string }[]>`
    select procedure_slug as slug from dossiers where unit = 'QLD' group by 1 order by count(*) desc limit 1`;
  const procedure = busiest?.slug ?? '';
  const list = (
    account: string,
    view: ListCase['view'],
    by: `${ListCase['sort']} ${ListCase['order']}`,
    more = {},
  ) => {
    const [sort, order] = by.split(' ') as [ListCase['sort'], ListCase['order']];
    const name = [account, view, ...Object.keys(more), sort, order].join(' ');
    return { name, account, view, sort, order, page: 1, ...more };
  };
  const near: ListCase[] = [
    list('one-stop', 'all', 'due asc'),
    list('one-stop', 'all', 'updated desc'),
    list('one-stop', 'mine', 'due asc'),
    list('control', 'overdue', 'due asc'),
    list('control', 'all', 'submitted desc'),
    list('auditor', 'all', 'updated desc', { state: 'in_review' }),
    list('auditor', 'waiting', 'due asc'),
    list('reviewer', 'unit', 'due asc'),
    list('reviewer', 'all', 'updated desc'),
    list('reviewer', 'mine', 'due asc'),
    list('dispatcher', 'mine', 'submitted asc'),
    list('dispatcher', 'all', 'submitted desc', { procedure }),
    list('checker', 'due_soon', 'due asc'),
    list('approver', 'overdue', 'due desc'),
    list('records', 'all', 'updated desc', { procedure, state: 'archived' }),
  ];
  const far = near.filter(({ view }) => view === 'all').map((one) => ({ ...one, page: deep }));
  return [...near, ...far];
}

/** The parts of a case's answer: more than one only where a person is shown what is theirs in two ways. */
export function partsOf(asked: ListCase, how: { accountId: string; now: Date; soon: Date | null }): Part[] {
  const scope = scopes[asked.account]?.(how.accountId) ?? 'false';
  const due = "coalesce(d.due_at, 'infinity')";
  const filters = [
    ...(asked.procedure === undefined ? [] : [`d.procedure_slug = '${asked.procedure}'`]),
    ...(asked.view === 'overdue' ? [`${due} < '${how.now.toISOString()}'`] : []),
    ...(asked.view === 'due_soon' && how.soon !== null
      ? [`${due} > '${how.now.toISOString()}' and ${due} <= '${how.soon.toISOString()}'`]
      : []),
  ];
  const asksFor = (wanted: readonly string[]) =>
    asked.state === undefined ? wanted : wanted.filter((state) => state === asked.state);
  const whole = { states: asksFor(byView[asked.view]), where: [scope, ...filters].join(' and ') };
  if (asked.view !== 'mine') return [whole];
  const waiting = asksFor(running.filter((state) => waitingFor[asked.account]?.includes(state) ?? false));
  const assigned = { ...whole, where: [`d.assignee_id = '${how.accountId}'`, whole.where].join(' and ') };
  return [assigned, ...(waiting.length === 0 ? [] : [{ ...whole, states: waiting }])];
}
