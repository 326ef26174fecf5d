import type {
  facilityClasses as classes,
  facilityForms as forms,
  managingBodies as managers,
  ownerships as owners,
  facilityStatuses as statuses,
} from '@/db/schema/facilities';

export const facilityClasses = [
  'special',
  'class_1',
  'class_2',
  'class_3',
  'class_4',
  'unranked',
] as const satisfies typeof classes;

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
] as const satisfies typeof forms;

export const ownerships = [
  'ministry',
  'other_ministry',
  'local',
  'private',
  'joint_venture',
  'foreign',
] as const satisfies typeof owners;

export const managingBodies = [
  'byt',
  'bqp',
  'bca',
  'other_ministry',
  'province',
  'owner',
] as const satisfies typeof managers;

export const facilityStatuses = ['active', 'suspended', 'closed'] as const satisfies typeof statuses;
export type FacilityStatus = (typeof facilityStatuses)[number];

/** What of a facility changes by decision and is kept by date; the names are those of the dated values. */
export const amendable = ['name', 'class', 'form', 'ownership', 'status', 'address'] as const;
export type Amendable = (typeof amendable)[number];

export const provinceTypes = ['province', 'city'] as const;
export type ProvinceType = (typeof provinceTypes)[number];

export const worlds = ['since_2025', 'pre_2025'] as const;
export type World = (typeof worlds)[number];

export interface Provenance {
  sourceRef: string;
  confidence: 'seed' | 'found' | 'knowledge' | 'demo' | 'derived';
  verifiedAt: Date | null;
}
