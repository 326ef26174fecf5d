import 'server-only';
import { and, asc, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { clockEvents, dossiers } from '@/db/schema/dossiers';
import { procedureVersions } from '@/db/schema/procedures';
import { ruleOf, toClockEvents } from '@/lib/dossiers/commands/clock';
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

/** Reads the running dossiers in pieces and says which are due on another day under the calendar as it stands. */
export async function* findMoved(reader: Reader): AsyncGenerator<{ read: number; moved: Moved[] }> {
  const { calendar } = await readCalendar(reader);
  const definitions = new Map<string, ProcedureDefinition>();
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await readRunning(reader, last);
    await learnDefinitions(reader, rows, definitions);
    yield { read: rows.length, moved: await movedOf(reader, rows, { calendar, definitions }) };
    last = rows.at(-1)?.id ?? last;
    if (rows.length < batch) return;
  }
}

type Row = Awaited<ReturnType<typeof readRunning>>[number];

function readRunning(reader: Reader, after: string) {
  return reader
    .select({
      id: dossiers.id,
      unit: dossiers.unit,
      slug: dossiers.procedureSlug,
      version: dossiers.procedureVersion,
      answers: dossiers.answers,
      dueAt: dossiers.dueAt,
    })
    .from(dossiers)
    .where(and(running, gt(dossiers.id, after)))
    .orderBy(asc(dossiers.id))
    .limit(batch);
}

const keyOf = ({ slug, version }: { slug: string; version: number }) => `${slug}@${version}`;

async function learnDefinitions(
  reader: Reader,
  rows: readonly Row[],
  known: Map<string, ProcedureDefinition>,
): Promise<void> {
  const slugs = [...new Set(rows.filter((row) => !known.has(keyOf(row))).map(({ slug }) => slug))];
  if (slugs.length === 0) return;
  const found = await reader
    .select({
      slug: procedureVersions.slug,
      version: procedureVersions.version,
      definition: procedureVersions.definition,
    })
    .from(procedureVersions)
    .where(inArray(procedureVersions.slug, slugs));
  for (const one of found) known.set(keyOf(one), one.definition);
}

async function movedOf(
  reader: Reader,
  rows: readonly Row[],
  { calendar, definitions }: { calendar: Calendar; definitions: Map<string, ProcedureDefinition> },
): Promise<Moved[]> {
  const ids = rows.map(({ id }) => id);
  const events = await reader
    .select()
    .from(clockEvents)
    .where(inArray(clockEvents.dossierId, ids))
    .orderBy(asc(clockEvents.id));
  const ledger = Map.groupBy(events, ({ dossierId }) => dossierId);
  return rows.flatMap((row) => {
    const definition = definitions.get(keyOf(row));
    const rule = definition === undefined ? null : ruleOf(definition, row.answers);
    if (rule === null || row.dueAt === null) return [];
    const { due } = dueDate(rule, toClockEvents(ledger.get(row.id) ?? []), calendar);
    if (due === null || due.getTime() === row.dueAt.getTime()) return [];
    return [{ id: row.id, unit: row.unit, from: row.dueAt, to: due }];
  });
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
