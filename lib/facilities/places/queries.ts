import 'server-only';
import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { placePredecessors, places, placeTypes } from '@/db/schema/places';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { query } from '@/lib/kernel/query';
import { foldTones } from '@/lib/kernel/text';
import { standingOn } from '../queries/standing';
import { dayWithin, holdsOn, worldOn } from '../rules';
import type { ListPlaces, PlaceLink, PlaceList, PlaceView, TypeThen } from './schema';

type Row = typeof places.$inferSelect;

const linkOf = ({ id, code, nameVi, nameEn }: Row): PlaceLink => ({
  id,
  code,
  name: { vi: nameVi, en: nameEn },
});

/** The provinces of a day, in its own world, each with its other world. */
export const listPlaces = query<ListPlaces, PlaceList>({
  action: 'facility.read',
  from: 'replica',
  async run({ db, input }) {
    const at = dayWithin(input.at, civilDateAt(now()));
    const world = worldOn(at);
    const [rows, types, mergers, counts] = await Promise.all([
      db.select().from(places).orderBy(asc(places.code)),
      db.select().from(placeTypes).orderBy(asc(placeTypes.validFrom)),
      db.select().from(placePredecessors),
      countIn(db, at),
    ]);
    const typesOf = Map.groupBy(types, ({ placeId }) => placeId);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const wanted = foldTones(input.q ?? '');
    const found = rows
      .filter((row) => row.world === world)
      .map((row) =>
        viewOf(row, {
          at,
          types: typesOf.get(row.id) ?? [],
          byId,
          mergers,
          facilities: counts.get(row.id) ?? 0,
        }),
      )
      .filter((place) => wordsOf(place).some((words) => foldTones(words).includes(wanted)));
    return { at, world, places: found };
  },
});

/** A province is found by its own names and by those of its other world. */
const wordsOf = ({ code, name, types, links }: PlaceView): string[] => [
  code,
  name.vi,
  name.en,
  ...types.map((one) => one.name.vi),
  ...links.map((link) => link.name.vi),
];

interface Known {
  at: string;
  types: readonly (typeof placeTypes.$inferSelect)[];
  byId: ReadonlyMap<string, Row>;
  mergers: readonly (typeof placePredecessors.$inferSelect)[];
  facilities: number;
}

function viewOf(row: Row, { at, types, byId, mergers, facilities }: Known): PlaceView {
  const own = mergers.filter(({ successorId, predecessorId }) =>
    row.world === 'since_2025' ? successorId === row.id : predecessorId === row.id,
  );
  const links = own.flatMap(({ successorId, predecessorId }) => {
    const linked = byId.get(row.world === 'since_2025' ? predecessorId : successorId);
    return linked === undefined ? [] : [linkOf(linked)];
  });
  const then = types.find((one) => holdsOn(at, one)) ?? null;
  const { sourceRef, confidence, verifiedAt } = row;
  return {
    ...{ id: row.id, code: row.code, world: row.world },
    name: { vi: then?.nameVi ?? row.nameVi, en: then?.nameEn ?? row.nameEn },
    type: then?.type ?? null,
    types: types.map(typeOf),
    links,
    change: own[0]?.change ?? null,
    codeOf: partnerOf(row, links),
    facilities,
    ...{ sourceRef, confidence, verifiedAt },
  };
}

function typeOf(row: typeof placeTypes.$inferSelect): TypeThen {
  const { type, validFrom, validTo, precision, sourceRef, confidence, verifiedAt } = row;
  return {
    ...{ type, validFrom, validTo, precision, sourceRef, confidence, verifiedAt },
    name: { vi: row.nameVi, en: row.nameEn },
    note: row.noteVi === null ? null : { vi: row.noteVi, en: row.noteEn ?? row.noteVi },
  };
}

/** The trap: the name survived the merger but the code is that of another partner. */
function partnerOf({ world, code, nameVi }: Row, links: readonly PlaceLink[]): PlaceLink | null {
  if (world !== 'since_2025' || links.length < 2) return null;
  const holder = links.find((link) => link.code === code);
  return holder === undefined || holder.name.vi.replace(/^TP\. /, '') === nameVi ? null : holder;
}

async function countIn(db: Database, at: string): Promise<Map<string | null, number>> {
  const standing = standingOn(db, at);
  const rows = await db
    .select({ placeId: standing.placeId, count: count() })
    .from(standing)
    .where(eq(standing.status, 'active'))
    .groupBy(standing.placeId);
  return new Map(rows.map((row) => [row.placeId, row.count]));
}

/** Provinces of both worlds for a filter, by name. */
export const listProvinceChoices = query<undefined, { since_2025: PlaceLink[]; pre_2025: PlaceLink[] }>({
  action: 'facility.read',
  from: 'replica',
  async run({ db }) {
    const rows = await db.select().from(places).orderBy(asc(places.nameVi));
    const of = (world: Row['world']) => rows.filter((row) => row.world === world).map(linkOf);
    return { since_2025: of('since_2025'), pre_2025: of('pre_2025') };
  },
});
