import 'server-only';
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/accounts';
import { dossiers } from '@/db/schema/dossiers';
import { procedures } from '@/db/schema/procedures';
import { now } from '@/lib/kernel/clock';
import { query } from '@/lib/kernel/query';
import { closeOfBusiness } from '../papers/rules';
import { type FigureName, type FigureScope, figureNames } from '../review/figures/rules';
import { isEnded } from '../rules';
import { type DossierState, dossierStates } from '../workflow';
import { sortKeys } from './walks';

const runningStates = (Object.keys(dossierStates) as DossierState[]).filter((state) => !isEnded(state));
const unit = { unit: dossiers.unit };

/** Civil day of an instant in Việt Nam. */
const civil = (column: typeof dossiers.endedAt | typeof dossiers.dueAt) =>
  sql`(${column} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The condition behind each figure; the list behind a figure uses the very same one. */
function conditionOf(name: FigureName, { from, to }: FigureScope): SQL {
  const begin = closeOfBusiness(from).getTime() - 17 * 3_600_000;
  const end = closeOfBusiness(to).getTime() + 7 * 3_600_000;
  const [first, past] = [new Date(begin), new Date(end)];
  const received = and(gte(dossiers.receivedAt, first), lt(dossiers.receivedAt, past));
  const handled = and(
    isNotNull(dossiers.receivedAt),
    gte(dossiers.endedAt, first),
    lt(dossiers.endedAt, past),
  );
  const conditions = {
    received,
    handled,
    early: and(handled, sql`${civil(dossiers.endedAt)} < ${civil(dossiers.dueAt)}`),
    on_time: and(
      handled,
      sql`${civil(dossiers.endedAt)} = ${civil(dossiers.dueAt)} and ${dossiers.endedAt} <= ${dossiers.dueAt}`,
    ),
    late: and(handled, sql`${dossiers.endedAt} > ${dossiers.dueAt}`),
    overdue: and(
      isNotNull(dossiers.receivedAt),
      inArray(dossiers.state, runningStates),
      sql`${sortKeys.due} < ${now().toISOString()}::timestamptz`,
    ),
    first_time_right: and(handled, eq(dossiers.supplementRounds, 0)),
    supplemented: and(handled, sql`${dossiers.supplementRounds} > 0`),
  } satisfies Record<FigureName, SQL | undefined>;
  return conditions[name] ?? sql`false`;
}

export interface FigureRow {
  id: string | null;
  name: string;
  counts: Record<FigureName, number>;
  supplementRounds: number;
}

const counts = (scope: FigureScope) =>
  Object.fromEntries(
    figureNames.map((name) => [name, sql<number>`count(*) filter (where ${conditionOf(name, scope)})::int`]),
  ) as Record<FigureName, SQL<number>>;

/** Figures of a period by officer, inside the reader's reach; every one can be opened to its dossiers. */
export const readFigures = query<FigureScope, FigureRow[]>({
  action: 'performance.read',
  from: 'replica',
  async run({ db, input, within }) {
    const rounds = sql<number>`coalesce(sum(${dossiers.supplementRounds}) filter (where ${conditionOf('handled', input)}), 0)::int`;
    const rows = await db
      .select({
        id: dossiers.assigneeId,
        name: sql<string>`coalesce(${accounts.name}, '')`,
        supplementRounds: rounds,
        ...counts(input),
      })
      .from(dossiers)
      .leftJoin(accounts, eq(accounts.id, dossiers.assigneeId))
      // Each part has an index of its own; what none of them holds counts for no figure.
      .where(
        and(
          within(unit),
          or(...(['received', 'handled', 'overdue'] as const).map((name) => conditionOf(name, input))),
        ),
      )
      .groupBy(dossiers.assigneeId, accounts.name)
      .orderBy(asc(accounts.name));
    return rows
      .map(({ id, name, supplementRounds, ...own }) => ({ id, name, supplementRounds, counts: own }))
      .filter(({ counts }) => counts.received + counts.handled + counts.overdue > 0);
  },
});

export interface FigureDossier {
  code: string;
  applicantName: string;
  procedureVi: string;
  procedureEn: string;
  state: DossierState;
  receivedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  supplementRounds: number;
}

const shownRows = 200;

/** The dossiers behind one figure, newest first. */
export const listFigureDossiers = query<
  FigureScope & { figure: FigureName; officer?: string | undefined },
  { rows: FigureDossier[]; more: boolean }
>({
  action: 'performance.read',
  from: 'replica',
  reads: ({ rows }) => rows.map(({ code }) => ({ type: 'dossier', id: code })),
  async run({ db, input, within }) {
    const officer =
      input.officer === undefined
        ? undefined
        : input.officer === 'none'
          ? isNull(dossiers.assigneeId)
          : sql`${dossiers.assigneeId}::text = ${input.officer}`;
    const rows = await db
      .select({
        code: sql<string>`coalesce(${dossiers.code}, ${dossiers.draftCode})`,
        applicantName: dossiers.applicantName,
        procedureVi: procedures.titleVi,
        procedureEn: procedures.titleEn,
        state: dossiers.state,
        receivedAt: dossiers.receivedAt,
        dueAt: dossiers.dueAt,
        endedAt: dossiers.endedAt,
        supplementRounds: dossiers.supplementRounds,
      })
      .from(dossiers)
      .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
      .where(and(within(unit), conditionOf(input.figure, input), officer))
      .orderBy(desc(dossiers.receivedAt), desc(dossiers.id))
      .limit(shownRows + 1);
    return { rows: rows.slice(0, shownRows), more: rows.length > shownRows };
  },
});
