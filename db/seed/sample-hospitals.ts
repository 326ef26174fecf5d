import { chance, pick, share, uuidOf } from './chance';
import type { Facility } from './facilities';
import { type Province, placeIdOf, provinces } from './places';

/** The provincial hospital in Hà Nội for which the demonstration accounts `facility` and `facility-head` report. */
export const demoHospitalId = '5a3f7a52-6d0e-5b6e-9c1d-2f1f0a9c0001';

type Kind = 'provincial_class_1' | 'local' | 'private' | 'defence' | 'police';

/**
 * 1,650 hospitals less the 39 of the ministry. Published: 399 private, 125 provincial public of class I,
 * 31 of Defence. The 50 of Public Security and everything else about a single sample are made up.
 */
const totals: Readonly<Record<Kind, number>> = {
  provincial_class_1: 125,
  local: 1006,
  private: 399,
  defence: 31,
  police: 50,
};

const kinds = Object.keys(totals) as Kind[];

/** Two big cities, then by the number of former provinces. */
const weightOf = ({ code, former }: Province) =>
  code === '79' ? 9 : code === '01' ? 6 : former.length * 1.4;

const cities = ['01', '22', '24', '31', '46', '48', '75', '79', '92'];
const typeVi = (code: string) => (cities.includes(code) ? 'thành phố' : 'tỉnh');
const placeEn = ({ code, nameEn }: Province) =>
  cities.includes(code) ? `${nameEn.replace(/ City$/, '')} City` : `${nameEn} Province`;

const words: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  general_hospital: ['Bệnh viện Đa khoa', 'General Hospital'],
  specialised_hospital: ['Bệnh viện Chuyên khoa', 'Specialised Hospital'],
  traditional_hospital: ['Bệnh viện Y học cổ truyền', 'Traditional Medicine Hospital'],
  dental_hospital: ['Bệnh viện Răng Hàm Mặt', 'Dental Hospital'],
  defence: ['Bệnh viện Quân y', 'Military Hospital'],
  police: ['Bệnh viện Công an', 'Public Security Hospital'],
};

function formOf(kind: Kind, key: string): Facility['form'] {
  const roll = chance(`form:${key}`);
  if (kind === 'defence' || kind === 'police' || roll < 0.74) return 'general_hospital';
  if (roll < 0.9) return 'specialised_hospital';
  return roll < 0.97 ? 'traditional_hospital' : 'dental_hospital';
}

function gradeOf(kind: Kind, key: string): Facility['class'] {
  if (kind === 'provincial_class_1') return 'class_1';
  if (kind === 'private') return 'unranked';
  const roll = chance(`class:${key}`);
  if (kind === 'local') return roll < 0.4 ? 'class_2' : roll < 0.95 ? 'class_3' : 'class_4';
  return roll < 0.5 ? 'class_2' : 'class_3';
}

const ownership: Readonly<Record<Kind, Pick<Facility, 'ownership' | 'managedBy'>>> = {
  provincial_class_1: { ownership: 'local', managedBy: 'province' },
  local: { ownership: 'local', managedBy: 'province' },
  private: { ownership: 'private', managedBy: 'owner' },
  defence: { ownership: 'other_ministry', managedBy: 'bqp' },
  police: { ownership: 'other_ministry', managedBy: 'bca' },
};

function oldLevelOf(kind: Kind, grade: Facility['class']): number | null {
  if (kind === 'private') return null;
  if (kind === 'defence' || kind === 'police') return 2;
  return grade === 'class_1' || grade === 'class_2' ? 2 : 3;
}

function nameOf(
  kind: Kind,
  form: Facility['form'],
  province: Province,
  number: number,
): Pick<Facility, 'nameVi' | 'nameEn'> {
  const [vi, en] = words[kind === 'defence' || kind === 'police' ? kind : form] ?? ['Bệnh viện', 'Hospital'];
  const [privateVi, privateEn] = kind === 'private' ? [' tư nhân', 'Private '] : ['', ''];
  return {
    nameVi: `${vi}${privateVi} mẫu số ${number} – ${typeVi(province.code)} ${province.nameVi}`,
    nameEn: `Sample ${privateEn}${en} No. ${number} – ${placeEn(province)}`,
  };
}

function hospitalOf(province: Province, kind: Kind, number: number): Facility {
  const key = `${province.code}:${number}`;
  const form = formOf(kind, key);
  const grade = gradeOf(kind, key);
  const demo = province.code === '01' && number === 1;
  return {
    id: demo ? demoHospitalId : uuidOf(`facility:sample:${key}`),
    ...nameOf(kind, demo ? 'general_hospital' : form, province, number),
    form: demo ? 'general_hospital' : form,
    ...ownership[kind],
    unitCode: kind === 'defence' || kind === 'police' ? 'BYT' : `SYT-${province.code}`,
    placeId: placeIdOf(province.code),
    former: province.former[number % province.former.length]?.[0] ?? province.code,
    class: grade,
    oldLevel: oldLevelOf(kind, grade),
    newLevel: null,
    insured: kind !== 'private' || chance(`insured:${key}`) < 0.9,
    inpatient: true,
    dayTreatment: chance(`day:${key}`) < 0.5,
    obstetrics: demo || (form === 'general_hospital' && chance(`birth:${key}`) < 0.9),
    driverChecks: demo || (form === 'general_hospital' && chance(`driver:${key}`) < 0.6),
    vaccination: chance(`vaccination:${key}`) < 0.3,
    telemedicine: kind === 'provincial_class_1' ? 'core' : chance(`tele:${key}`) < 0.5 ? 'satellite' : 'none',
    sample: true,
    updatedAt: new Date('2025-11-13T00:00:00+07:00'),
    sourceRef: 'Dữ liệu mẫu; tổng số theo báo Công an Nhân dân 13/11/2025 và VietNamNet 26/9/2025',
    confidence: 'demo',
  };
}

/** Sample codes have the prefix 99 and so end at 1,000; the others have none, because none is invented. */
function withCodes(list: readonly Facility[]): Facility[] {
  const order = [...list].sort((a, b) => Number(b.id === demoHospitalId) - Number(a.id === demoHospitalId));
  const coded = new Map(
    order.slice(0, 999).map(({ id }, index) => [id, `99${String(index + 1).padStart(3, '0')}`]),
  );
  return list.map((hospital) => ({ ...hospital, maCskcb: coded.get(hospital.id) ?? null }));
}

export function sampleHospitals(): Facility[] {
  const weights = provinces.map(weightOf);
  const shares = kinds.map((kind) => share(totals[kind], weights));
  const list = provinces.flatMap((province, at) => {
    const plan = kinds.flatMap((kind, row) => Array.from({ length: shares[row]?.[at] ?? 0 }, () => kind));
    return plan.map((kind, index) => hospitalOf(province, kind, index + 1));
  });
  return withCodes(list);
}

/** The subset that makes a published count come out, chosen by name so that it never moves. */
export const chosen = (list: readonly Facility[], count: number, what: string): Set<string> =>
  new Set(pick(list, count, ({ id }) => `${what}:${id}`).map(({ id }) => id));
