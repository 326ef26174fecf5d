import 'server-only';
import {
  and,
  asc,
  desc,
  eq,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { accounts } from '@/db/schema/accounts';
import { dossiers } from '@/db/schema/dossiers';
import { procedures } from '@/db/schema/procedures';
import { addWorkingDays, closingOf, dayNumberAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { type Cursor, countCap, decodeTimeCursor, encodeCursor, type Page } from '@/lib/kernel/pagination';
import { query, type Reading } from '@/lib/kernel/query';
import { foldTones } from '@/lib/kernel/text';
import { isEnded, isPaused } from '../rules';
import type { ListDossiers } from '../schema';
import { type DossierState, dossierStates } from '../workflow';

const states = Object.keys(dossierStates) as DossierState[];
const endedStates = states.filter(isEnded);
const pausedStates = states.filter(isPaused);
const unseenStates: DossierState[] = ['draft', 'cancelled'];

const pageSize = 25;

const line = {
  id: dossiers.id,
  code: dossiers.code,
  draftCode: dossiers.draftCode,
  state: dossiers.state,
  procedureSlug: dossiers.procedureSlug,
  procedureVi: procedures.titleVi,
  procedureEn: procedures.titleEn,
  applicantName: dossiers.applicantName,
  subject: dossiers.subject,
  unit: dossiers.unit,
  assignee: accounts.name,
  channel: dossiers.channel,
  submittedAt: dossiers.submittedAt,
  receivedAt: dossiers.receivedAt,
  dueAt: dossiers.dueAt,
  endedAt: dossiers.endedAt,
  updatedAt: dossiers.updatedAt,
  sample: dossiers.sample,
};

const ownership = {
  owner: dossiers.ownerAccountId,
  organisation: dossiers.organisationId,
  unit: dossiers.unit,
  assignee: dossiers.assigneeId,
  invited: dossiers.expertIds,
};

/** The officers' list: any filter, sort and page, by keyset, inside the actor's reach. */
export const listDossiers = query<ListDossiers, Page<DossierLine>>({
  action: 'dossier.read',
  from: 'replica',
  reads: ({ rows }) => rows.map(({ id }) => ({ type: 'dossier', id })),
  async run(reading) {
    const { db, input } = reading;
    const conditions = await conditionsOf(reading);
    const sort = sorts[input.sort];
    const backwards = input.before !== undefined;
    const descending = (input.order === 'desc') !== backwards;
    const cursor = decodeTimeCursor(input.before ?? input.after);
    const rows = await db
      .select(line)
      .from(dossiers)
      .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
      .leftJoin(accounts, eq(accounts.id, dossiers.assigneeId))
      .where(and(...conditions, ...(cursor === null ? [] : [past(sort, cursor, descending)])))
      .orderBy(
        descending ? sql`${sort} desc nulls first` : sql`${sort} asc nulls last`,
        descending ? desc(dossiers.id) : asc(dossiers.id),
      )
      .limit(pageSize + 1);
    return pageOf(rows, { sort: input.sort, backwards, hasCursor: cursor !== null });
  },
});

export type DossierLine = {
  id: string;
  code: string | null;
  draftCode: string;
  state: DossierState;
  procedureSlug: string;
  procedureVi: string;
  procedureEn: string;
  applicantName: string;
  subject: string;
  unit: string;
  assignee: string | null;
  channel: string;
  submittedAt: Date | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  updatedAt: Date;
  sample: boolean;
};

const sorts = { due: dossiers.dueAt, submitted: dossiers.submittedAt, updated: dossiers.updatedAt };

/** Rows after the cursor in the chosen direction; empty values sort last when ascending. */
function past(column: (typeof sorts)[keyof typeof sorts], { value, id }: Cursor, descending: boolean): SQL {
  const beyond = descending ? lt : gt;
  const sameValue = value === null ? isNull(column) : eq(column, new Date(value));
  const tie = and(sameValue, beyond(dossiers.id, id));
  const empty = descending
    ? value === null
      ? isNotNull(column)
      : undefined
    : value === null
      ? undefined
      : isNull(column);
  const further = value === null ? undefined : beyond(column, new Date(value));
  return or(tie, further, empty) ?? sql`false`;
}

function pageOf(
  found: DossierLine[],
  page: { sort: keyof typeof sorts; backwards: boolean; hasCursor: boolean },
): Page<DossierLine> {
  const more = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (page.backwards) rows.reverse();
  const cursorOf = (row: DossierLine | undefined) => {
    if (row === undefined) return null;
    const value = { due: row.dueAt, submitted: row.submittedAt, updated: row.updatedAt }[page.sort];
    return encodeCursor({ value: value?.toISOString() ?? null, id: row.id });
  };
  const hasNext = page.backwards ? page.hasCursor : more;
  const hasPrevious = page.backwards ? more : page.hasCursor;
  return {
    rows,
    next: hasNext ? cursorOf(rows.at(-1)) : null,
    previous: hasPrevious ? cursorOf(rows[0]) : null,
  };
}

async function conditionsOf({ db, actor, input, within }: Reading<ListDossiers>): Promise<SQL[]> {
  const text = input.q === undefined ? '' : foldTones(input.q).replace(/[%_\\]/g, '\\$&');
  const conditions = [
    within(ownership),
    notInArray(dossiers.state, unseenStates),
    await viewCondition({ db, actor, input }),
    input.state !== undefined && states.includes(input.state as DossierState)
      ? eq(dossiers.state, input.state as DossierState)
      : undefined,
    input.procedure === undefined ? undefined : eq(dossiers.procedureSlug, input.procedure),
    text === '' ? undefined : ilike(dossiers.searchText, `%${text}%`),
  ];
  return conditions.filter((condition) => condition !== undefined);
}

async function viewCondition({
  db,
  actor,
  input,
}: Pick<Reading<ListDossiers>, 'db' | 'actor' | 'input'>): Promise<SQL | undefined> {
  const running = notInArray(dossiers.state, endedStates);
  switch (input.view) {
    case 'mine':
      return and(
        running,
        or(eq(dossiers.assigneeId, actor.accountId), inArray(dossiers.state, statesWaitingFor(actor))),
      );
    case 'unit':
      return running;
    case 'waiting':
      return inArray(dossiers.state, pausedStates);
    case 'due_soon': {
      const { calendar } = await readCalendar(db);
      const until = closingOf(calendar, addWorkingDays(calendar, dayNumberAt(now()), 1));
      return and(running, gt(dossiers.dueAt, now()), lte(dossiers.dueAt, until));
    }
    case 'overdue':
      return and(running, lt(dossiers.dueAt, now()));
    case 'all':
      return undefined;
  }
}

const waitingFor = {
  one_stop: ['submitted', 'withdraw_requested', 'issued', 'issued_refusal'],
  dispatcher: ['accepted'],
  checker: ['submitted_for_sign'],
  approver: ['submitted_for_sign'],
  records: ['signed'],
} as const satisfies Record<string, readonly DossierState[]>;

/** States in which somebody of the actor's roles has to act. */
function statesWaitingFor(actor: Reading<unknown>['actor']): DossierState[] {
  return [
    ...new Set(
      actor.grants.flatMap(({ role }) =>
        role in waitingFor ? waitingFor[role as keyof typeof waitingFor] : [],
      ),
    ),
  ];
}

/** How many dossiers each view holds, up to the cap: the tabs of the list and the figures of today's work. */
export const countDossiers = query<{ views: readonly ListDossiers['view'][] }, Record<string, number>>({
  action: 'dossier.read',
  from: 'replica',
  async run({ db, actor, input, within }) {
    const counted = await Promise.all(
      input.views.map(async (view) => {
        const reading = { db, actor, within, input: { view, sort: 'due', order: 'asc' } as ListDossiers };
        const capped = db
          .select({ one: sql`1` })
          .from(dossiers)
          .where(and(...(await conditionsOf(reading))))
          .limit(countCap + 1);
        const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(capped.as('capped'));
        return [view, row?.count ?? 0] as const;
      }),
    );
    return Object.fromEntries(counted);
  },
});

/** The applicant's own dossiers, newest first, drafts included. */
export const listOwnDossiers = query<{ after?: string }, Page<DossierLine>>({
  action: 'dossier.draft',
  async run({ db, input, within }) {
    const cursor = decodeTimeCursor(input.after);
    const rows = await db
      .select(line)
      .from(dossiers)
      .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
      .leftJoin(accounts, eq(accounts.id, dossiers.assigneeId))
      .where(
        and(
          within(ownership),
          notInArray(dossiers.state, ['cancelled']),
          ...(cursor === null ? [] : [past(dossiers.updatedAt, cursor, true)]),
        ),
      )
      .orderBy(desc(dossiers.updatedAt), desc(dossiers.id))
      .limit(pageSize + 1);
    return pageOf(rows, { sort: 'updated', backwards: false, hasCursor: cursor !== null });
  },
});
