import type { CellValue } from '@/lib/reporting/checks';
import { chance } from './chance';
import type { Profile } from './sample-profiles';

export type SampleMonth = {
  readonly id: string;
  readonly endsOn: string;
  /** Months since November 2025. */
  readonly age: number;
};

type Row = Record<string, CellValue>;
type Growth = readonly [what: string, from: number, to: number];

const round2 = (value: number) => Math.round(value * 100) / 100;
const percentOf = (top: number, bottom: number) => (bottom === 0 ? null : round2((top / bottom) * 100));

/** Yes from the start for a share of hospitals, and for a few more every month; never back to no. */
const grown = ({ hospital: { id }, pace }: Profile, age: number, [what, start, perMonth]: Growth) =>
  chance(`${what}:${id}`) < Math.min(0.99, start + perMonth * pace * age);

/** A share between a lower and an upper one, better in provinces further on, growing month by month. */
const shareOf = ({ hospital: { id }, pace, lead }: Profile, age: number, [what, low, high]: Growth) =>
  Math.max(
    0.02,
    Math.min(0.995, low + (high - low) * chance(`${what}:${id}`) + 0.2 * lead + age * 0.012 * pace),
  );

/** The size of a month: a little growth, a little noise, far from the half that needs explaining. */
const sized = (what: string, id: string, base: number, age: number) =>
  Math.round(base * (1 + 0.005 * age) * (0.95 + 0.1 * chance(`${what}:${id}:${age}`)));

function recordCells(
  { hospital: { id }, emrOn, beds, lis, pacs }: Profile,
  { endsOn, age }: SampleMonth,
): Row {
  const since = emrOn !== null && emrOn <= endsOn ? emrOn : null;
  const records = sized('records', id, beds * 5, age);
  const maturity =
    since === null ? 0 : Math.min(1, (Date.parse(endsOn) - Date.parse(since)) / 86_400_000 / 240);
  const full = since !== null && maturity > 0.12 + 0.6 * chance(`ripe:${id}`) && chance(`paper:${id}`) < 0.72;
  const signed =
    since === null
      ? 0
      : full
        ? Math.ceil(records * 0.997)
        : Math.floor(records * (0.35 + 0.6 * maturity * chance(`signed:${id}`)));
  return {
    E05: true,
    E09: lis,
    E11: pacs,
    E15: since !== null,
    ...(since === null
      ? {}
      : { E16: since, E17: chance(`scope:${id}`) < 0.6 ? ['inpatient', 'outpatient'] : ['inpatient'] }),
    E18: records,
    E19: signed,
    E20: percentOf(signed, records),
    E21: full,
    E22: full && lis && chance(`paperless:${id}`) < 0.8,
  };
}

const monthAt = (age: number) => new Date(Date.UTC(2025, 10 + age, 10)).toISOString().slice(0, 10);

/** Connected since before the sample, or since the first month that says so. */
function connectionCells(profile: Profile, age: number): Row {
  const growth: Growth = ['d3074', 0.8, 0.015];
  if (!grown(profile, age, growth)) return { E30a: false };
  const before = monthAt(-1 - Math.floor(chance(`d3074-since:${profile.hospital.id}`) * 9));
  const first = Array.from({ length: age + 1 }, (_, at) => at).find((at) => grown(profile, at, growth)) ?? 0;
  return { E30a: true, E30b: first === 0 ? before : monthAt(first) };
}

function trafficCells(profile: Profile, { age }: SampleMonth): Row {
  const { hospital, beds, appraisal } = profile;
  const { id } = hospital;
  const visits = sized('visits', id, beds * 22, age);
  const prescriptions = Math.round(visits * 0.6);
  const ePrescription = grown(profile, age, ['e-prescription', 0.86, 0.012]);
  const xml = appraisal && hospital.insured ? Math.round(visits * 0.82) : 0;
  return {
    E26: ePrescription,
    E27a: prescriptions,
    E27b: ePrescription ? Math.floor(prescriptions * shareOf(profile, age, ['prescribed', 0.5, 0.95])) : 0,
    E28: appraisal,
    E29a: xml,
    E29b: Math.floor(xml * shareOf(profile, age, ['on-time', 0.85, 0.98])),
    E29c: Math.floor(xml * 0.01 * chance(`rejected:${id}`)),
    ...connectionCells(profile, age),
    E31a: visits,
    E31b: Math.floor(visits * shareOf(profile, age, ['vneid', 0.35, 0.8])),
    ...(hospital.insured ? { E32: Math.round(visits * 0.8) } : {}),
    E33: Math.floor(visits * shareOf(profile, age, ['health-book', 0.2, 0.7])),
  };
}

function paymentCells(profile: Profile, { age }: SampleMonth): Row {
  const { hospital, beds } = profile;
  const { id, class: grade } = hospital;
  const cashless =
    grade === 'special' || grade === 'class_1' || grown(profile, age, ['cashless', 0.88, 0.01]);
  const transactions = sized('transactions', id, beds * 24, age);
  const receipts = sized('receipts', id, beds * 45, age) * 100_000;
  const part = cashless ? shareOf(profile, age, ['cashless-share', 0.25, 0.7]) : 0;
  const received = Math.floor((receipts * part) / 1000) * 1000;
  return {
    E34: cashless,
    E36a: transactions,
    E36b: Math.floor(transactions * part),
    E37a: receipts,
    E37b: received,
    E38: percentOf(received, receipts),
  };
}

function otherMonthlyCells(profile: Profile, { endsOn, age }: SampleMonth): Row {
  const { hospital, beds, filmless, pacs } = profile;
  const { id } = hospital;
  const births = hospital.obstetrics ? sized('births', id, beds * 0.4, age) : 0;
  const deaths = sized('deaths', id, beds * 0.06, age);
  const drivers = hospital.driverChecks ? sized('drivers', id, 120, age) : 0;
  const role = hospital.telemedicine ?? 'none';
  const published = chance(`prices:${id}`) < 0.8;
  return {
    E13: filmless ? 100 : pacs === true ? Math.round(40 * chance(`film:${id}`)) : 0,
    ...(hospital.obstetrics
      ? { E39a: births, E39b: Math.floor(births * shareOf(profile, age, ['birth', 0.7, 0.98])) }
      : {}),
    E40a: deaths,
    E40b: Math.floor(deaths * shareOf(profile, age, ['death', 0.6, 0.95])),
    ...(hospital.driverChecks
      ? { E41a: drivers, E41b: Math.floor(drivers * shareOf(profile, age, ['driver', 0.8, 0.99])) }
      : {}),
    E49a: published,
    E49b: published && chance(`prices-device:${id}`) < 0.7,
    E49c: true,
    E49d: `https://mau.example.vn/${id.slice(0, 8)}/gia`,
    E49e: `${endsOn.slice(0, 8)}01`,
    E50a: role,
    E50b: role === 'none' ? 0 : sized('sessions', id, role === 'core' ? 40 : 8, age),
    E54a: 0,
    E54b: 0,
    E54c: 0,
  };
}

export const monthCells = (profile: Profile, month: SampleMonth): Row => ({
  ...recordCells(profile, month),
  ...trafficCells(profile, month),
  ...paymentCells(profile, month),
  ...otherMonthlyCells(profile, month),
});

function peopleCells(profile: Profile, age: number): Row {
  const { hospital, beds } = profile;
  const { id } = hospital;
  const staff = Math.round(beds * (1.1 + 0.4 * chance(`staff:${id}`)));
  const it = Math.max(1, Math.round(staff * 0.012));
  const doctors = Math.round(staff * 0.22);
  return {
    E01a: beds,
    E01b: Math.round(beds * (1 + 0.25 * chance(`actual-beds:${id}`))),
    E02: staff,
    E03: it,
    E04: grown(profile, age, ['certificate', 0.45, 0.02]) ? 1 : 0,
    E25a: Math.floor(doctors * shareOf(profile, age, ['doctor-signature', 0.4, 0.9])),
    E25b: doctors,
    // Project 146: all medical staff trained in the basics of digital transformation and of security.
    E56a: staff,
    E56b: staff,
    E56c: Math.floor(staff * 0.08 * chance(`ai:${id}`)),
  };
}

function systemCells({ hospital: { id }, his, lis, pacs, filmless }: Profile): Row {
  return {
    E06: his,
    E07a: his === 'self' ? 'Tự xây dựng' : `Doanh nghiệp mẫu ${1 + Math.floor(chance(`vendor:${id}`) * 9)}`,
    E07b: `${2 + Math.floor(chance(`version:${id}`) * 4)}.0`,
    E08: 3 + Math.floor(chance(`his-level:${id}`) * 4),
    E10: lis && chance(`lis-his:${id}`) < 0.85,
    E12a: filmless,
    ...(filmless ? { E12b: '2025-06-01' } : {}),
    E14: filmless || (pacs === true && chance(`pacs-his:${id}`) < 0.8),
  };
}

/** The last time of something that is done every year on the same day, given as month and day. */
function lastYearly(endsOn: string, day: string): string {
  const year = Number(endsOn.slice(0, 4));
  return `${endsOn.slice(5) < day ? year - 1 : year}-${day}`;
}

function administrationCells(profile: Profile, endsOn: string, age: number): Row {
  const { hospital, eDocuments, website, robot } = profile;
  const { id, class: grade } = hospital;
  const digitised = (what: string) => Math.round(shareOf(profile, age, [what, 0.6, 0.97]) * 100);
  return {
    E42: digitised('staff-records'),
    E43: digitised('premises'),
    E44: digitised('pharmacy'),
    E45: digitised('beds-data'),
    E46: digitised('equipment'),
    E47: eDocuments,
    E48a: website,
    ...(website ? { E48b: `https://mau.example.vn/${id.slice(0, 8)}` } : {}),
    E51a: grade === 'special' || grade === 'class_1' ? 3 : 2,
    E51b: `QĐ mẫu ${1 + Math.floor(chance(`security:${id}`) * 900)}`,
    E51c: '2025-03-20',
    E52a: `${Number(endsOn.slice(0, 4)) - 1}-12-15`,
    E52b: lastYearly(endsOn, '09-20'),
    E53: grown(profile, age, ['soc', 0.3, 0.02]),
    E55: lastYearly(endsOn, '03-15'),
    E57: chance(`pilot:${id}`) < 0.06 ? ['imaging'] : [],
    E58a: robot === null ? [] : [robot],
    E58b: robot === null ? 0 : sized('robot', id, 30, age),
    E59a: chance(`barcode:${id}`) < 0.45,
    E59b: chance(`device:${id}`) < 0.3,
  };
}

function quarterRecordCells({ hospital: { id }, emrOn }: Profile, endsOn: string): Row {
  const running = emrOn !== null && emrOn <= endsOn;
  return { E23: running && chance(`self:${id}`) < 0.9, E24: running && chance(`rules:${id}`) < 0.85 };
}

export function quarterCells(profile: Profile, endsOn: string, age: number): Row {
  const month = monthCells(profile, { id: '', endsOn, age });
  const methods =
    month.E34 === true
      ? ['vietqr', 'pos', ...(chance(`methods:${profile.hospital.id}`) < 0.5 ? ['app', 'transfer'] : [])]
      : [];
  return {
    ...peopleCells(profile, age),
    ...systemCells(profile),
    ...quarterRecordCells(profile, endsOn),
    E35: methods,
    ...administrationCells(profile, endsOn, age),
  };
}
