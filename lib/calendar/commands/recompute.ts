import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { type Answers, clockEvents, dossiers } from '@/db/schema/dossiers';
import { procedureVersions } from '@/db/schema/procedures';
import { ruleOf, toClockEvents } from '@/lib/dossiers/commands/clock';
import type { ClockLedgerRow } from '@/lib/dossiers/commands/find';
import type { Calendar } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { dueDate } from '@/lib/kernel/clock-rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Effect } from '../schema';

const batch = 1_000;

/** Dossiers whose clock runs: received, not ended, not paused. A paused one is computed when it resumes. */
const running = and(
  isNotNull(dossiers.receivedAt),
  isNull(dossiers.endedAt),
  isNull(dossiers.pausedAt),
  isNotNull(dossiers.dueAt),
);

export async function countRunning(reader: Reader): Promise<number> {
  const [row] = await reader.select({ n: sql<number>`count(*)::int` }).from(dossiers).where(running);
  return row?.n ?? 0;
}

interface Moved {
  id: string;
  unit: string;
  from: Date;
  to: Date;
}

export interface Piece {
  read: number;
  moved: Moved[];
}

/** Reads the running dossiers in pieces and says which are due on another day under the calendar as it stands. */
export function findMoved(reader: Reader): AsyncGenerator<Piece> {
  return findMovedAmong(reader, running);
}

/** The same of every dossier that was ever received, ended ones too: what is stored against the whole ledger. */
export function findMovedOfAll(reader: Reader): AsyncGenerator<Piece> {
  return findMovedAmong(reader, and(isNotNull(dossiers.receivedAt), isNotNull(dossiers.dueAt)));
}

async function* findMovedAmong(reader: Reader, among: SQL | undefined): AsyncGenerator<Piece> {
  const { calendar } = await readCalendar(reader);
  const definitions = await readDefinitions(reader);
  const read = (after: string) =>
    readAfter(reader, and(among, gt(dossiers.id, after)), caseSlugs(definitions));
  let rows = await read('00000000-0000-0000-0000-000000000000');
  for (;;) {
    const last = rows.length < batch ? undefined : rows.at(-1)?.id;
    // The next piece is on its way while this one is counted; a transaction's one connection takes them in turn.
    const next = last === undefined ? null : read(last);
    next?.catch(() => {});
    yield { read: rows.length, moved: rows.flatMap((row) => movedOf(row, { calendar, definitions })) };
    if (next === null) return;
    rows = await next;
  }
}

type Ledger = { kind: ClockLedgerRow['kind']; at: string; until: string | null }[];

/** A dossier with its ledger as one value: no second statement, and no row of it for every event. */
async function readAfter(reader: Reader, among: SQL | undefined, withCases: readonly string[]) {
  const ledger = reader
    .select({
      events: sql<Ledger>`json_agg(json_build_object('kind', ${clockEvents.kind}, 'at', ${clockEvents.at},
        'until', ${clockEvents.until}) order by ${clockEvents.id})`.as('events'),
    })
    .from(clockEvents)
    .where(eq(clockEvents.dossierId, dossiers.id))
    .as('ledger');
  return await reader
    .select({
      id: dossiers.id,
      unit: dossiers.unit,
      slug: dossiers.procedureSlug,
      version: dossiers.procedureVersion,
      answers: sql<Answers | null>`case when ${inArray(dossiers.procedureSlug, withCases)} then ${dossiers.answers} end`,
      dueAt: dossiers.dueAt,
      ledger: ledger.events,
    })
    .from(dossiers)
    .crossJoinLateral(ledger)
    .where(among)
    .orderBy(asc(dossiers.id))
    .limit(batch);
}

type Row = Awaited<ReturnType<typeof readAfter>>[number];

const keyOf = ({ slug, version }: { slug: string; version: number }) => `${slug}@${version}`;

async function readDefinitions(reader: Reader): Promise<Map<string, ProcedureDefinition>> {
  const { slug, version, definition } = procedureVersions;
  const rows = await reader.select({ slug, version, definition }).from(procedureVersions);
  return new Map(rows.map((row) => [keyOf(row), row.definition]));
}

/** Procedures whose limit depends on the answers: of the others they are not fetched. */
function caseSlugs(definitions: ReadonlyMap<string, ProcedureDefinition>): string[] {
  const cases = [...definitions.values()].filter(({ limit }) => limit?.variants !== undefined);
  return [...new Set(cases.map(({ slug }) => slug))];
}

function movedOf(
  row: Row,
  { calendar, definitions }: { calendar: Calendar; definitions: Map<string, ProcedureDefinition> },
): Moved[] {
  const definition = definitions.get(keyOf(row));
  const rule = definition === undefined ? null : ruleOf(definition, row.answers ?? {});
  if (rule === null || row.dueAt === null) return [];
  const events = (row.ledger ?? []).map(({ kind, at, until }) => ({
    kind,
    at: new Date(at),
    until: until === null ? null : new Date(until),
  }));
  const { due } = dueDate(rule, toClockEvents(events), calendar);
  if (due === null || due.getTime() === row.dueAt.getTime()) return [];
  return [{ id: row.id, unit: row.unit, from: row.dueAt, to: due }];
}

/** What would move, or did, as one sum. */
export function addEffect(sum: Effect, { read, moved }: { read: number; moved: readonly Moved[] }): Effect {
  const units = new Map(sum.units.map(({ unit, moved: n }) => [unit, n]));
  for (const { unit } of moved) units.set(unit, (units.get(unit) ?? 0) + 1);
  const later = moved.filter(({ from, to }) => to > from).length;
  return {
    running: sum.running + read,
    later: sum.later + later,
    earlier: sum.earlier + moved.length - later,
    units: [...units]
      .map(([unit, n]) => ({ unit, moved: n }))
      .sort((a, b) => b.moved - a.moved || a.unit.localeCompare(b.unit)),
  };
}

export const noEffect: Effect = { running: 0, later: 0, earlier: 0, units: [] };

/** What the clock says today; the promise and the row's version are left alone. */
export async function moveDueDates(tx: Tx, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return;
  const dues = JSON.stringify(moved.map(({ id, to }) => ({ id, due: to.toISOString() })));
  await tx.execute(sql`
    update dossiers set due_at = v.due
    from json_to_recordset(${dues}::text::json) as v(id uuid, due timestamptz)
    where dossiers.id = v.id and dossiers.ended_at is null and dossiers.paused_at is null`);
}
