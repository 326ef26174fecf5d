import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { dossiers } from '@/db/schema/dossiers';
import { procedures } from '@/db/schema/procedures';
import type { DossierState } from '@/lib/dossiers/workflow';
import { now } from '@/lib/kernel/clock';
import { decodeTimeCursor, encodeCursor } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import { type DossierRow, type DossierRule, dossierRule, dossierRules, type Flag, flags } from '../define';
import { spanOf } from '../rules';
import type { IndexPart, Side } from '../schema';
import type { Counted } from './complaints';
import { type FlagScope, flagColumn, flagged, sideOf } from './flags';

type Counts = Record<string, number>;

const rows = Object.keys(dossierRules) as DossierRow[];
const key = (row: DossierRow, side: string) => `${row.slice(4)}:${side}`;

/** All rows counted from dossiers, in one statement over the dossiers of the period. */
export async function countDossiers(
  db: Database,
  scope: FlagScope,
): Promise<Partial<Record<string, Counted>>> {
  const columns = rows.flatMap((row) => columnsOf(row, dossierRule(row)));
  const counting = columns.map(
    ([name, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.identifier(name)}`,
  );
  const [found] = await db.execute<Counts>(sql`
    select ${sql.join(counting, sql`, `)}, exists (select 1 from dossier_shares)::int as "shares"
    from (${flagged(scope)}) flagged`);
  const counts: Counts = found ?? {};
  const synchronising = (counts.shares ?? 0) > 0;
  return Object.fromEntries(rows.map((row) => [row, countedOf(row, counts, synchronising)]));
}

/** Further counts a reader asks for: channels, and what a subtraction is made of. */
const asides: Partial<Record<DossierRow, readonly (Flag | 'both')[]>> = {
  '766-3.3': ['online_in_full', 'counter', 'post'],
  '766-5.4': ['late', 'displeased', 'both'],
};

function columnsOf(row: DossierRow, rule: DossierRule): [string, ReturnType<typeof sideOf>][] {
  const whole = sideOf(rule, 'denominator');
  const beside = (asides[row] ?? []).map((flag): [string, ReturnType<typeof sideOf>] => [
    key(row, flag),
    flag === 'both' ? sql`${whole} and late and displeased` : sql`${whole} and ${flagColumn(flag)}`,
  ]);
  return [[key(row, 'numerator'), sideOf(rule, 'numerator')], [key(row, 'denominator'), whole], ...beside];
}

function countedOf(row: DossierRow, counts: Counts, synchronising: boolean): Counted {
  const of = (side: string) => counts[key(row, side)] ?? 0;
  const denominator = of('denominator');
  const part = (name: IndexPart['key'], numerator: number): IndexPart => ({
    key: name,
    numerator,
    denominator,
  });
  const plain: Counted = { numerator: of('numerator'), denominator, parts: [] };
  switch (row) {
    case '766-1.4':
      return synchronising ? plain : { ...plain, reason: 'never_synchronised' };
    case '766-3.3': {
      const received = counts[key('766-1.4', 'denominator')] ?? 0;
      const shared = counts[key('766-1.4', 'numerator')] ?? 0;
      const channels = [
        part('online', of('online_in_full')),
        part('counter', of('counter')),
        part('post', of('post')),
      ];
      if (!synchronising || received === 0) return { ...plain, parts: channels, atMost: !synchronising };
      const factor: IndexPart = { key: 'factor', numerator: shared, denominator: received };
      return { ...plain, factor: shared / received, parts: [...channels, factor] };
    }
    case '766-5.4':
      return {
        ...plain,
        numerator: Math.max(0, denominator - of('late') - of('displeased')),
        parts: [
          part('late', of('late')),
          part('displeased', of('displeased')),
          ...(of('both') > 0 ? [part('both', of('both'))] : []),
        ],
      };
    default:
      return plain;
  }
}

export interface BehindInput {
  row: DossierRow;
  side: Side;
  period: string;
  unit?: string | undefined;
  after?: string | undefined;
}

export interface BehindDossier {
  id: string;
  code: string;
  applicantName: string;
  procedureVi: string;
  procedureEn: string;
  unit: string;
  state: DossierState;
  receivedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  flags: Flag[];
}

const pageSize = 50;

/** The dossiers behind one side of a row, newest first, within the reader's reach of dossiers. */
export const listIndex766Dossiers = query<BehindInput, { rows: BehindDossier[]; next: string | null }>({
  action: 'dossier.read',
  from: 'replica',
  reads: (page) => page.rows.map(({ id }) => ({ type: 'dossier', id })),
  async run({ db, input, within }) {
    const at = now();
    const span = spanOf(input.period);
    const scope = { ...span, judgedAt: at < span.ends ? at : span.ends, unit: input.unit ?? null };
    const side = sideOf(dossierRule(input.row), input.side);
    const cursor = decodeTimeCursor(input.after);
    const past =
      cursor === null || cursor.value === null
        ? undefined
        : sql`(${dossiers.receivedAt}, ${dossiers.id}) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`;
    const found = sql`(select * from (${flagged(scope)}) flagged where ${side}) behind`;
    const page = await db
      .select({
        id: dossiers.id,
        code: sql<string>`coalesce(${dossiers.code}, ${dossiers.draftCode})`,
        applicantName: dossiers.applicantName,
        procedureVi: procedures.titleVi,
        procedureEn: procedures.titleEn,
        unit: dossiers.unit,
        state: dossiers.state,
        receivedAt: dossiers.receivedAt,
        dueAt: dossiers.dueAt,
        endedAt: dossiers.endedAt,
        held: sql<string[]>`array(select f from unnest(array[${sql.join(
          flags.map((flag) => sql`case when behind.${sql.identifier(flag)} then ${flag}::text end`),
          sql`, `,
        )}]) f where f is not null)`,
      })
      .from(dossiers)
      .innerJoin(found, sql`behind.id = ${dossiers.id}`)
      .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
      .where(and(within(reachable), past))
      .orderBy(desc(dossiers.receivedAt), desc(dossiers.id))
      .limit(pageSize + 1);
    const shown = page
      .slice(0, pageSize)
      .map(({ held, ...row }) => ({ ...row, flags: flags.filter((flag) => held.includes(flag)) }));
    const last = page.length > pageSize ? shown.at(-1) : undefined;
    const next =
      last === undefined
        ? null
        : encodeCursor({ value: last.receivedAt?.toISOString() ?? null, id: last.id });
    return { rows: shown, next };
  },
});

const reachable = {
  owner: dossiers.ownerAccountId,
  organisation: dossiers.organisationId,
  unit: dossiers.unit,
  assignee: dossiers.assigneeId,
  invited: dossiers.expertIds,
};
