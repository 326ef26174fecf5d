import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, provenance, version } from './columns';
import { oneOf } from './constraints';
import { places } from './places';
import { orgUnits } from './units';

/** Forms of organisation of examination and treatment facilities (Decree 96/2023/NĐ-CP). */
export const facilityForms = [
  'general_hospital',
  'specialised_hospital',
  'traditional_hospital',
  'dental_hospital',
  'institute_with_beds',
  'health_centre',
  'general_clinic',
  'specialised_clinic',
  'commune_station',
  'maternity_home',
  'paraclinical',
  'medical_assessment',
  'rehabilitation',
  'emergency',
  'health_check',
] as const;
export type FacilityForm = (typeof facilityForms)[number];

/** The forms that count as a hospital in the electronic-medical-record denominator. */
export const hospitalForms = [
  'general_hospital',
  'specialised_hospital',
  'traditional_hospital',
  'dental_hospital',
  'institute_with_beds',
] as const satisfies readonly FacilityForm[];

export const ownerships = [
  'ministry',
  'other_ministry',
  'local',
  'private',
  'joint_venture',
  'foreign',
] as const;
export type Ownership = (typeof ownerships)[number];

/** Who manages: the Ministry of Health, of Defence, of Public Security, another ministry, the province, or the owner. */
export const managingBodies = ['byt', 'bqp', 'bca', 'other_ministry', 'province', 'owner'] as const;
export type ManagingBody = (typeof managingBodies)[number];

export const facilityClasses = ['special', 'class_1', 'class_2', 'class_3', 'class_4', 'unranked'] as const;
export type FacilityClass = (typeof facilityClasses)[number];

/** Professional levels of Law 15/2023/QH15: chuyên sâu, cơ bản, ban đầu. */
export const professionalLevels = ['advanced', 'basic', 'initial'] as const;
export const telemedicineRoles = ['core', 'satellite', 'none'] as const;
export const facilityStatuses = ['active', 'suspended', 'closed'] as const;

/** A facility keeps one key for life; what changes by date is in the tables below, this row is today's state. */
export const facilities = pgTable(
  'facilities',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Its place in the columns of figures; says nothing else. */
    number: integer().notNull().generatedAlwaysAsIdentity(),
    /** Mã cơ sở khám chữa bệnh, 5 digits; null when unknown — never invented, samples use prefix 99. */
    maCskcb: text(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    /** Every name it has or had and its code, without tone marks, a blank before each word; written by triggers. */
    searchText: text().notNull().default(''),
    form: text({ enum: facilityForms }).notNull(),
    ownership: text({ enum: ownerships }).notNull(),
    managedBy: text({ enum: managingBodies }).notNull(),
    /** Who receives its reports: the provincial health department, or the ministry's department for digital transformation. */
    unitCode: text().references(() => orgUnits.code),
    placeId: text()
      .notNull()
      .references(() => places.id),
    address: text(),
    class: text({ enum: facilityClasses }).notNull(),
    /** Tuyến of the 2009 law: 1 central, 2 provincial, 3 district, 4 commune. */
    oldLevel: smallint(),
    newLevel: text({ enum: professionalLevels }),
    autonomyGroup: smallint(),
    speciality: text(),
    taxCode: text(),
    licenceNumber: text(),
    eIdentifier: text(),
    insured: boolean().notNull().default(true),
    insuredSince: date(),
    inpatient: boolean().notNull().default(false),
    dayTreatment: boolean().notNull().default(false),
    obstetrics: boolean().notNull().default(false),
    driverChecks: boolean().notNull().default(false),
    vaccination: boolean().notNull().default(false),
    telemedicine: text({ enum: telemedicineRoles }).notNull().default('none'),
    status: text({ enum: facilityStatuses }).notNull().default('active'),
    openedOn: date(),
    closedOn: date(),
    sample: boolean().notNull().default(false),
    version: version(),
    updatedAt: instant().notNull(),
    ...provenance(),
  },
  (t) => [
    uniqueIndex('facilities_ma_cskcb').on(t.maCskcb),
    index('facilities_place').on(t.placeId, t.form, t.id),
    index('facilities_unit').on(t.unitCode, t.id),
    index('facilities_name').on(t.nameVi, t.id),
    index('facilities_search').using('gin', t.searchText.op('gin_trgm_ops')),
    check('facilities_form', oneOf(t.form, facilityForms)),
    check('facilities_ownership', oneOf(t.ownership, ownerships)),
    check('facilities_class', oneOf(t.class, facilityClasses)),
    check('facilities_status', oneOf(t.status, facilityStatuses)),
    check('facilities_ma_cskcb_digits', sql`${t.maCskcb} ~ '^[0-9]{5}$'`),
  ],
);

/** Dated values of name, code, form, class, level, ownership, status …; `validTo` is exclusive. */
export const facilityAttributes = pgTable(
  'facility_attributes',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    attribute: text().notNull(),
    value: text(),
    validFrom: date().notNull(),
    validTo: date(),
    recordedAt: instant().notNull(),
    recordedBy: text().notNull(),
    ...provenance(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.attribute, t.validFrom] }),
    check('facility_attributes_range', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
);

export const facilityHierarchies = ['place', 'managing_body'] as const;

/** Parallel dated trees: the province of the time, and the managing unit of the time. */
export const facilityParents = pgTable(
  'facility_parents',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    hierarchy: text({ enum: facilityHierarchies }).notNull(),
    placeId: text().references(() => places.id),
    unitCode: text().references(() => orgUnits.code),
    body: text({ enum: managingBodies }),
    validFrom: date().notNull(),
    validTo: date(),
    decision: text(),
    ...provenance(),
  },
  (t) => [
    index('facility_parents_unit_code_idx').on(t.unitCode),
    primaryKey({ columns: [t.facilityId, t.hierarchy, t.validFrom] }),
    index('facility_parents_place').on(t.placeId, t.validFrom),
    check('facility_parents_one', sql`num_nonnulls(${t.placeId}, ${t.unitCode}, ${t.body}) >= 1`),
    check('facility_parents_range', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
);

/** Merged, split and renamed facilities: history is linked, never rewritten. */
export const facilityPredecessors = pgTable(
  'facility_predecessors',
  {
    successorId: uuid()
      .notNull()
      .references(() => facilities.id),
    predecessorId: uuid()
      .notNull()
      .references(() => facilities.id),
    since: date().notNull(),
    change: text({ enum: ['merged', 'split', 'renamed'] }).notNull(),
    decision: text(),
    ...provenance(),
  },
  (t) => [
    index('facility_predecessors_predecessor_id_idx').on(t.predecessorId),
    primaryKey({ columns: [t.successorId, t.predecessorId] }),
    check('facility_predecessors_other', sql`${t.successorId} <> ${t.predecessorId}`),
  ],
);
