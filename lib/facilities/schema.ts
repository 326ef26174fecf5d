import { z } from 'zod';
import {
  type Amendable,
  amendable,
  type FacilityStatus,
  facilityClasses,
  facilityForms,
  facilityStatuses,
  managingBodies,
  ownerships,
  type Provenance,
  type ProvinceType,
} from './define';

const sortings = ['name', 'place', 'class'] as const;

const said = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The directory's filter as it stands in the address; what is not understood is as if it were not there. */
export const ListFacilities = z.object({
  q: said(z.string().trim().max(100)),
  /** `p34-…` or `p63-…`: a province of either world. */
  place: said(z.string().regex(/^p(34|63)-\d{2}$/)),
  class: said(z.enum(facilityClasses)),
  ownership: said(z.enum(ownerships)),
  managedBy: said(z.enum(managingBodies)),
  form: said(z.enum(facilityForms)),
  status: z
    .enum([...facilityStatuses, 'any'])
    .default('active')
    .catch('active'),
  /** The day the registry is looked at; today when it is not said. */
  at: said(z.iso.date()),
  sort: z.enum(sortings).default('name').catch('name'),
  order: z.enum(['asc', 'desc']).default('asc').catch('asc'),
  after: said(z.string().max(600)),
  before: said(z.string().max(600)),
});
export type ListFacilities = z.output<typeof ListFacilities>;

export interface Names {
  vi: string;
  en: string;
}

/** A province as it was called and of which type on a day. */
export interface PlaceThen {
  id: string;
  code: string;
  name: Names;
  type: ProvinceType | null;
}

export interface FacilityLine {
  id: string;
  code: string | null;
  /** As it was called on the day, and today. */
  name: Names;
  today: Names;
  form: (typeof facilityForms)[number];
  ownership: (typeof ownerships)[number];
  managedBy: (typeof managingBodies)[number];
  class: (typeof facilityClasses)[number];
  status: FacilityStatus;
  place: PlaceThen | null;
  unitCode: string | null;
  sample: boolean;
}

export interface DatedValue extends Provenance {
  attribute: string;
  value: string | null;
  validFrom: string;
  validTo: string | null;
}

export interface Parent extends Provenance {
  hierarchy: 'place' | 'managing_body';
  place: PlaceThen | null;
  unit: Names | null;
  body: (typeof managingBodies)[number] | null;
  validFrom: string;
  validTo: string | null;
  decision: string | null;
}

export interface Relative extends Provenance {
  id: string;
  name: Names;
  side: 'predecessor' | 'successor';
  since: string;
  change: 'merged' | 'split' | 'renamed';
  decision: string | null;
}

/** Who holds a role at the facility; without the right to read its reports the names stay away. */
export interface Holder {
  role: string;
  name: string | null;
  title: string | null;
  since: Date;
}

export interface FacilityView extends FacilityLine, Provenance {
  address: string | null;
  unit: Names | null;
  oldLevel: number | null;
  newLevel: 'advanced' | 'basic' | 'initial' | null;
  autonomyGroup: number | null;
  speciality: string | null;
  taxCode: string | null;
  licenceNumber: string | null;
  eIdentifier: string | null;
  insured: boolean;
  telemedicine: 'core' | 'satellite' | 'none';
  obstetrics: boolean;
  driverChecks: boolean;
  openedOn: string | null;
  closedOn: string | null;
  version: number;
  history: readonly DatedValue[];
  parents: readonly Parent[];
  relatives: readonly Relative[];
  holders: readonly Holder[];
  mayAmend: boolean;
  mayReadReports: boolean;
}

const text = (max: number) => z.string().trim().max(max);

/** A new value from a day on, by a decision. */
export const AmendFacility = z
  .strictObject({
    id: z.uuid(),
    version: z.coerce.number().int().positive(),
    attribute: z.enum(amendable),
    value: text(300).min(1, 'value'),
    /** Of a name only. */
    valueEn: text(300).optional(),
    validFrom: z.iso.date('validFrom'),
    decision: text(200).min(5, 'decision'),
    reason: text(500).optional(),
  })
  .superRefine(({ attribute, value, valueEn }, context) => {
    const choices = choicesOf(attribute);
    if (choices !== null && !choices.includes(value))
      context.addIssue({ code: 'custom', path: ['value'], message: 'value' });
    if (attribute === 'name' && (valueEn === undefined || valueEn.length < 3 || value.length < 5))
      context.addIssue({ code: 'custom', path: [value.length < 5 ? 'value' : 'valueEn'], message: 'name' });
  });
export type AmendFacility = z.input<typeof AmendFacility>;

/** The values an attribute can take; null: any words. */
export function choicesOf(attribute: Amendable): readonly string[] | null {
  if (attribute === 'class') return facilityClasses;
  if (attribute === 'form') return facilityForms;
  if (attribute === 'ownership') return ownerships;
  if (attribute === 'status') return facilityStatuses;
  return null;
}

/** One period of a facility's reports: how far it has come and what its cells say. */
export interface FacilityReport {
  periodId: string;
  reportId: string | null;
  state: 'missing' | 'draft' | 'submitted' | 'returned' | 'verified' | 'locked';
  late: boolean;
  asked: number;
  value: number;
  carried: number;
  notApplicable: number;
  unknown: number;
  missing: number;
}
