import type { FacilityForm, Ownership } from '@/db/schema/facilities';
import type { Words } from '../../define';
import type { MemberGroup, MembersRule } from '../define';

/** The forms that count as a hospital. */
export const hospitals = [
  'general_hospital',
  'specialised_hospital',
  'traditional_hospital',
  'dental_hospital',
  'institute_with_beds',
] as const satisfies readonly FacilityForm[];

const publicOwners = ['ministry', 'other_ministry', 'local'] as const satisfies readonly Ownership[];

const rule = (id: string, words: Words, ...anyOf: readonly MemberGroup[]): MembersRule => ({
  id,
  words,
  anyOf,
});

export const anyFacility = rule(
  'any',
  { vi: 'Mọi cơ sở khám chữa bệnh đang hoạt động', en: 'All active facilities' },
  {},
);

export const allHospitals = rule(
  'hospitals',
  { vi: 'Mọi bệnh viện, công lập và tư nhân', en: 'All hospitals, public and private' },
  { form: hospitals },
);

export const hospitalsAndCentres = rule(
  'hospitals-centres',
  { vi: 'Mọi bệnh viện và trung tâm y tế công lập', en: 'All hospitals and public health centres' },
  { form: hospitals },
  { form: ['health_centre'], ownership: publicOwners },
);

export const publicFacilities = rule(
  'public',
  {
    vi: 'Cơ sở công lập: của Bộ Y tế, bộ ngành khác, địa phương',
    en: 'Public facilities: of the ministry, other ministries, provinces',
  },
  { ownership: publicOwners },
);

export const firstClass = rule(
  'class-1',
  { vi: 'Cơ sở hạng đặc biệt và hạng I', en: 'Facilities of special class and class I' },
  { class: ['special', 'class_1'] },
);

export const secondLevel = rule(
  'level-2',
  {
    vi: 'Bệnh viện tuyến 2 (tỉnh, thành phố) theo phân tuyến trước 01/01/2025',
    en: 'Level 2 hospitals (provincial, municipal) by the levels before 01/01/2025',
  },
  { form: hospitals, oldLevel: [2] },
);

export const ministryHospitals = rule(
  'ministry',
  { vi: 'Bệnh viện trực thuộc Bộ Y tế', en: 'Hospitals under the ministry' },
  { form: hospitals, managedBy: ['byt'] },
);

export const obstetrics = rule(
  'obstetrics',
  { vi: 'Cơ sở có sản khoa', en: 'Facilities with obstetrics' },
  { activity: 'obstetrics' },
);

export const driverChecks = rule(
  'driver-checks',
  { vi: 'Cơ sở khám sức khỏe lái xe', en: 'Facilities with driver health checks' },
  { activity: 'driver_checks' },
);

export const insured = rule(
  'insured',
  { vi: 'Cơ sở khám chữa bệnh BHYT', en: 'Insured-care facilities' },
  { activity: 'insured' },
);
