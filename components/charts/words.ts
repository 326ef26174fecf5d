import { formatNumber, formatPercent } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';

/** Shares on the boards are 0–100. */
export const shareText = (share: number, locale: Locale) => formatPercent(share / 100, locale);

/** 1.128/1.650; 0/0 says that nobody is counted. */
export function partsText(
  parts: { numerator: number | null; denominator: number | null },
  locale: Locale,
): string | null {
  const { numerator, denominator } = parts;
  if (numerator === null || denominator === null) return null;
  return `${formatNumber(numerator, locale)}/${formatNumber(denominator, locale)}`;
}

export type ValueUnit = 'percent' | 'count';

export const valueText = (value: number, unit: ValueUnit, locale: Locale) =>
  unit === 'percent' ? shareText(value, locale) : formatNumber(value, locale, 1);
