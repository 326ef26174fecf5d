import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { calendarDays } from '@/db/schema/calendar';
import { insertRows } from './rows';

type Day = typeof calendarDays.$inferInsert;
type Source = Pick<Day, 'sourceRef' | 'confidence' | 'status'>;

/**
 * Days off: Bộ luật Lao động 2019, điều 112 (New Year 1, Tết 5, Hùng Kings 1, 30 April 1, 1 May 1, National
 * Day 2), with the weekends around them and the days swapped by the Prime Minister's yearly decision.
 * A conditional day changes nothing until it is confirmed.
 */
const labourCode = 'BLLĐ 45/2019/QH14, điều 112';

const remembered: Source = {
  sourceRef: `${labourCode}; lịch nghỉ hằng năm, chưa đối chiếu`,
  confidence: 'knowledge',
  status: 'official',
};
const published2026: Source = {
  sourceRef:
    'https://thanhnien.vn/nguoi-lao-dong-co-the-nghi-le-tet-toi-26-ngay-trong-nam-2026-185260113172347178.htm',
  confidence: 'found',
  status: 'official',
};
const computed2027: Source = {
  sourceRef: `${labourCode}; tính theo lịch âm, chưa có quyết định`,
  confidence: 'derived',
  status: 'provisional',
};
const undecided2027: Source = { ...computed2027, status: 'conditional' };
const cultureDay: Source = {
  sourceRef:
    'https://dantri.com.vn/noi-vu/sua-bo-luat-lao-dong-de-them-mot-ngay-nghi-ngay-van-hoa-viet-nam-20260225151756397.htm',
  confidence: 'found',
  status: 'conditional',
};

const newYear = ['Tết Dương lịch', 'New Year'] as const;
const lunarNewYear = (year: string) => [`Tết Nguyên đán ${year}`, 'Lunar New Year'] as const;
const hungKings = ['Giỗ Tổ Hùng Vương', 'Hung Kings Commemoration'] as const;
const reunification = [
  'Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5',
  'Reunification Day and Labour Day',
] as const;
const springDays = [
  'Giỗ Tổ Hùng Vương, 30/4 và 1/5',
  'Hung Kings, Reunification Day and Labour Day',
] as const;
const nationalDay = ['Quốc khánh 2/9', 'National Day'] as const;
const culture = ['Ngày Văn hóa Việt Nam', 'Vietnam Culture Day'] as const;

type Range = readonly [from: string, to: string, name: readonly [vi: string, en: string], source: Source];

export const daysOff: readonly Range[] = [
  ['2022-12-31', '2023-01-02', newYear, remembered],
  ['2023-01-20', '2023-01-26', lunarNewYear('Quý Mão'), remembered],
  ['2023-04-29', '2023-05-03', springDays, remembered],
  ['2023-09-01', '2023-09-04', nationalDay, remembered],
  ['2023-12-30', '2024-01-01', newYear, remembered],
  ['2024-02-08', '2024-02-14', lunarNewYear('Giáp Thìn'), remembered],
  ['2024-04-18', '2024-04-18', hungKings, remembered],
  ['2024-04-27', '2024-05-01', reunification, remembered],
  ['2024-08-31', '2024-09-03', nationalDay, remembered],
  ['2025-01-01', '2025-01-01', newYear, remembered],
  ['2025-01-25', '2025-02-02', lunarNewYear('Ất Tỵ'), remembered],
  ['2025-04-05', '2025-04-07', hungKings, remembered],
  ['2025-04-30', '2025-05-04', reunification, remembered],
  ['2025-08-30', '2025-09-02', nationalDay, remembered],
  ['2026-01-01', '2026-01-04', newYear, published2026],
  ['2026-02-14', '2026-02-22', lunarNewYear('Bính Ngọ'), published2026],
  ['2026-04-25', '2026-04-27', hungKings, published2026],
  ['2026-04-30', '2026-05-03', reunification, published2026],
  ['2026-08-29', '2026-09-02', nationalDay, published2026],
  ['2026-11-24', '2026-11-24', culture, cultureDay],
  ['2027-01-01', '2027-01-03', newYear, computed2027],
  ['2027-02-04', '2027-02-10', lunarNewYear('Đinh Mùi'), computed2027],
  ['2027-04-16', '2027-04-18', hungKings, computed2027],
  ['2027-04-30', '2027-05-03', reunification, computed2027],
  // Which neighbour of 2 September is off has not been decided.
  ['2027-09-01', '2027-09-01', nationalDay, undecided2027],
  ['2027-09-02', '2027-09-02', nationalDay, computed2027],
  ['2027-09-03', '2027-09-03', nationalDay, undecided2027],
  ['2027-11-24', '2027-11-24', culture, cultureDay],
];

/** Saturdays worked for a weekday given off. */
export const swappedSaturdays: readonly (readonly [worked: string, off: string])[] = [
  ['2024-05-04', '2024-04-29'],
  ['2025-04-26', '2025-05-02'],
  ['2026-01-10', '2026-01-02'],
  ['2026-08-22', '2026-08-31'],
];

const DAY_MS = 86_400_000;

export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

const vietnamese = (date: string) => date.split('-').reverse().join('/');

export function calendarRows(recordedAt: Date): Day[] {
  const entered = { legalBasis: labourCode, recordedAt, recordedBy: 'system' };
  return [
    ...daysOff.flatMap(([from, to, [nameVi, nameEn], source]) =>
      datesBetween(from, to).map((date) => ({
        date,
        kind: 'off' as const,
        nameVi,
        nameEn,
        ...source,
        ...entered,
      })),
    ),
    ...swappedSaturdays.map(([date, off]) => ({
      date,
      kind: 'working' as const,
      nameVi: `Làm bù cho ngày ${vietnamese(off)}`,
      nameEn: `Worked in exchange for ${vietnamese(off)}`,
      ...remembered,
      ...entered,
    })),
  ];
}

/** The calendar has no natural key, because every change is a new row: it is seeded only when it is empty. */
export async function seedCalendar(tx: Tx, recordedAt: Date): Promise<number> {
  const held = await tx.execute<{ some: boolean }>(
    sql`select exists (select 1 from ${calendarDays}) as some`,
  );
  if (held[0]?.some) return 0;
  return insertRows(tx, calendarDays, calendarRows(recordedAt));
}
