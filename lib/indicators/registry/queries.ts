import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilities, facilityAttributes, facilityParents } from '@/db/schema/facilities';
import { placePredecessors, places } from '@/db/schema/places';
import type { RegistryRows } from './define';

/** The whole registry with its history: a few statements, read again when its stamp changes. */
export async function readRegistry(db: Database): Promise<RegistryRows> {
  const [rows, attributes, parents, placeRows, mergers] = await Promise.all([
    db.select().from(facilities),
    db.select().from(facilityAttributes),
    db.select().from(facilityParents).where(eq(facilityParents.hierarchy, 'place')),
    db.select().from(places).orderBy(places.code),
    db.select().from(placePredecessors),
  ]);
  return {
    facilities: rows.map(({ nameVi, nameEn, ...row }) => ({ ...row, name: { vi: nameVi, en: nameEn } })),
    attributes,
    parents: parents.flatMap(({ placeId, ...row }) => (placeId === null ? [] : [{ ...row, placeId }])),
    places: placeRows.map(({ id, code, world, nameVi, nameEn }) => ({
      id,
      code,
      world: world === 'since_2025' ? '34' : '63',
      name: { vi: nameVi, en: nameEn },
    })),
    mergers,
  };
}
