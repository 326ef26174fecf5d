import { type Locale, timeZone } from './locale';

/** A civil date, 'YYYY-MM-DD', or an instant, shown in Vietnam's time. */
export type DateLike = string | Date;

const tags = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Locale, string>;
const noBreak = '\u00A0';
const civil = /^(\d{4})-(\d{2})-(\d{2})$/;

/** 20/11/2026 in both languages: `dd/MM/yyyy` is what forms and papers carry. */
export function formatDate(value: DateLike, _locale: Locale = 'vi'): string {
  const parts = typeof value === 'string' ? civil.exec(value) : null;
  if (parts) return `${parts[3]}/${parts[2]}/${parts[1]}`;
  const { day, month, year } = partsOf(value);
  return `${day}/${month}/${year}`;
}

export function formatTime(value: Date, _locale: Locale = 'vi'): string {
  const { hour, minute } = partsOf(value);
  return `${hour}:${minute}`;
}

/** 09:15, 20/11/2026 */
export function formatDateTime(value: Date, locale: Locale = 'vi'): string {
  return `${formatTime(value, locale)}, ${formatDate(value, locale)}`;
}

/** Tháng 4/2026 */
export function formatMonth(period: string, locale: Locale = 'vi'): string {
  const [year, month] = period.split('-');
  return locale === 'vi' ? `Tháng ${Number(month)}/${year}` : `${month}/${year}`;
}

const roman = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const;

/** A reporting period, 202610, 2026Q2 or 2026: "Tháng 10/2026", "Quý II/2026", "Năm 2026". */
export function formatPeriod(period: string, locale: Locale = 'vi'): string {
  const [, year = '', quarter, month] = /^(\d{4})(?:Q([1-4])|(\d{2}))?$/.exec(period) ?? [];
  if (month !== undefined) return formatMonth(`${year}-${month}`, locale);
  if (quarter !== undefined) {
    const numeral = roman[Number(quarter) as keyof typeof roman];
    return locale === 'vi' ? `Quý ${numeral}/${year}` : `Q${quarter}/${year}`;
  }
  if (year === '') return period;
  return locale === 'vi' ? `Năm ${year}` : year;
}

/** The same within a sentence: Vietnamese writes "tháng 10/2026", "quý II/2026"; English months keep their capital. */
export function formatPeriodInText(period: string, locale: Locale = 'vi'): string {
  const name = formatPeriod(period, locale);
  return locale === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** To make a format costs as much as a hundred numbers written with it; a board writes hundreds. */
function numbersIn(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(tags[locale], options);
  numberFormats.set(key, known);
  return known;
}

export function formatNumber(value: number, locale: Locale = 'vi', decimals = 0): string {
  return numbersIn(locale, { maximumFractionDigits: decimals }).format(value);
}

/** A share, 0…1, with one decimal and no space before the sign: 68,4%. The law's index computes with two. */
export function formatPercent(share: number, locale: Locale = 'vi', decimals = 1): string {
  const number = numbersIn(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${number.format(share * 100)}%`;
}

/** A difference of two shares, 0…100, is in points and always signed: "+1,2 điểm %", "−0,4 điểm %". */
export function formatPoints(points: number, locale: Locale = 'vi', decimals = 1): string {
  const number = numbersIn(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  });
  const text = number.format(points).replace('-', '−');
  return `${text}${noBreak}${locale === 'vi' ? `điểm${noBreak}%` : `percentage${noBreak}points`}`;
}

/** 68,4% (1.128/1.650): a share is never shown without its parts. */
export function formatShare(part: number, whole: number, locale: Locale = 'vi'): string {
  const parts = `${formatNumber(part, locale)}/${formatNumber(whole, locale)}`;
  return whole === 0 ? parts : `${formatPercent(part / whole, locale)} (${parts})`;
}

/** 1.500.000 ₫, held together by a no-break space. */
export function formatMoney(dong: number, locale: Locale = 'vi'): string {
  return `${formatNumber(dong, locale)}${noBreak}₫`;
}

export type LimitUnit =
  | 'working_day'
  | 'calendar_day'
  | 'working_hour'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year';

const units = {
  working_day: { vi: 'ngày làm việc', en: ['working day', 'working days'] },
  calendar_day: { vi: 'ngày', en: ['calendar day', 'calendar days'] },
  working_hour: { vi: 'giờ làm việc', en: ['working hour', 'working hours'] },
  hour: { vi: 'giờ', en: ['hour', 'hours'] },
  day: { vi: 'ngày', en: ['day', 'days'] },
  week: { vi: 'tuần', en: ['week', 'weeks'] },
  month: { vi: 'tháng', en: ['month', 'months'] },
  year: { vi: 'năm', en: ['year', 'years'] },
} as const satisfies Record<LimitUnit, { vi: string; en: readonly [string, string] }>;

/** 3 ngày làm việc */
export function formatDuration(limit: { amount: number; unit: LimitUnit }, locale: Locale = 'vi'): string {
  const names = units[limit.unit];
  const name = locale === 'vi' ? names.vi : names.en[limit.amount === 1 ? 0 : 1];
  return `${formatNumber(limit.amount, locale, 1)}${noBreak}${name}`;
}

/** 3,4 MB: file sizes, in powers of 1000 as a phone shows them. */
export function formatBytes(bytes: number, locale: Locale = 'vi'): string {
  if (bytes < 1000) return `${formatNumber(bytes, locale)}${noBreak}B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, locale)}${noBreak}kB`;
  return `${formatNumber(bytes / 1_000_000, locale, 1)}${noBreak}MB`;
}

/** Đ after D, tones in dictionary order; byte order would put every Đ at the end. */
export function compareNames(locale: Locale = 'vi'): (left: string, right: string) => number {
  return new Intl.Collator(tags[locale], { numeric: true }).compare;
}

const clockFace = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

type Face = Record<'day' | 'month' | 'year' | 'hour' | 'minute', string>;

function partsOf(value: DateLike): Face {
  const instant = typeof value === 'string' ? new Date(value) : value;
  const face: Face = { day: '', month: '', year: '', hour: '', minute: '' };
  for (const { type, value: text } of clockFace.formatToParts(instant)) {
    if (type in face) face[type as keyof Face] = text;
  }
  return face;
}
