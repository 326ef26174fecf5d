import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { clockEvents, dossiers } from '@/db/schema/dossiers';
import { procedureVersions } from '@/db/schema/procedures';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { type Standing, standing } from '@/lib/kernel/clock-standing';
import { query } from '@/lib/kernel/query';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { ruleOf, toClockEvents } from '../commands/clock';
import { ownership } from './views';

/** How each dossier of one page stands against its limit: the calendar is read once, the rule is the clock's own. */
export const readStandings = query<{ ids: readonly string[] }, Record<string, Standing>>({
  action: 'dossier.read',
  from: 'replica',
  async run({ db, input, within }) {
    if (input.ids.length === 0) return {};
    const ids = [...input.ids];
    const [{ calendar }, rows, definitions, events] = await Promise.all([
      readCalendar(db),
      db
        .select({
          id: dossiers.id,
          slug: dossiers.procedureSlug,
          version: dossiers.procedureVersion,
          answers: dossiers.answers,
        })
        .from(dossiers)
        .where(and(inArray(dossiers.id, ids), within(ownership))),
      readDefinitions(db, ids),
      db.select().from(clockEvents).where(inArray(clockEvents.dossierId, ids)).orderBy(asc(clockEvents.id)),
    ]);
    const ledger = Map.groupBy(events, ({ dossierId }) => dossierId);
    const at = now();
    const entries = rows.flatMap(({ id, slug, version, answers }) => {
      const definition = definitions.get(`${slug}@${version}`);
      const rule = definition === undefined ? null : ruleOf(definition, answers);
      const own = toClockEvents(ledger.get(id) ?? []);
      const reading = rule === null ? null : standing({ rule, events: own, calendar, now: at });
      return reading === null ? [] : [[id, reading] as const];
    });
    return Object.fromEntries(entries);
  },
});

/** Each pinned version once: a page of one procedure's dossiers does not carry its text 25 times. */
async function readDefinitions(db: Database, ids: string[]): Promise<Map<string, ProcedureDefinition>> {
  const { slug, version, definition } = procedureVersions;
  const pinned = db
    .selectDistinct({ slug: dossiers.procedureSlug, version: dossiers.procedureVersion })
    .from(dossiers)
    .where(inArray(dossiers.id, ids))
    .as('pinned');
  const rows = await db
    .select({ slug, version, definition })
    .from(procedureVersions)
    .innerJoin(pinned, and(eq(pinned.slug, slug), eq(pinned.version, version)));
  return new Map(rows.map((row) => [`${row.slug}@${row.version}`, row.definition]));
}
