/** Shapes of the interface: the registry of facilities by day. */
import { z } from 'zod';
import {
  facilityClasses,
  facilityForms,
  facilityStatuses,
  managingBodies,
  ownerships,
  provinceTypes,
} from '../define';

export const FacilityFilter = z.strictObject({
  q: z.string().trim().max(100).optional(),
  /** A province of either world: `p34-25`, `p63-26`. */
  place: z
    .string()
    .regex(/^p(34|63)-\d{2}$/)
    .optional(),
  class: z.enum(facilityClasses).optional(),
  ownership: z.enum(ownerships).optional(),
  managedBy: z.enum(managingBodies).optional(),
  form: z.enum(facilityForms).optional(),
  status: z.enum([...facilityStatuses, 'any']).default('active'),
  at: z.iso.date('not_a_date').optional(),
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const Names = z.object({ vi: z.string(), en: z.string() });

const Place = z.object({
  id: z.string(),
  code: z.string(),
  name: Names,
  type: z.enum(provinceTypes).nullable(),
});

export const FacilityItem = z.object({
  id: z.uuid(),
  /** Five digits; null when no source gives it. */
  code: z.string().nullable(),
  name: Names,
  nameToday: Names,
  form: z.enum(facilityForms),
  class: z.enum(facilityClasses),
  ownership: z.enum(ownerships),
  managedBy: z.enum(managingBodies),
  status: z.enum(facilityStatuses),
  place: Place.nullable(),
  unit: z.string().nullable(),
  sample: z.boolean(),
});
export type FacilityItem = z.input<typeof FacilityItem>;

export const FacilityPage = z.object({
  items: z.array(FacilityItem),
  next: z.string().nullable(),
  at: z.iso.date(),
});

const Dated = {
  validFrom: z.string().nullable(),
  /** The first day on which it no longer holds. */
  validTo: z.string().nullable(),
  source: z.string(),
  confidence: z.enum(['seed', 'found', 'knowledge', 'demo', 'derived']),
};

export const FacilityDetail = FacilityItem.extend({
  at: z.iso.date(),
  version: z.number().int(),
  address: z.string().nullable(),
  openedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  source: z.string(),
  confidence: Dated.confidence,
  history: z.array(z.object({ attribute: z.string(), value: z.string().nullable(), ...Dated })),
  parents: z.array(
    z.object({
      place: Place.nullable(),
      managedBy: z.enum(managingBodies).nullable(),
      decision: z.string().nullable(),
      ...Dated,
    }),
  ),
  relatives: z.array(
    z.object({
      id: z.uuid(),
      name: Names,
      side: z.enum(['predecessor', 'successor']),
      change: z.enum(['merged', 'split', 'renamed']),
      since: z.string(),
    }),
  ),
});
export type FacilityDetail = z.input<typeof FacilityDetail>;
