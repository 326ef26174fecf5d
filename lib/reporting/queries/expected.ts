import 'server-only';
import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import type { Reader } from '@/db/client';
import { listOf } from '@/db/lists';
import { facilities, facilityAttributes, facilityParents, hospitalForms } from '@/db/schema/facilities';

const form = alias(facilityAttributes, 'dated_form');
const status = alias(facilityAttributes, 'dated_status');

/**
 * The facilities that have to report on a period, by the registry as it was on the period's last day: hospitals that
 * were open then, in the province of that day. Who is missing follows from this list, never from the reports.
 */
export function expectedOn(reader: Reader, day: string | SQL, condition: SQL) {
  const on = (from: AnyPgColumn, to: AnyPgColumn) => and(lte(from, day), or(isNull(to), gt(to, day)));
  return reader
    .select({
      id: facilities.id,
      nameVi: facilities.nameVi,
      nameEn: facilities.nameEn,
      searched: facilities.searchText,
      class: facilities.class,
      obstetrics: facilities.obstetrics,
      driverChecks: facilities.driverChecks,
      insured: facilities.insured,
      sample: facilities.sample,
      placeId: sql<string>`coalesce(${facilityParents.placeId}, ${facilities.placeId})`.as('place_then'),
    })
    .from(facilities)
    .leftJoin(
      facilityParents,
      and(
        eq(facilityParents.facilityId, facilities.id),
        eq(facilityParents.hierarchy, 'place'),
        on(facilityParents.validFrom, facilityParents.validTo),
      ),
    )
    .leftJoin(
      form,
      and(eq(form.facilityId, facilities.id), eq(form.attribute, 'form'), on(form.validFrom, form.validTo)),
    )
    .leftJoin(
      status,
      and(
        eq(status.facilityId, facilities.id),
        eq(status.attribute, 'status'),
        on(status.validFrom, status.validTo),
      ),
    )
    .where(
      and(
        condition,
        inArray(sql`coalesce(${form.value}, ${facilities.form})`, [...hospitalForms]),
        or(isNull(facilities.openedOn), lte(facilities.openedOn, day)),
        or(isNull(facilities.closedOn), gt(facilities.closedOn, day)),
        // A closing day says when it closed; without a dated status today's holds.
        sql`coalesce(${status.value}, case when ${facilities.closedOn} is null then ${facilities.status} else 'active' end) = 'active'`,
      ),
    )
    .as('expected');
}

export type Expected = ReturnType<typeof expectedOn>;

/** Of these last days of periods those for which the facility has to report. */
export async function expectedDays(
  reader: Reader,
  facilityId: string,
  days: readonly string[],
): Promise<Set<string>> {
  const then = expectedOn(reader, sql`asked.day`, eq(facilities.id, facilityId));
  const rows = await reader.execute<{ day: string }>(sql`
    select asked.day::text from unnest(${listOf('date', [...new Set(days)])}) as asked(day)
    where exists (select from ${then})`);
  return new Set(rows.map(({ day }) => day));
}
