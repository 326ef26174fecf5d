import 'server-only';
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Reader } from '@/db/client';
import { facilities, facilityAttributes, facilityParents } from '@/db/schema/facilities';
import { places, placeTypes } from '@/db/schema/places';
import type { FacilityLine } from '../schema';

const rangeOn = (day: string, from: AnyPgColumn, to: AnyPgColumn) =>
  and(lte(from, day), or(isNull(to), gt(to, day)));

/** The values that held on a day, one row a facility. */
function datedOn(reader: Reader, day: string) {
  const { facilityId, attribute, value, validFrom, validTo } = facilityAttributes;
  const held = (name: string) =>
    sql<string | null>`max(${value}) filter (where ${attribute} = ${name})`.as(`held_${name.toLowerCase()}`);
  return reader
    .select({
      facilityId,
      name: held('name'),
      nameEn: held('nameEn'),
      class: held('class'),
      form: held('form'),
      ownership: held('ownership'),
      status: held('status'),
      address: held('address'),
    })
    .from(facilityAttributes)
    .where(rangeOn(day, validFrom, validTo))
    .groupBy(facilityId)
    .as('dated');
}

/**
 * Every facility as the registry had it on a day: a dated value where there is one, else what is known today. A
 * facility that was opened later is not there; one that was closed says so.
 */
export function standingOn(reader: Reader, day: string) {
  const dated = datedOn(reader, day);
  const placeId = sql<
    string | null
  >`coalesce(${facilityParents.placeId}, case when ${day}::date >= '2025-07-01' then ${facilities.placeId} end)`;
  const nameVi = sql<string>`coalesce(${dated.name}, ${facilities.nameVi})`;
  const placeVi = sql<string | null>`coalesce(${placeTypes.nameVi}, ${places.nameVi})`;
  const grade = sql<FacilityLine['class']>`coalesce(${dated.class}, ${facilities.class})`;
  // Today's status says nothing of a day before a known closing.
  const status = sql<FacilityLine['status']>`coalesce(${dated.status}, case
    when ${facilities.closedOn} is null then ${facilities.status}
    when ${facilities.closedOn} <= ${day}::date then 'closed' else 'active' end)`;
  return reader
    .select({
      id: facilities.id,
      code: facilities.maCskcb,
      nameVi: nameVi.as('name_vi_then'),
      nameEn: sql<string>`coalesce(${dated.nameEn}, ${facilities.nameEn})`.as('name_en_then'),
      todayVi: facilities.nameVi,
      todayEn: facilities.nameEn,
      class: grade.as('class_then'),
      form: sql<FacilityLine['form']>`coalesce(${dated.form}, ${facilities.form})`.as('form_then'),
      ownership: sql<FacilityLine['ownership']>`coalesce(${dated.ownership}, ${facilities.ownership})`.as(
        'ownership_then',
      ),
      managedBy: facilities.managedBy,
      status: status.as('status_then'),
      address: sql<string | null>`coalesce(${dated.address}, ${facilities.address})`.as('address_then'),
      placeId: placeId.as('place_id_then'),
      placeCode: places.code,
      placeVi: placeVi.as('place_vi_then'),
      placeEn: sql<string | null>`coalesce(${placeTypes.nameEn}, ${places.nameEn})`.as('place_en_then'),
      placeType: placeTypes.type,
      unitCode: facilities.unitCode,
      sample: facilities.sample,
      byName: nameVi.as('by_name'),
      byPlace: sql<string>`concat_ws(' ', ${placeVi}, ${nameVi})`.as('by_place'),
      byClass:
        sql<string>`concat_ws(' ', array_position(array['special','class_1','class_2','class_3','class_4','unranked'], ${grade}), ${nameVi})`.as(
          'by_class',
        ),
      searched: facilities.searchText,
    })
    .from(facilities)
    .leftJoin(dated, eq(dated.facilityId, facilities.id))
    .leftJoin(
      facilityParents,
      and(
        eq(facilityParents.facilityId, facilities.id),
        eq(facilityParents.hierarchy, 'place'),
        rangeOn(day, facilityParents.validFrom, facilityParents.validTo),
      ),
    )
    .leftJoin(places, eq(places.id, placeId))
    .leftJoin(
      placeTypes,
      and(eq(placeTypes.placeId, places.id), rangeOn(day, placeTypes.validFrom, placeTypes.validTo)),
    )
    .where(or(isNull(facilities.openedOn), lte(facilities.openedOn, day)))
    .as('standing');
}

export interface StandingRow {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string;
  todayVi: string;
  todayEn: string;
  class: FacilityLine['class'];
  form: FacilityLine['form'];
  ownership: FacilityLine['ownership'];
  managedBy: FacilityLine['managedBy'];
  status: FacilityLine['status'];
  placeId: string | null;
  placeCode: string | null;
  placeVi: string | null;
  placeEn: string | null;
  placeType: 'province' | 'city' | null;
  unitCode: string | null;
  sample: boolean;
}

/** What a line of the directory needs; sorting and searching stay in the statement. */
export const lineOf = (row: StandingRow): FacilityLine => ({
  id: row.id,
  code: row.code,
  name: { vi: row.nameVi, en: row.nameEn },
  today: { vi: row.todayVi, en: row.todayEn },
  form: row.form,
  ownership: row.ownership,
  managedBy: row.managedBy,
  class: row.class,
  status: row.status,
  place:
    row.placeId === null || row.placeCode === null
      ? null
      : {
          id: row.placeId,
          code: row.placeCode,
          name: { vi: row.placeVi ?? '', en: row.placeEn ?? '' },
          type: row.placeType,
        },
  unitCode: row.unitCode,
  sample: row.sample,
});
