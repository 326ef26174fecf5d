import 'server-only';
import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import { accounts, roleGrants } from '@/db/schema/accounts';
import { dossierEvents, dossiers } from '@/db/schema/dossiers';
import { addWorkingDays, type Calendar, dateOf, dayNumberAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { explainDue } from '@/lib/kernel/clock-explanation';
import { DomainError } from '@/lib/kernel/errors';
import { countCap } from '@/lib/kernel/pagination';
import { query, type Reading } from '@/lib/kernel/query';
import { blockedMoves } from '@/lib/kernel/workflow';
import { barredBy, may } from '@/lib/policy/authorize';
import { ruleOf } from '../commands/clock';
import { type FoundDossier, findDossierOnce } from '../commands/find';
import { supplementDeadline } from '../papers/rules';
import { guardHolds, isEnded } from '../rules';
import {
  type DossierGuard,
  type DossierMove,
  type DossierState,
  dossierMoves,
  dossierStates,
  isDossierMove,
  moveRow,
} from '../workflow';
import { ownership, walksOf } from './views';
import { countOf } from './walks';

/** How many dossiers of the actor's reach stand in each of these states, up to the cap. */
export const countStates = query<{ states: readonly DossierState[] }, Partial<Record<DossierState, number>>>({
  action: 'dossier.read',
  from: 'replica',
  async run({ db, actor, input, ways, within }) {
    const counts = input.states.map((state) => {
      const walks = walksOf(
        { actor, ways, within, input: { view: 'all', state } },
        { soon: null, searching: false },
      );
      return sql`${countOf(walks, countCap + 1)} as ${sql.identifier(state)}`;
    });
    const [row] = await db.execute<Partial<Record<DossierState, number>>>(
      sql`select ${sql.join(counts, sql`, `)}`,
    );
    return row ?? {};
  },
});

/** Finds a dossier only when this person may see it. */
export async function findVisible(
  { db, within }: Pick<Reading<unknown>, 'db' | 'within'>,
  code: string,
): Promise<FoundDossier> {
  const found = await findDossierOnce(db, code);
  const [visible] = await db
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(and(eq(dossiers.id, found.dossier.id), within(ownership)));
  if (visible === undefined) throw new DomainError('not_found', 'dossier');
  return found;
}

export interface BlockedMove {
  move: DossierMove;
  unmet: DossierGuard[];
  /** An earlier act of the same person on this dossier stands in the way. */
  barred: boolean;
}

/** Moves of this person that are held back now, each with what is missing. */
export const explainBlocked = query<{ code: string }, BlockedMove[]>({
  action: 'dossier.read',
  async run({ db, actor, within, input }) {
    const found = await findVisible({ db, within }, input.code);
    const done = await db
      .selectDistinct({ action: dossierEvents.action })
      .from(dossierEvents)
      .where(and(eq(dossierEvents.dossierId, found.dossier.id), eq(dossierEvents.personId, actor.personId)));
    const acts = new Set(done.map(({ action }) => action));
    const at = now();
    const { state } = found.facts;
    const unmetOf = new Map(
      blockedMoves(dossierMoves, state, (guard) => guardHolds(guard, found.facts, at)).map(
        ({ name, unmet }) => [name, unmet],
      ),
    );
    return Object.keys(dossierMoves)
      .filter(isDossierMove)
      .filter((move) => moveRow(move).from.includes(state) && may(actor, moveRow(move).action, found.subject))
      .map((move) => ({
        move,
        unmet: unmetOf.get(move) ?? [],
        barred: barredBy(moveRow(move).action).some((action) => acts.has(action)),
      }))
      .filter(({ unmet, barred }) => barred || unmet.length > 0);
  },
});

export interface Candidate {
  id: string;
  name: string;
  title: string | null;
  /** Open dossiers in this person's hands. */
  load: number;
}

/** What a move's page must offer: people to choose from, dates the clock would give. */
export const readMoveOptions = query<{ code: string; move: DossierMove }, MoveOptions>({
  action: 'dossier.read',
  async run({ db, within, input }) {
    const found = await findVisible({ db, within }, input.code);
    const needs = moveRow(input.move).needs ?? [];
    const { calendar } = await readCalendar(db);
    const at = now();
    const rule = ruleOf(found.definition, found.dossier.answers);
    const asksItems = needs.includes('items');
    return {
      reviewers: needs.includes('assignee')
        ? await listCandidates(db, { role: 'reviewer', scope: found.dossier.unit })
        : [],
      experts: needs.includes('experts') ? await listCandidates(db, { role: 'expert', scope: null }) : [],
      accepted:
        input.move === 'accept' && rule !== null
          ? { rule, ...explainDue(rule, [{ kind: 'start', at }], calendar) }
          : null,
      supplementDueAt: asksItems ? supplementDeadline(found.definition, at, calendar) : null,
      newDates: needs.includes('new_date') ? laterDates(calendar, found.dossier.promisedAt, at) : [],
    };
  },
});

export interface MoveOptions {
  reviewers: Candidate[];
  experts: Candidate[];
  /** The clock as it would run if the dossier were accepted this minute. */
  accepted: (ReturnType<typeof explainDue> & { rule: NonNullable<ReturnType<typeof ruleOf>> }) | null;
  supplementDueAt: Date | null;
  newDates: { date: string; workingDays: number }[];
}

/** A new promise lies after the old one and after today. */
function laterDates(calendar: Calendar, promisedAt: Date | null, at: Date): MoveOptions['newDates'] {
  const from = Math.max(dayNumberAt(promisedAt ?? at), dayNumberAt(at));
  return [3, 5, 10].map((workingDays) => ({
    date: dateOf(addWorkingDays(calendar, from, workingDays)),
    workingDays,
  }));
}

const endedStates = (Object.keys(dossierStates) as DossierState[]).filter(isEnded);

async function listCandidates(
  db: Reading<unknown>['db'],
  { role, scope }: { role: 'reviewer' | 'expert'; scope: string | null },
) {
  const open = db
    .select({ assigneeId: dossiers.assigneeId, load: sql<number>`count(*)::int`.as('load') })
    .from(dossiers)
    .where(notInArray(dossiers.state, endedStates))
    .groupBy(dossiers.assigneeId)
    .as('open');
  return db
    .selectDistinct({
      id: accounts.id,
      name: accounts.name,
      title: accounts.title,
      load: sql<number>`coalesce(${open.load}, 0)`,
    })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .leftJoin(open, eq(open.assigneeId, accounts.id))
    .where(
      and(
        eq(roleGrants.role, role),
        isNull(roleGrants.revokedAt),
        isNull(accounts.disabledAt),
        sql`${roleGrants.validFrom} <= ${now().toISOString()}::timestamptz`,
        sql`(${roleGrants.validTo} is null or ${roleGrants.validTo} > ${now().toISOString()}::timestamptz)`,
        ...(scope === null ? [] : [inArray(roleGrants.scope, [scope])]),
      ),
    )
    .orderBy(asc(sql`coalesce(${open.load}, 0)`), asc(accounts.name))
    .limit(50);
}
