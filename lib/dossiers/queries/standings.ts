import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { clockEvents, dossiers } from '@/db/schema/dossiers';
import { procedureVersions } from '@/db/schema/procedures';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { type Standing, standing } from '@/lib/kernel/clock-standing';
import { query } from '@/lib/kernel/query';
import { ruleOf, toClockEvents } from '../commands/clock';

/** How each dossier of one page stands against its limit: the calendar is read once, the rule is the clock's own. */
export const readStandings = query<{ ids: readonly string[] }, Record<string, Standing>>({
  action: 'dossier.read',
  from: 'replica',
  async run({ db, input, within }) {
    if (input.ids.length === 0) return {};
    const ids = [...input.ids];
    const visible = within({
      owner: dossiers.ownerAccountId,
      organisation: dossiers.organisationId,
      unit: dossiers.unit,
      assignee: dossiers.assigneeId,
      invited: dossiers.expertIds,
    });
    const [{ calendar }, rows, events] = await Promise.all([
      readCalendar(db),
      db
        .select({ id: dossiers.id, answers: dossiers.answers, definition: procedureVersions.definition })
        .from(dossiers)
        .innerJoin(
          procedureVersions,
          and(
            eq(procedureVersions.slug, dossiers.procedureSlug),
            eq(procedureVersions.version, dossiers.procedureVersion),
          ),
        )
        .where(and(inArray(dossiers.id, ids), visible)),
      db.select().from(clockEvents).where(inArray(clockEvents.dossierId, ids)).orderBy(asc(clockEvents.id)),
    ]);
    const at = now();
    const entries = rows.flatMap(({ id, answers, definition }) => {
      const rule = ruleOf(definition, answers);
      const own = toClockEvents(events.filter(({ dossierId }) => dossierId === id));
      const reading = rule === null ? null : standing({ rule, events: own, calendar, now: at });
      return reading === null ? [] : [[id, reading] as const];
    });
    return Object.fromEntries(entries);
  },
});
