import 'server-only';
import type { Tx } from '@/db/client';
import {
  facilities,
  facilityAttributes,
  facilityParents,
  facilityPredecessors,
} from '@/db/schema/facilities';
import { uuidOf } from './chance';
import { closedHospitals, historyOf } from './facility-history';
import { formerPlaceIdOf, formerWorldFrom, placeIdOf, provinces, reorganisedOn } from './places';
import { insertRows } from './rows';
import { sampleHospitals } from './sample-hospitals';

export type Facility = typeof facilities.$inferInsert & { id: string; former: string };
type Form = Facility['form'];

type MinistryRow = readonly [
  nameVi: string,
  nameEn: string,
  grade: 'special' | 'class_1' | 'class_2',
  place: string,
  former: string,
  speciality: string,
];

/**
 * Hospitals under the ministry: 39 in November 2025 (3 + 36). Names, classes and membership are remembered,
 * not verified; the last three are candidates to reach 39.
 */
const ministryRows: readonly MinistryRow[] = [
  ['Bệnh viện Bạch Mai', 'Bach Mai Hospital', 'special', '01', '01', 'đa khoa'],
  ['Bệnh viện Hữu nghị Việt Đức', 'Viet Duc University Hospital', 'special', '01', '01', 'ngoại khoa'],
  ['Bệnh viện Trung ương Huế', 'Hue Central Hospital', 'special', '46', '46', 'đa khoa'],
  ['Bệnh viện Chợ Rẫy', 'Cho Ray Hospital', 'special', '79', '79', 'đa khoa'],
  ['Bệnh viện Hữu Nghị', 'Friendship Hospital', 'class_1', '01', '01', 'đa khoa'],
  ['Bệnh viện E', 'E Hospital', 'class_1', '01', '01', 'đa khoa'],
  ['Bệnh viện K', 'National Cancer Hospital', 'class_1', '01', '01', 'ung bướu'],
  ['Bệnh viện Nhi Trung ương', "National Children's Hospital", 'class_1', '01', '01', 'nhi'],
  [
    'Bệnh viện Phụ sản Trung ương',
    'National Hospital of Obstetrics and Gynecology',
    'class_1',
    '01',
    '01',
    'sản phụ',
  ],
  ['Bệnh viện Mắt Trung ương', 'National Eye Hospital', 'class_1', '01', '01', 'mắt'],
  ['Bệnh viện Tai Mũi Họng Trung ương', 'National ENT Hospital', 'class_1', '01', '01', 'tai mũi họng'],
  [
    'Bệnh viện Răng Hàm Mặt Trung ương Hà Nội',
    'National Hospital of Odonto-Stomatology Hanoi',
    'class_1',
    '01',
    '01',
    'răng hàm mặt',
  ],
  ['Bệnh viện Nội tiết Trung ương', 'National Hospital of Endocrinology', 'class_1', '01', '01', 'nội tiết'],
  ['Bệnh viện Phổi Trung ương', 'National Lung Hospital', 'class_1', '01', '01', 'phổi'],
  [
    'Bệnh viện Bệnh Nhiệt đới Trung ương',
    'National Hospital for Tropical Diseases',
    'class_1',
    '01',
    '01',
    'truyền nhiễm',
  ],
  ['Bệnh viện Da liễu Trung ương', 'National Hospital of Dermatology', 'class_1', '01', '01', 'da liễu'],
  ['Bệnh viện Lão khoa Trung ương', 'National Geriatric Hospital', 'class_1', '01', '01', 'lão khoa'],
  [
    'Bệnh viện Y học cổ truyền Trung ương',
    'National Hospital of Traditional Medicine',
    'class_1',
    '01',
    '01',
    'y học cổ truyền',
  ],
  ['Bệnh viện Châm cứu Trung ương', 'National Hospital of Acupuncture', 'class_1', '01', '01', 'châm cứu'],
  [
    'Bệnh viện Tâm thần Trung ương 1',
    'National Psychiatric Hospital No. 1',
    'class_1',
    '01',
    '01',
    'tâm thần',
  ],
  [
    'Viện Huyết học – Truyền máu Trung ương',
    'National Institute of Hematology and Blood Transfusion',
    'class_1',
    '01',
    '01',
    'huyết học',
  ],
  ['Bệnh viện Trung ương Thái Nguyên', 'Thai Nguyen National Hospital', 'class_1', '19', '19', 'đa khoa'],
  [
    'Bệnh viện Việt Nam – Thụy Điển Uông Bí',
    'Vietnam–Sweden Uong Bi Hospital',
    'class_1',
    '22',
    '22',
    'đa khoa',
  ],
  ['Bệnh viện 74 Trung ương', 'Central Hospital 74', 'class_1', '25', '26', 'phổi'],
  ['Bệnh viện 71 Trung ương', 'Central Hospital 71', 'class_1', '38', '38', 'phổi'],
  [
    'Bệnh viện Điều dưỡng – Phục hồi chức năng Trung ương',
    'National Rehabilitation Hospital (Sam Son)',
    'class_1',
    '38',
    '38',
    'phục hồi chức năng',
  ],
  [
    'Bệnh viện Phong – Da liễu Trung ương Quỳnh Lập',
    'Quynh Lap Leprosy-Dermatology Hospital',
    'class_1',
    '40',
    '40',
    'phong, da liễu',
  ],
  [
    'Bệnh viện Hữu nghị Việt Nam – Cu Ba Đồng Hới',
    'Vietnam–Cuba Dong Hoi Hospital',
    'class_1',
    '44',
    '44',
    'đa khoa',
  ],
  ['Bệnh viện C Đà Nẵng', 'Da Nang C Hospital', 'class_1', '48', '48', 'đa khoa'],
  [
    'Bệnh viện Đa khoa Trung ương Quảng Nam',
    'Quang Nam Central General Hospital',
    'class_1',
    '48',
    '49',
    'đa khoa',
  ],
  [
    'Bệnh viện Phong – Da liễu Trung ương Quy Hòa',
    'Quy Hoa Leprosy-Dermatology Hospital',
    'class_1',
    '52',
    '52',
    'phong, da liễu',
  ],
  ['Bệnh viện Thống Nhất', 'Thong Nhat Hospital', 'class_1', '79', '79', 'đa khoa'],
  [
    'Bệnh viện Răng Hàm Mặt Trung ương TP. Hồ Chí Minh',
    'National Hospital of Odonto-Stomatology HCMC',
    'class_1',
    '79',
    '79',
    'răng hàm mặt',
  ],
  [
    'Bệnh viện Đa khoa Trung ương Cần Thơ',
    'Can Tho Central General Hospital',
    'class_1',
    '92',
    '92',
    'đa khoa',
  ],
  [
    'Bệnh viện Tâm thần Trung ương 2',
    'National Psychiatric Hospital No. 2',
    'class_1',
    '75',
    '75',
    'tâm thần',
  ],
  ['Bệnh viện Đại học Y Hà Nội', 'Hanoi Medical University Hospital', 'class_1', '01', '01', 'đa khoa'],
  [
    'Bệnh viện Đại học Y Dược TP. Hồ Chí Minh',
    'University Medical Center HCMC',
    'class_1',
    '79',
    '79',
    'đa khoa',
  ],
  [
    'Bệnh viện Đại học Y Hải Phòng',
    'Hai Phong University of Medicine Hospital',
    'class_2',
    '31',
    '31',
    'đa khoa',
  ],
  [
    'Bệnh viện Đại học Y Thái Bình',
    'Thai Binh University of Medicine Hospital',
    'class_2',
    '33',
    '34',
    'đa khoa',
  ],
];

const formOf: Readonly<Record<string, Form>> = {
  'đa khoa': 'general_hospital',
  'răng hàm mặt': 'dental_hospital',
  'y học cổ truyền': 'traditional_hospital',
  'châm cứu': 'traditional_hospital',
  'huyết học': 'institute_with_beds',
};

const ministryHospital = ([nameVi, nameEn, grade, place, former, speciality]: MinistryRow): Facility => ({
  id: uuidOf(`facility:${nameVi}`),
  nameVi,
  nameEn,
  form: formOf[speciality] ?? 'specialised_hospital',
  ownership: 'ministry',
  managedBy: 'byt',
  unitCode: 'KHCNDT',
  placeId: placeIdOf(place),
  former,
  class: grade,
  oldLevel: 1,
  newLevel: null,
  speciality,
  insured: true,
  inpatient: true,
  obstetrics: speciality === 'đa khoa' || speciality === 'sản phụ',
  telemedicine: 'core',
  sample: false,
  updatedAt: new Date('2025-11-13T00:00:00+07:00'),
  sourceRef:
    'Danh sách bệnh viện trực thuộc Bộ Y tế, chưa đối chiếu; tổng số 39 theo báo Công an Nhân dân 13/11/2025',
  confidence: 'knowledge',
});

export const ministryHospitals: readonly Facility[] = ministryRows.map(ministryHospital);

/** All 1,650 hospitals of the electronic-medical-record denominator; everything outside the 39 is a sample. */
export const hospitals: readonly Facility[] = [...ministryHospitals, ...sampleHospitals()];

type Parent = typeof facilityParents.$inferInsert;

function parentsOf(hospital: Facility): Parent[] {
  const base = { facilityId: hospital.id, sourceRef: hospital.sourceRef, confidence: hospital.confidence };
  const managing: Parent = {
    ...base,
    hierarchy: 'managing_body',
    body: hospital.managedBy,
    validFrom: reorganisedOn,
  };
  return [
    {
      ...base,
      hierarchy: 'place',
      placeId: formerPlaceIdOf(hospital.former),
      validFrom: formerWorldFrom,
      validTo: reorganisedOn,
    },
    {
      ...base,
      hierarchy: 'place',
      placeId: hospital.placeId,
      validFrom: reorganisedOn,
      decision: 'NQ 202/2025/QH15',
    },
    hospital.unitCode === null || hospital.unitCode === undefined
      ? managing
      : { ...managing, unitCode: hospital.unitCode },
  ];
}

async function insertHospitals(tx: Tx, rows: readonly Facility[]): Promise<number> {
  await insertRows(
    tx,
    facilities,
    rows.map(({ former: _former, ...row }) => row),
  );
  await insertRows(tx, facilityParents, rows.flatMap(parentsOf));
  return rows.length;
}

export const seedMinistryHospitals = (tx: Tx) => insertHospitals(tx, ministryHospitals);

export async function seedSampleHospitals(tx: Tx): Promise<number> {
  const samples = hospitals.filter(({ sample }) => sample);
  const closed = closedHospitals(samples);
  const count = await insertHospitals(tx, [...samples, ...closed.map(({ facility }) => facility)]);
  await insertRows(tx, facilityAttributes, historyOf(samples));
  await insertRows(
    tx,
    facilityPredecessors,
    closed.map(({ into }) => into),
  );
  return count;
}

export const provinceOf = (hospital: Facility) =>
  provinces.find(({ code }) => placeIdOf(code) === hospital.placeId);
