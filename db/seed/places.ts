import 'server-only';
import type { Tx } from '@/db/client';
import { placePredecessors, places, placeTypes, provinceCodeAlias } from '@/db/schema/places';
import { insertRows } from './rows';

/** The day the 34 replaced the 63 (Nghị quyết 202/2025/QH15). */
export const reorganisedOn = '2025-07-01';

type Former = readonly [code: string, nameVi: string];
export type Province = {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly former: readonly Former[];
};

const province = (code: string, nameVi: string, nameEn: string, ...former: Former[]): Province => ({
  code,
  nameVi,
  nameEn,
  former,
});

/** Codes of Quyết định 19/2025/QĐ-TTg; old codes and names of the 63 beside them. */
export const provinces: readonly Province[] = [
  province('01', 'Hà Nội', 'Hanoi', ['01', 'Hà Nội']),
  province('04', 'Cao Bằng', 'Cao Bang', ['04', 'Cao Bằng']),
  province('08', 'Tuyên Quang', 'Tuyen Quang', ['02', 'Hà Giang'], ['08', 'Tuyên Quang']),
  province('11', 'Điện Biên', 'Dien Bien', ['11', 'Điện Biên']),
  province('12', 'Lai Châu', 'Lai Chau', ['12', 'Lai Châu']),
  province('14', 'Sơn La', 'Son La', ['14', 'Sơn La']),
  province('15', 'Lào Cai', 'Lao Cai', ['10', 'Lào Cai'], ['15', 'Yên Bái']),
  province('19', 'Thái Nguyên', 'Thai Nguyen', ['06', 'Bắc Kạn'], ['19', 'Thái Nguyên']),
  province('20', 'Lạng Sơn', 'Lang Son', ['20', 'Lạng Sơn']),
  province('22', 'Quảng Ninh', 'Quang Ninh', ['22', 'Quảng Ninh']),
  province('24', 'Bắc Ninh', 'Bac Ninh', ['24', 'Bắc Giang'], ['27', 'Bắc Ninh']),
  province('25', 'Phú Thọ', 'Phu Tho', ['17', 'Hòa Bình'], ['25', 'Phú Thọ'], ['26', 'Vĩnh Phúc']),
  province('31', 'Hải Phòng', 'Hai Phong', ['30', 'Hải Dương'], ['31', 'Hải Phòng']),
  province('33', 'Hưng Yên', 'Hung Yen', ['33', 'Hưng Yên'], ['34', 'Thái Bình']),
  province('37', 'Ninh Bình', 'Ninh Binh', ['35', 'Hà Nam'], ['36', 'Nam Định'], ['37', 'Ninh Bình']),
  province('38', 'Thanh Hóa', 'Thanh Hoa', ['38', 'Thanh Hóa']),
  province('40', 'Nghệ An', 'Nghe An', ['40', 'Nghệ An']),
  province('42', 'Hà Tĩnh', 'Ha Tinh', ['42', 'Hà Tĩnh']),
  province('44', 'Quảng Trị', 'Quang Tri', ['44', 'Quảng Bình'], ['45', 'Quảng Trị']),
  province('46', 'Huế', 'Hue', ['46', 'Thừa Thiên Huế']),
  province('48', 'Đà Nẵng', 'Da Nang', ['48', 'Đà Nẵng'], ['49', 'Quảng Nam']),
  province('51', 'Quảng Ngãi', 'Quang Ngai', ['51', 'Quảng Ngãi'], ['62', 'Kon Tum']),
  province('52', 'Gia Lai', 'Gia Lai', ['52', 'Bình Định'], ['64', 'Gia Lai']),
  province('56', 'Khánh Hòa', 'Khanh Hoa', ['56', 'Khánh Hòa'], ['58', 'Ninh Thuận']),
  province('66', 'Đắk Lắk', 'Dak Lak', ['54', 'Phú Yên'], ['66', 'Đắk Lắk']),
  province('68', 'Lâm Đồng', 'Lam Dong', ['60', 'Bình Thuận'], ['67', 'Đắk Nông'], ['68', 'Lâm Đồng']),
  province('75', 'Đồng Nai', 'Dong Nai', ['70', 'Bình Phước'], ['75', 'Đồng Nai']),
  province(
    '79',
    'Hồ Chí Minh',
    'Ho Chi Minh City',
    ['74', 'Bình Dương'],
    ['77', 'Bà Rịa – Vũng Tàu'],
    ['79', 'TP. Hồ Chí Minh'],
  ),
  province('80', 'Tây Ninh', 'Tay Ninh', ['72', 'Tây Ninh'], ['80', 'Long An']),
  province('82', 'Đồng Tháp', 'Dong Thap', ['82', 'Tiền Giang'], ['87', 'Đồng Tháp']),
  province('86', 'Vĩnh Long', 'Vinh Long', ['83', 'Bến Tre'], ['84', 'Trà Vinh'], ['86', 'Vĩnh Long']),
  province('91', 'An Giang', 'An Giang', ['89', 'An Giang'], ['91', 'Kiên Giang']),
  province('92', 'Cần Thơ', 'Can Tho', ['92', 'Cần Thơ'], ['93', 'Hậu Giang'], ['94', 'Sóc Trăng']),
  province('96', 'Cà Mau', 'Ca Mau', ['95', 'Bạc Liêu'], ['96', 'Cà Mau']),
];

/** Merged provinces that carry the code of the other partner: the name survived, its code did not. */
export const codesOfOtherPartner = ['15', '24', '44', '52', '80', '82', '91'] as const;

/** Centrally-run cities on 1 July 2025; three more became cities in 2026. */
const cities2025 = ['01', '31', '46', '48', '79', '92'];
const formerCities = ['01', '31', '48', '79', '92'];
const cities2026: Readonly<
  Record<string, { from: string; precision: 'day' | 'month'; vi: string; en: string; source: string }>
> = {
  '75': {
    from: '2026-04-30',
    precision: 'day',
    vi: 'Nghị quyết 30/2026/QH16',
    en: 'Resolution 30/2026/QH16',
    source:
      'https://xaydungchinhsach.chinhphu.vn/nghi-quyet-so-30-2026-qh16-thanh-lap-thanh-pho-dong-nai-119260430102336551.htm',
  },
  '22': {
    from: '2026-08-01',
    precision: 'month',
    vi: 'Tháng 8/2026; chưa xác minh ngày có hiệu lực',
    en: 'August 2026; day of effect not verified',
    source:
      'https://xaydungchinhsach.chinhphu.vn/thong-qua-nghi-quyet-thanh-lap-thanh-pho-quang-ninh-119260824181004569.htm',
  },
  '24': {
    from: '2026-09-01',
    precision: 'month',
    vi: 'Tháng 9/2026; chưa xác minh ngày có hiệu lực',
    en: 'September 2026; day of effect not verified',
    source: 'https://chinhphu.vn/?classid=1&docid=219328&pageid=27160',
  },
};

const codesSource = 'QĐ 19/2025/QĐ-TTg';
const mergerSource = 'NQ 202/2025/QH15';

export const placeIdOf = (code: string) => `p34-${code}`;
export const formerPlaceIdOf = (code: string) => `p63-${code}`;

/** Name without tone marks, as the English pages write it. */
export const withoutMarks = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

function placeRows(): (typeof places.$inferInsert)[] {
  const found = { sourceRef: codesSource, confidence: 'found' as const };
  return provinces.flatMap(({ code, nameVi, nameEn, former }) => [
    {
      id: placeIdOf(code),
      code,
      kind: 'province' as const,
      world: 'since_2025' as const,
      nameVi,
      nameEn,
      validFrom: reorganisedOn,
      ...found,
    },
    ...former.map(([old, name]) => ({
      id: formerPlaceIdOf(old),
      code: old,
      kind: 'province' as const,
      world: 'pre_2025' as const,
      nameVi: name,
      nameEn: old === '79' ? 'Ho Chi Minh City' : old === '01' ? 'Hanoi' : withoutMarks(name),
      validTo: reorganisedOn,
      sourceRef: mergerSource,
      confidence: 'knowledge' as const,
    })),
  ]);
}

type TypeRow = typeof placeTypes.$inferInsert;

function currentTypes({ code, nameVi, nameEn }: Province): TypeRow[] {
  const base = {
    placeId: placeIdOf(code),
    nameVi,
    nameEn,
    sourceRef: codesSource,
    confidence: 'found' as const,
  };
  const turned = cities2026[code];
  if (turned === undefined) {
    return [{ ...base, type: cities2025.includes(code) ? 'city' : 'province', validFrom: reorganisedOn }];
  }
  return [
    { ...base, type: 'province', validFrom: reorganisedOn, validTo: turned.from },
    {
      ...base,
      type: 'city',
      validFrom: turned.from,
      precision: turned.precision,
      noteVi: turned.vi,
      noteEn: turned.en,
      sourceRef: turned.source,
    },
  ];
}

/** The 63 stood unchanged from the merger of Hà Tây into Hà Nội. */
export const formerWorldFrom = '2008-08-01';

function formerTypes([code, name]: Former): TypeRow[] {
  const nameEn = withoutMarks(name);
  const base = {
    placeId: formerPlaceIdOf(code),
    nameVi: name,
    nameEn,
    sourceRef: mergerSource,
    confidence: 'knowledge' as const,
    validTo: reorganisedOn,
  };
  if (code !== '46') {
    return [{ ...base, type: formerCities.includes(code) ? 'city' : 'province', validFrom: formerWorldFrom }];
  }
  return [
    { ...base, type: 'province', validFrom: formerWorldFrom, validTo: '2025-01-01' },
    { ...base, type: 'city', nameVi: 'Huế', nameEn: 'Hue', validFrom: '2025-01-01' },
  ];
}

export const placeTypeRows = (): TypeRow[] =>
  provinces.flatMap((unit) => [...currentTypes(unit), ...unit.former.flatMap(formerTypes)]);

function predecessorRows(): (typeof placePredecessors.$inferInsert)[] {
  return provinces.flatMap(({ code, former }) =>
    former.map(([old]) => ({
      successorId: placeIdOf(code),
      predecessorId: formerPlaceIdOf(old),
      since: reorganisedOn,
      change: former.length === 1 ? ('unchanged' as const) : ('merged' as const),
      sourceRef: mergerSource,
      confidence: 'knowledge' as const,
    })),
  );
}

function aliasRows(): (typeof provinceCodeAlias.$inferInsert)[] {
  const trapped: readonly string[] = codesOfOtherPartner;
  return provinces.flatMap((unit) =>
    unit.former.map(([old, name]) => ({
      system: 'pre_2025',
      code: old,
      placeId: placeIdOf(unit.code),
      formerNameVi: name,
      codeOfOtherPartner: trapped.includes(unit.code) && name === unit.nameVi ? unit.code : null,
      sourceRef: mergerSource,
      confidence: 'knowledge' as const,
    })),
  );
}

export async function seedPlaces(tx: Tx): Promise<number> {
  const counts = [
    await insertRows(tx, places, placeRows()),
    await insertRows(tx, placeTypes, placeTypeRows()),
    await insertRows(tx, placePredecessors, predecessorRows()),
    await insertRows(tx, provinceCodeAlias, aliasRows()),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
