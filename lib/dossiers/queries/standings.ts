import 'server-only';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { isAnyOf } from '@/db/lists';
import { type Answers, clockEvents, dossiers } from '@/db/schema/dossiers';
import { procedureVersions } from '@/db/schema/procedures';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { type Standing, standing } from '@/lib/kernel/clock-standing';
import { query } from '@/lib/kernel/query';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { ruleOf, toClockEvents } from '../commands/clock';
import type { ClockLedgerRow } from '../commands/find';
import { ownership } from './views';

/** How each dossier of one page stands against its limit: the calendar is read once, the rule is the clock's own. */
export const readStandings = query<{ ids: readonly string[] }, Record<string, Standing>>({
  action: 'dossier.read',
  from: 'replica',
  async run({ db, input, within }) {
    if (input.ids.length === 0) return {};
    const [{ calendar }, rows] = await Promise.all([
      readCalendar(db),
      readLedgers(db, and(isAnyOf(dossiers.id, 'uuid', input.ids), within(ownership))),
    ]);
    const definitions = await readDefinitions(db, rows);
    const at = now();
    const entries = rows.flatMap(({ id, limit, answers, ledger, ...pin }) => {
      const definition = definitions.get(keyOf(pin)) ?? null;
      const rule = definition === null ? limit : ruleOf(definition, answers ?? {});
      const events = toClockEvents((ledger ?? []).map(eventOf));
      const reading = rule === null ? null : standing({ rule, events, calendar, now: at });
      return reading === null ? [] : [[id, reading] as const];
    });
    return Object.fromEntries(entries);
  },
});

type Event = { kind: ClockLedgerRow['kind']; at: string; until: string | null };

const eventOf = ({ kind, at, until }: Event) => ({
  kind,
  at: new Date(at),
  until: until === null ? null : new Date(until),
});

/** Each dossier with its limit and its ledger as one value. */
function readLedgers(db: Database, among: SQL | undefined) {
  const { slug, version, limit } = procedureVersions;
  const { dossierId, kind, at, until } = clockEvents;
  return db
    .select({
      id: dossiers.id,
      slug: dossiers.procedureSlug,
      version: dossiers.procedureVersion,
      limit,
      answers: sql<Answers | null>`case when ${limit} ? 'variants' then ${dossiers.answers} end`,
      ledger: sql<Event[] | null>`(
        select json_agg(json_build_object('kind', ${kind}, 'at', ${at}, 'until', ${until}) order by ${clockEvents.id})
        from ${clockEvents} where ${dossierId} = ${dossiers.id})`,
    })
    .from(dossiers)
    .innerJoin(
      procedureVersions,
      and(eq(slug, dossiers.procedureSlug), eq(version, dossiers.procedureVersion)),
    )
    .where(among)
    .prepare('standings')
    .execute();
}

type Pin = { slug: string; version: number };
type Limited = Awaited<ReturnType<typeof readLedgers>>[number];

const keyOf = ({ slug, version }: Pin) => `${slug}@${version}`;

/** Of those alone whose limit depends on the answers, each pinned version once. */
async function readDefinitions(
  db: Database,
  rows: readonly Limited[],
): Promise<Map<string, ProcedureDefinition>> {
  const pins = [
    ...new Map(
      rows.flatMap((row) => (row.limit?.variants === undefined ? [] : [[keyOf(row), row]])),
    ).values(),
  ];
  if (pins.length === 0) return new Map();
  const { slug, version, definition } = procedureVersions;
  const found = await db
    .select({ slug, version, definition })
    .from(procedureVersions)
    .where(or(...pins.map((pin) => and(eq(slug, pin.slug), eq(version, pin.version)))));
  return new Map(found.map((row) => [keyOf(row), row.definition]));
}
