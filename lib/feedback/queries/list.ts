import 'server-only';
import { and, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { dossiers } from '@/db/schema/dossiers';
import { complaints, dossierRatings } from '@/db/schema/feedback';
import { civilDateAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { countCap, decodeTimeCursor, encodeCursor } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import { type ComplaintView, complaintViews, type ListComplaints } from '../schema';
import { type ComplaintLine, complaintOwnership, earlier, lineColumns, lineOf } from './lines';

const pageSize = 25;

/** The condition of a view; `late` is what has not been answered by its last day. */
function viewOf(view: ComplaintView): SQL | undefined {
  const waiting = inArray(complaints.state, ['received', 'supplement_asked']);
  const conditions = {
    open: waiting,
    late: and(eq(complaints.state, 'received'), lt(complaints.dueOn, civilDateAt(now()))),
    unpublished: eq(complaints.state, 'answered'),
    done: inArray(complaints.state, ['refused', 'published']),
    all: undefined,
  } satisfies Record<ComplaintView, SQL | undefined>;
  return conditions[view];
}

/** Complaints, the newest first, by keyset. */
export const listComplaints = query<ListComplaints, { rows: ComplaintLine[]; next: string | null }>({
  action: 'feedback.read',
  from: 'replica',
  reads: ({ rows }) => rows.map(({ id }) => ({ type: 'complaint', id })),
  async run({ db, input, within }) {
    const cursor = decodeTimeCursor(input.after);
    const past =
      cursor === null || cursor.value === null
        ? undefined
        : or(
            lt(complaints.receivedAt, new Date(cursor.value)),
            and(eq(complaints.receivedAt, new Date(cursor.value)), lt(complaints.id, cursor.id)),
          );
    const [found, { calendar }] = await Promise.all([
      db
        .select(lineColumns)
        .from(complaints)
        .leftJoin(dossiers, eq(dossiers.id, complaints.dossierId))
        .leftJoin(earlier, eq(earlier.id, complaints.repeats))
        .where(
          and(
            within(complaintOwnership),
            viewOf(input.view),
            input.subject === undefined ? undefined : eq(complaints.subject, input.subject),
            past,
          ),
        )
        .orderBy(desc(complaints.receivedAt), desc(complaints.id))
        .limit(pageSize + 1),
      readCalendar(db),
    ]);
    const rows = found.slice(0, pageSize).map((row) => lineOf(row, calendar));
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return {
      rows,
      next: last === undefined ? null : encodeCursor({ value: last.receivedAt.toISOString(), id: last.id }),
    };
  },
});

/** How many complaints each view holds, up to the cap. */
export const countComplaintViews = query<undefined, Record<ComplaintView, number>>({
  action: 'feedback.read',
  from: 'replica',
  async run({ db, within }) {
    const counts = await Promise.all(
      complaintViews.map(async (view) => {
        const some = db
          .select({ one: sql`1` })
          .from(complaints)
          .leftJoin(dossiers, eq(dossiers.id, complaints.dossierId))
          .where(and(within(complaintOwnership), viewOf(view)))
          .limit(countCap + 1);
        const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some.as('some'));
        return [view, row?.count ?? 0] as const;
      }),
    );
    return Object.fromEntries(counts) as Record<ComplaintView, number>;
  },
});

/** Ratings by score, over all dossiers in reach. */
export const countRatings = query<undefined, { score: number; count: number }[]>({
  action: 'feedback.read',
  from: 'replica',
  run: ({ db, within }) =>
    db
      .select({ score: dossierRatings.score, count: sql<number>`count(*)::int` })
      .from(dossierRatings)
      .innerJoin(dossiers, eq(dossiers.id, dossierRatings.dossierId))
      .where(within({ owner: dossiers.ownerAccountId, organisation: dossiers.organisationId }))
      .groupBy(dossierRatings.score)
      .orderBy(desc(dossierRatings.score)),
});
