import 'server-only';
import { and, asc, desc, eq, like, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilityParents } from '@/db/schema/facilities';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { type Cursor, countCap, decodeCursor, encodeCursor, type Page } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import { foldTones } from '@/lib/kernel/text';
import { dayWithin, worldOn } from '../rules';
import type { FacilityLine, ListFacilities } from '../schema';
import { lineOf, type StandingRow, standingOn } from './standing';

const pageSize = 25;

export interface Directory extends Page<FacilityLine> {
  /** The day it shows. */
  at: string;
}

/** The directory on a day: any filter, sort and page, by keyset. */
export const listFacilities = query<ListFacilities & { limit?: number | undefined }, Directory>({
  action: 'facility.read',
  from: 'replica',
  async run({ db, input }) {
    const at = dayWithin(input.at, civilDateAt(now()));
    const size = input.limit ?? pageSize;
    const backwards = input.before !== undefined;
    const cursor = decodeCursor(input.before ?? input.after);
    const found = await readLines(db, { ...input, at }, { size: size + 1, backwards, cursor });
    return { ...pageOf(found, { size, backwards, hasCursor: cursor !== null }), at };
  },
});

interface Span {
  size: number;
  backwards: boolean;
  cursor: Cursor | null;
}

type Sorted = StandingRow & { sort: string };

async function readLines(
  db: Database,
  input: ListFacilities & { at: string },
  { size, backwards, cursor }: Span,
): Promise<Sorted[]> {
  const standing = standingOn(db, input.at);
  const sort = { name: standing.byName, place: standing.byPlace, class: standing.byClass }[input.sort];
  const descending = (input.order === 'desc') !== backwards;
  const step = descending ? sql`<` : sql`>`;
  const beyond =
    cursor?.value === undefined || cursor.value === null
      ? undefined
      : sql`(${sort}, ${standing.id}) ${step} (${cursor.value}, ${cursor.id}::uuid)`;
  const direction = descending ? desc : asc;
  return db
    .select({
      id: standing.id,
      code: standing.code,
      nameVi: standing.nameVi,
      nameEn: standing.nameEn,
      todayVi: standing.todayVi,
      todayEn: standing.todayEn,
      class: standing.class,
      form: standing.form,
      ownership: standing.ownership,
      managedBy: standing.managedBy,
      status: standing.status,
      placeId: standing.placeId,
      placeCode: standing.placeCode,
      placeVi: standing.placeVi,
      placeEn: standing.placeEn,
      placeType: standing.placeType,
      unitCode: standing.unitCode,
      sample: standing.sample,
      sort: sql<string>`${sort}`,
    })
    .from(standing)
    .where(and(...conditionsOf(standing, input), beyond))
    .orderBy(direction(sort), direction(standing.id))
    .limit(size);
}

function conditionsOf(
  standing: ReturnType<typeof standingOn>,
  input: ListFacilities & { at: string },
): SQL[] {
  const words = foldTones(input.q ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 12);
  const conditions = [
    ...words.map((word) => like(standing.searched, `% ${word.replace(/[%_\\]/g, '\\$&')}%`)),
    input.place === undefined ? undefined : liesIn(standing, input.place, input.at),
    input.class === undefined ? undefined : eq(standing.class, input.class),
    input.ownership === undefined ? undefined : eq(standing.ownership, input.ownership),
    input.managedBy === undefined ? undefined : eq(standing.managedBy, input.managedBy),
    input.form === undefined ? undefined : eq(standing.form, input.form),
    input.status === 'any' ? undefined : eq(standing.status, input.status),
  ];
  return conditions.filter((condition) => condition !== undefined);
}

/** A province of the day's own world holds on that day; one of the other world is where the facility was or came to be. */
function liesIn(standing: ReturnType<typeof standingOn>, place: string, at: string): SQL | undefined {
  const sameWorld = place.startsWith('p63-') === (worldOn(at) === 'pre_2025');
  if (sameWorld) return eq(standing.placeId, place);
  return sql`exists (select from ${facilityParents} where ${and(
    eq(facilityParents.facilityId, standing.id),
    eq(facilityParents.hierarchy, 'place'),
    eq(facilityParents.placeId, place),
  )})`;
}

function pageOf(
  found: Sorted[],
  { size, backwards, hasCursor }: { size: number; backwards: boolean; hasCursor: boolean },
): Page<FacilityLine> {
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const cursorOf = (row: Sorted | undefined) =>
    row === undefined ? null : encodeCursor({ value: row.sort, id: row.id });
  return {
    rows: rows.map(lineOf),
    next: (backwards ? hasCursor : more) ? cursorOf(rows.at(-1)) : null,
    previous: (backwards ? more : hasCursor) ? cursorOf(rows[0]) : null,
  };
}

/** How many the filter finds, up to the cap. */
export const countFacilities = query<ListFacilities, number>({
  action: 'facility.read',
  from: 'replica',
  async run({ db, input }) {
    const at = dayWithin(input.at, civilDateAt(now()));
    const standing = standingOn(db, at);
    const capped = db
      .select({ one: sql`1`.as('one') })
      .from(standing)
      .where(and(...conditionsOf(standing, { ...input, at })))
      .limit(countCap + 1);
    const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(capped.as('capped'));
    return row?.count ?? 0;
  },
});

/** Everything the filter finds, piece by piece, for a file. */
export const exportFacilities = query<ListFacilities, AsyncGenerator<FacilityLine[], void>>({
  action: 'facility.read',
  from: 'replica',
  async run({ db, input }) {
    const at = dayWithin(input.at, civilDateAt(now()));
    return pieces(db, { ...input, at });
  },
});

async function* pieces(
  db: Database,
  input: ListFacilities & { at: string },
): AsyncGenerator<FacilityLine[], void> {
  let cursor: Cursor | null = null;
  for (;;) {
    const rows: Sorted[] = await readLines(db, input, { size: 500, backwards: false, cursor });
    yield rows.map(lineOf);
    const last = rows.at(-1);
    if (last === undefined || rows.length < 500) return;
    cursor = { value: last.sort, id: last.id };
  }
}
