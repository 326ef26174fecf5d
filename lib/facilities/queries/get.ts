import 'server-only';
import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/client';
import { accounts, roleGrants } from '@/db/schema/accounts';
import {
  facilities,
  facilityAttributes,
  facilityParents,
  facilityPredecessors,
} from '@/db/schema/facilities';
import { places, placeTypes } from '@/db/schema/places';
import { orgUnits } from '@/db/schema/units';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { may } from '@/lib/policy/authorize';
import { dayWithin } from '../rules';
import type { FacilityView, Holder, Parent, Relative } from '../schema';
import { lineOf, standingOn } from './standing';

const isFacilityId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** What a right on a facility is judged by. */
export const subjectOf = ({ id, unitCode }: { id: string; unitCode: string | null }) => ({
  scopes: [`facility:${id}`, ...(unitCode === null ? [] : [unitCode])],
});

/** One facility as it stands on a day, with everything it was before. */
export const getFacility = query<{ id: string; at?: string | undefined }, FacilityView & { at: string }>({
  action: 'facility.read',
  reads: ({ id, holders }) => (holders.some(({ name }) => name !== null) ? [{ type: 'facility', id }] : []),
  async run({ db, actor, input }) {
    if (!isFacilityId(input.id)) throw new DomainError('not_found', 'facility');
    const at = dayWithin(input.at, civilDateAt(now()));
    const [row] = await readRow(db, input.id);
    const standing = standingOn(db, at);
    const [then] = await db.select().from(standing).where(eq(standing.id, input.id));
    if (row === undefined || then === undefined) throw new DomainError('not_found', 'facility');
    const subject = subjectOf(row.facility);
    const mayReadReports = may(actor, 'report.read', subject);
    const [history, parents, relatives, holders] = await Promise.all([
      readHistory(db, input.id),
      readParents(db, input.id),
      readRelatives(db, input.id),
      readHolders(db, input.id),
    ]);
    return {
      ...detailsOf(row.facility),
      ...lineOf(then),
      address: then.address,
      unit: row.unit?.vi === undefined ? null : row.unit,
      at,
      history,
      parents,
      relatives,
      holders: mayReadReports ? holders : holders.map((holder) => ({ ...holder, name: null, title: null })),
      mayAmend: may(actor, 'facility.write', subject),
      mayReadReports,
    };
  },
});

function readRow(db: Database, id: string) {
  return db
    .select({ facility: facilities, unit: { vi: orgUnits.nameVi, en: orgUnits.nameEn } })
    .from(facilities)
    .leftJoin(orgUnits, eq(orgUnits.code, facilities.unitCode))
    .where(eq(facilities.id, id));
}

function detailsOf(row: typeof facilities.$inferSelect) {
  const {
    oldLevel,
    newLevel,
    autonomyGroup,
    speciality,
    taxCode,
    licenceNumber,
    eIdentifier,
    insured,
    telemedicine,
    obstetrics,
    driverChecks,
    openedOn,
    closedOn,
    version,
    sourceRef,
    confidence,
    verifiedAt,
  } = row;
  return {
    ...{ oldLevel, newLevel, autonomyGroup, speciality, taxCode, licenceNumber, eIdentifier, insured },
    ...{ telemedicine, obstetrics, driverChecks, openedOn, closedOn, version },
    ...{ sourceRef, confidence, verifiedAt },
  };
}

async function readHistory(db: Database, id: string): Promise<FacilityView['history']> {
  const rows = await db
    .select()
    .from(facilityAttributes)
    .where(eq(facilityAttributes.facilityId, id))
    .orderBy(desc(facilityAttributes.validFrom), asc(facilityAttributes.attribute));
  return rows.map(({ attribute, value, validFrom, validTo, sourceRef, confidence, verifiedAt }) => ({
    ...{ attribute, value, validFrom, validTo },
    ...{ sourceRef, confidence, verifiedAt },
  }));
}

async function readParents(db: Database, id: string): Promise<Parent[]> {
  const rows = await db
    .select({
      parent: facilityParents,
      place: places,
      type: placeTypes,
      unit: { vi: orgUnits.nameVi, en: orgUnits.nameEn },
    })
    .from(facilityParents)
    .leftJoin(places, eq(places.id, facilityParents.placeId))
    // Its name and type when the facility last lay in it.
    .leftJoin(
      placeTypes,
      and(
        eq(placeTypes.placeId, places.id),
        or(
          isNull(placeTypes.validTo),
          and(eq(placeTypes.validTo, facilityParents.validTo), gt(placeTypes.validTo, placeTypes.validFrom)),
        ),
      ),
    )
    .leftJoin(orgUnits, eq(orgUnits.code, facilityParents.unitCode))
    .where(eq(facilityParents.facilityId, id))
    .orderBy(asc(facilityParents.hierarchy), desc(facilityParents.validFrom));
  return rows.map(({ parent, place, type, unit }) => ({
    hierarchy: parent.hierarchy,
    place:
      place === null
        ? null
        : {
            id: place.id,
            code: place.code,
            name: { vi: type?.nameVi ?? place.nameVi, en: type?.nameEn ?? place.nameEn },
            type: type?.type ?? null,
          },
    unit: unit?.vi === undefined ? null : unit,
    body: parent.body,
    ...{ validFrom: parent.validFrom, validTo: parent.validTo, decision: parent.decision },
    ...{ sourceRef: parent.sourceRef, confidence: parent.confidence, verifiedAt: parent.verifiedAt },
  }));
}

const other = alias(facilities, 'other');

async function readRelatives(db: Database, id: string): Promise<Relative[]> {
  const link = facilityPredecessors;
  const rows = await db
    .select({ link, id: other.id, vi: other.nameVi, en: other.nameEn })
    .from(link)
    .innerJoin(
      other,
      or(
        and(eq(link.successorId, id), eq(other.id, link.predecessorId)),
        and(eq(link.predecessorId, id), eq(other.id, link.successorId)),
      ),
    )
    .where(or(eq(link.successorId, id), eq(link.predecessorId, id)))
    .orderBy(desc(link.since));
  return rows.map(({ link: { since, change, decision, ...row }, id: otherId, vi, en }) => ({
    id: otherId,
    name: { vi, en },
    side: row.successorId === id ? 'predecessor' : 'successor',
    ...{ since, change, decision },
    ...{ sourceRef: row.sourceRef, confidence: row.confidence, verifiedAt: row.verifiedAt },
  }));
}

function readHolders(db: Database, id: string): Promise<Holder[]> {
  const at = now();
  return db
    .select({
      role: roleGrants.role,
      name: accounts.name,
      title: accounts.title,
      since: roleGrants.validFrom,
    })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .where(
      and(
        eq(roleGrants.scope, `facility:${id}`),
        lte(roleGrants.validFrom, at),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, at)),
        isNull(roleGrants.revokedAt),
        isNull(accounts.disabledAt),
      ),
    )
    .orderBy(asc(roleGrants.role), asc(accounts.name));
}
