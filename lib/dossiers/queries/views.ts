import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { dossiers } from '@/db/schema/dossiers';
import { addWorkingDays, closingOf, dayNumberAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import type { Reading, Way } from '@/lib/kernel/query';
import { isEnded, isPaused } from '../rules';
import type { ListDossiers } from '../schema';
import { type DossierState, dossierStates } from '../workflow';
import { sortKeys, type Walk } from './walks';

export const ownership = {
  owner: dossiers.ownerAccountId,
  organisation: dossiers.organisationId,
  unit: dossiers.unit,
  assignee: dossiers.assigneeId,
  invited: dossiers.expertIds,
};

/** Nobody but the applicant sees these. */
export const unseen: readonly DossierState[] = ['draft', 'cancelled'];
export const seen = (Object.keys(dossierStates) as DossierState[]).filter((state) => !unseen.includes(state));
const running = seen.filter((state) => !isEnded(state));
const paused = seen.filter(isPaused);

type Asked = Pick<Reading<unknown>, 'actor' | 'ways' | 'within'> & {
  input: Pick<ListDossiers, 'view'> & Partial<Pick<ListDossiers, 'state' | 'procedure'>>;
};

/** What a view holds, in the states it holds: one walk for each way the actor reaches it. */
export function walksOf(asked: Asked, how: { soon: Date | null; searching: boolean }): Walk[] {
  const { actor, ways, within, input } = asked;
  const { view, state, procedure } = input;
  const asksFor = (states: readonly DossierState[]) =>
    state === undefined ? states : states.filter((one) => one === state);
  const filters = [
    procedure === undefined ? undefined : eq(dossiers.procedureSlug, procedure),
    dueWithin(view, how.soon),
  ];
  const all = ways(ownership);
  if (view === 'mine') {
    const assigned = {
      states: asksFor(running),
      where: [eq(dossiers.assigneeId, actor.accountId), within(ownership), ...filters],
    };
    return [assigned, ...all.map((way) => throughWay(way, asksFor(statesWaitingFor(actor)), filters))].filter(
      isAsked,
    );
  }
  const states = asksFor(
    { unit: running, waiting: paused, due_soon: running, overdue: running, all: seen }[view],
  );
  const everything = states.length === seen.length && procedure === undefined;
  return all
    .map((way) => {
      const straight = everything && (way.by === 'all' || (how.searching && way.by === 'unit'));
      return straight
        ? { states: 'seen' as const, where: [way.condition] }
        : throughWay(way, states, filters);
    })
    .filter(isAsked);
}

const isAsked = ({ states }: Walk) => states.length > 0;

/** Indexes by state begin with the unit or the assignee; what an applicant owns or an expert is asked about is little. */
function throughWay(
  { by, condition }: Way,
  states: readonly DossierState[],
  filters: readonly (SQL | undefined)[],
): Walk {
  const gather = by === 'owner' || by === 'organisation' || by === 'invited';
  return { states, where: [condition, ...filters], gather };
}

function dueWithin(view: ListDossiers['view'], soon: Date | null): SQL | undefined {
  const at = sql`${now().toISOString()}::timestamptz`;
  if (view === 'overdue') return sql`${sortKeys.due} < ${at}`;
  if (view !== 'due_soon' || soon === null) return undefined;
  return sql`${sortKeys.due} > ${at} and ${sortKeys.due} <= ${soon.toISOString()}::timestamptz`;
}

/** Soon is until the next working day closes; the calendar is read only for a view that asks. */
export async function endOfSoon(
  reader: Reader,
  views: readonly ListDossiers['view'][],
): Promise<Date | null> {
  if (!views.includes('due_soon')) return null;
  const { calendar } = await readCalendar(reader);
  return closingOf(calendar, addWorkingDays(calendar, dayNumberAt(now()), 1));
}

const waitingFor = {
  one_stop: ['submitted', 'withdraw_requested', 'issued', 'issued_refusal'],
  dispatcher: ['accepted'],
  checker: ['submitted_for_sign'],
  approver: ['submitted_for_sign'],
  records: ['signed'],
} as const satisfies Record<string, readonly DossierState[]>;

/** Running states in which somebody of the actor's roles has to act. */
function statesWaitingFor(actor: Reading<unknown>['actor']): DossierState[] {
  const waiting = actor.grants.flatMap(({ role }): readonly DossierState[] =>
    role in waitingFor ? waitingFor[role as keyof typeof waitingFor] : [],
  );
  return running.filter((state) => waiting.includes(state));
}
