import { chance } from '../chance';
import { leadOf } from '../sample-profiles';
import type { Station } from './facilities';
import type { Period } from './reports-periods';
import { began, type ReportSheet } from './values';

/** First and last month, from November 2025, in which a station of a middling province begins with something. */
const beginnings = {
  his: [-120, -14],
  erx: [-66, 6],
  appraisal: [-110, -50],
  d3074: [-10, 16],
  cashless: [-58, 10],
  emr: [-14, 24],
  drugs: [-90, 8],
  services: [-96, -12],
  remote: [-65, 10],
  documents: [-84, 4],
  website: [-60, 150],
} as const;

/** The month in which half of something is done electronically, give or take. */
const middles = {
  erx: -13,
  onTime: -80,
  vneid: -16,
  book: -4,
  cashless: -6,
  death: -18,
  staff: -30,
  premises: -24,
  pharmacy: -28,
  beds: -26,
  devices: -20,
  training: -34,
} as const;

const spread = 30;

/** Months from November 2025 to a day. */
const monthOf = (day: string) => (Number(day.slice(0, 4)) - 2025) * 12 + Number(day.slice(5, 7)) - 11;
const [sending, identifying] = [monthOf(began.prescriptions), monthOf(began.identifiers)];

type Begun = Record<keyof typeof beginnings, number>;
type Halfway = Record<keyof typeof middles, number>;

export type StationProfile = {
  readonly station: Station;
  readonly seed: number;
  readonly visits: number;
  readonly staff: number;
  readonly doctors: number;
  readonly beds: number;
  readonly vendor: string;
  readonly address: string;
  readonly begun: Readonly<Begun>;
  readonly half: Readonly<Halfway>;
};

const monthsOf = <What extends string>(list: readonly What[], month: (what: What) => number) =>
  Object.fromEntries(list.map((what) => [what, month(what)])) as Record<What, number>;
const begins = Object.keys(beginnings) as (keyof Begun)[];
const halves = Object.keys(middles) as (keyof Halfway)[];

export function stationProfile(station: Station): StationProfile {
  const { id } = station;
  const lead = leadOf(station);
  const roll = (what: string) => chance(`${what}:${id}`);
  const month = (what: string, from: number, to: number) =>
    Math.round(from + (to - from) * roll(what) - 24 * lead);
  const begun = monthsOf(begins, (what) => {
    const [from, to] = beginnings[what];
    return month(`begun-${what}`, from, to);
  });
  return {
    station,
    seed: Math.floor(roll('cells') * 2 ** 32),
    visits: Math.round(220 + 1400 * roll('visits') ** 2),
    staff: 4 + Math.floor(roll('staff') * 6),
    doctors: Math.floor(roll('doctors') * 2.4),
    beds: Math.floor(roll('beds') * 6),
    vendor: `Doanh nghiệp mẫu ${1 + Math.floor(roll('vendor') * 9)}`,
    address: `https://mau.example.vn/${id.slice(0, 8)}`,
    begun: {
      ...begun,
      emr: Math.max(begun.his, begun.emr),
      d3074: Math.max(monthOf(began.interconnection), begun.d3074),
      remote:
        station.telemedicine === 'none'
          ? Number.POSITIVE_INFINITY
          : Math.max(monthOf(began.telemedicine), begun.remote),
    },
    half: monthsOf(halves, (what) => month(`half-${what}`, middles[what] - spread, middles[what] + spread)),
  };
}

/** Months in which Tết falls: fewer people come. */
const tet = new Set(['201902', '202001', '202102', '202202', '202301', '202402', '202501', '202602']);

/** A share that climbs over some years and never quite arrives. */
const climbed = (age: number, half: number) => 0.985 / (1 + Math.exp((half - age) / 9));

/** The first day of the month so many after November 2025. */
const dayIn = (age: number) => new Date(Date.UTC(2025, 10 + age, 1)).toISOString().slice(0, 10);

function writeSystems(sheet: ReportSheet, { begun }: StationProfile, { age }: Period): void {
  sheet.is('E05', age >= begun.his);
  sheet.is('E15', age >= begun.emr);
  sheet.is('E26', age >= begun.erx);
  sheet.is('E28', age >= begun.appraisal);
  sheet.is('E30a', age >= begun.d3074);
  if (age >= begun.d3074) sheet.day('E30b', dayIn(begun.d3074));
  sheet.is('E34', age >= begun.cashless);
}

function writeTraffic(
  sheet: ReportSheet,
  { begun, half }: StationProfile,
  [visits, age]: readonly [number, number],
): void {
  const prescriptions = Math.round(visits * 0.55);
  sheet.whole('E27a', prescriptions);
  sheet.within(
    'E27b',
    age < Math.max(begun.erx, sending) ? 0 : Math.floor(prescriptions * climbed(age, half.erx)),
  );
  const sent = age < begun.appraisal ? 0 : Math.round(visits * 0.86);
  sheet.whole('E29a', sent);
  sheet.within('E29b', Math.floor(sent * climbed(age, half.onTime)));
  sheet.within('E29c', Math.floor(sent * 0.02 * sheet.roll(1)));
  sheet.whole('E31a', visits);
  sheet.within('E31b', age < identifying ? 0 : Math.floor(visits * climbed(age, half.vneid)));
  sheet.within('E32', Math.floor(visits * 0.88));
  sheet.within('E33', age < identifying ? 0 : Math.floor(visits * climbed(age, half.book)));
}

function writePayment(
  sheet: ReportSheet,
  { begun, half }: StationProfile,
  [visits, age]: readonly [number, number],
): void {
  const part = age < begun.cashless ? 0 : climbed(age, half.cashless);
  const receipts = visits * 38_000;
  const cashless = Math.floor((receipts * part) / 1000) * 1000;
  sheet.whole('E36a', visits);
  sheet.within('E36b', Math.floor(visits * part));
  sheet.firm('E37a', receipts);
  sheet.firm('E37b', cashless);
  sheet.firm('E38', Math.round((cashless / receipts) * 10_000) / 100);
}

function writeCertificates(sheet: ReportSheet, { station, half }: StationProfile, age: number): void {
  if (station.obstetrics === true) {
    const births = Math.floor(sheet.roll(2) * 9);
    sheet.whole('E39a', births);
    sheet.within('E39b', Math.floor(births * climbed(age, half.death - 6)));
  }
  const deaths = Math.floor(sheet.roll(3) * 7);
  sheet.whole('E40a', deaths);
  sheet.within('E40b', Math.floor(deaths * climbed(age, half.death)));
}

function writePublicity(
  sheet: ReportSheet,
  { begun, address }: StationProfile,
  { age, startsOn }: Period,
): void {
  const remote = age >= begun.remote;
  sheet.is('E49a', age >= begun.drugs);
  sheet.is('E49c', age >= begun.services);
  sheet.words('E49d', `${address}/gia`);
  sheet.day('E49e', startsOn);
  sheet.words('E50a', remote ? 'satellite' : 'none');
  sheet.number('E50b', remote ? Math.floor(sheet.roll(4) * 12) : 0);
  sheet.number('E54a', 0);
  sheet.number('E54b', 0);
  sheet.number('E54c', 0);
}

/**
 * There is no form for stations: they answer, on the hospital's form, what is asked of every facility, less wards,
 * laboratories and imaging. Which parts these are is this sample's choice, not a rule.
 */
export function writeStationMonth(sheet: ReportSheet, profile: StationProfile, period: Period): void {
  const { age, id } = period;
  const season = (tet.has(id) ? 0.76 : 1) * (0.92 + 0.16 * sheet.roll(0));
  const visits = Math.round(profile.visits * (1 + 0.003 * age) * season);
  writeSystems(sheet, profile, period);
  writeTraffic(sheet, profile, [visits, age]);
  writePayment(sheet, profile, [visits, age]);
  writeCertificates(sheet, profile, age);
  writePublicity(sheet, profile, period);
}

function writeSystem(sheet: ReportSheet, { begun, vendor, seed }: StationProfile, age: number): void {
  if (age < begun.his) {
    for (const part of ['E06', 'E07a', 'E07b', 'E08']) sheet.notApplicable(part, 'Chưa có HIS');
    return;
  }
  sheet.words('E06', 'company');
  sheet.words('E07a', vendor);
  sheet.words('E07b', `${2 + (seed % 4)}.0`);
  sheet.number('E08', 1 + Math.min(3, Math.floor((age - begun.his) / 30)));
}

function writePeople(sheet: ReportSheet, { staff, doctors, beds, half }: StationProfile, age: number): void {
  sheet.number('E01a', beds);
  sheet.number('E01b', beds);
  sheet.whole('E02', staff);
  sheet.number('E03', 0);
  sheet.within('E25a', Math.floor((doctors + 0.4) * climbed(age, half.erx)));
  sheet.number('E25b', doctors);
  const trained = Math.floor((staff + 0.6) * climbed(age, half.training));
  sheet.within('E56a', trained);
  sheet.within('E56b', trained);
  sheet.within('E56c', Math.floor(staff * climbed(age, half.training + 40)));
}

export function writeStationQuarter(sheet: ReportSheet, profile: StationProfile, { age }: Period): void {
  const { begun, half, address } = profile;
  const digitised = (part: string, middle: number) =>
    sheet.within(part, Math.min(100, Math.round(climbed(age, middle) * 104)));
  writePeople(sheet, profile, age);
  writeSystem(sheet, profile, age);
  if (age < begun.cashless) sheet.notApplicable('E35', 'Chưa thanh toán không dùng tiền mặt');
  else sheet.list('E35', '["vietqr"]');
  digitised('E42', half.staff);
  digitised('E43', half.premises);
  digitised('E44', half.pharmacy);
  digitised('E45', half.beds);
  digitised('E46', half.devices);
  sheet.is('E47', age >= begun.documents);
  sheet.is('E48a', age >= begun.website);
  if (age >= begun.website) sheet.words('E48b', address);
  sheet.notApplicable('E55', 'Dữ liệu lưu tại nhà cung cấp');
}
