import 'server-only';
import { eq, getTableColumns, notInArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilities, facilityAttributes, facilityParents } from '@/db/schema/facilities';
import { placePredecessors, places } from '@/db/schema/places';
import type { RegistryRows } from './define';

const { searchText: _, ...told } = getTableColumns(facilities);
const { facilityId, attribute, value, validFrom, validTo } = facilityAttributes;

/** The whole registry with what of its history decides who counts where: a few statements, read again when its stamp changes. */
export async function readRegistry(db: Database): Promise<RegistryRows> {
  const [rows, attributes, parents, placeRows, mergers] = await Promise.all([
    db.select(told).from(facilities),
    db
      .select({ facilityId, attribute, value, validFrom, validTo })
      .from(facilityAttributes)
      .where(notInArray(attribute, ['name', 'nameEn', 'address'])),
    db
      .select({
        facilityId: facilityParents.facilityId,
        placeId: facilityParents.placeId,
        validFrom: facilityParents.validFrom,
        validTo: facilityParents.validTo,
      })
      .from(facilityParents)
      .where(eq(facilityParents.hierarchy, 'place')),
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
