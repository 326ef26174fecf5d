import type { facilityAttributes, facilityPredecessors } from '@/db/schema/facilities';
import { chance, uuidOf } from './chance';
import type { Facility } from './facilities';
import {
  formerPlaceIdOf,
  formerWorldFrom,
  type Province,
  placeIdOf,
  placeTypeRows,
  provinces,
  reorganisedOn,
  withoutMarks,
} from './places';

type Attribute = typeof facilityAttributes.$inferInsert;
type Predecessor = typeof facilityPredecessors.$inferInsert;

const source = { sourceRef: 'Dữ liệu mẫu', confidence: 'demo' as const };

type Named = {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

const types = placeTypeRows();

/** What the province of a hospital was called and of which type, from 2008 on: its former one first, then today's. */
function provinceNames(former: string, placeId: string): readonly Named[] {
  return types
    .filter((row) => row.placeId === placeId || row.placeId === formerPlaceIdOf(former))
    .map(({ type, nameVi, nameEn, validFrom, validTo }) => {
      const plain = { vi: nameVi.replace(/^TP\. /, ''), en: nameEn.replace(/^TP\. | City$/g, '') };
      return {
        nameVi: `${type === 'city' ? 'thành phố' : 'tỉnh'} ${plain.vi}`,
        nameEn: `${plain.en} ${type === 'city' ? 'City' : 'Province'}`,
        validFrom,
        validTo: validTo ?? null,
      };
    })
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));
}

/** Neighbours that say the same are one. */
function joined(list: readonly Named[]): Named[] {
  const kept: Named[] = [];
  for (const next of list) {
    const last = kept.at(-1);
    if (last?.nameVi === next.nameVi) kept.splice(-1, 1, { ...last, validTo: next.validTo });
    else kept.push(next);
  }
  return kept;
}

/** A sample hospital is named after its province, so it took a new name with it. */
function nameRows({ id, nameVi, nameEn, former, placeId }: Facility): Attribute[] {
  const names = joined(provinceNames(former, placeId));
  if (names.length < 2) return [];
  const ownName = { vi: nameVi.split(' – ')[0], en: nameEn.split(' – ')[0] };
  return names.flatMap(({ validFrom, validTo, ...place }) => {
    const base = { facilityId: id, validFrom, validTo, ...recorded };
    return [
      { ...base, attribute: 'name', value: `${ownName.vi} – ${place.nameVi}` },
      { ...base, attribute: 'nameEn', value: `${ownName.en} – ${place.nameEn}` },
    ];
  });
}

const recorded = { recordedAt: new Date('2025-11-13T00:00:00+07:00'), recordedBy: 'sample', ...source };

const classBelow = { class_1: 'class_2', class_2: 'class_3' } as const;

/** A few rose by a class; before the published counts, which are by today's class. */
function classRows({ id, class: grade, ownership }: Facility): Attribute[] {
  if (ownership !== 'local' || (grade !== 'class_1' && grade !== 'class_2')) return [];
  if (chance(`risen:${id}`) > 0.06) return [];
  const risenOn = chance(`risen-on:${id}`) < 0.5 ? '2024-01-01' : '2025-01-01';
  const base = { facilityId: id, attribute: 'class', ...recorded };
  return [
    { ...base, value: classBelow[grade], validFrom: formerWorldFrom, validTo: risenOn },
    { ...base, value: grade, validFrom: risenOn },
  ];
}

/** Only samples have a history: that of the ministry's hospitals is not known, and none is invented. */
export const historyOf = (hospitals: readonly Facility[]): Attribute[] =>
  hospitals
    .filter(({ sample }) => sample)
    .flatMap((hospital) => [...nameRows(hospital), ...classRows(hospital)]);

const merged = ['15', '25', '33'];

/** Three small hospitals that went into a bigger one of their province when the provinces merged. */
export function closedHospitals(hospitals: readonly Facility[]): { facility: Facility; into: Predecessor }[] {
  return merged.flatMap((code) => {
    const province = provinces.find((one) => one.code === code);
    const successor = hospitals.find(
      ({ placeId, ownership, class: grade }) =>
        placeId === placeIdOf(code) && ownership === 'local' && grade === 'class_2',
    );
    return province === undefined || successor === undefined ? [] : [closedInto(province, successor)];
  });
}

function closedInto({ code, former }: Province, successor: Facility) {
  const [place = code, name = ''] = former.find(([old]) => old !== successor.former) ?? [];
  const id = uuidOf(`facility:sample:closed:${code}`);
  const facility: Facility = {
    ...successor,
    id,
    maCskcb: null,
    nameVi: `Bệnh viện Đa khoa mẫu khu vực – tỉnh ${name}`,
    nameEn: `Sample Regional General Hospital – ${withoutMarks(name)} Province`,
    form: 'general_hospital',
    class: 'class_3',
    oldLevel: 3,
    former: place,
    status: 'closed',
    closedOn: reorganisedOn,
  };
  const into: Predecessor = {
    successorId: successor.id,
    predecessorId: id,
    since: reorganisedOn,
    change: 'merged',
    ...source,
  };
  return { facility, into };
}
