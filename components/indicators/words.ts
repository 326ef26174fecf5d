import type { useTranslations } from 'next-intl';
import { formatDate, formatNumber, formatPercent, formatPeriod, formatShare } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { Figure } from '@/lib/indicators/schema';

export type Say = ReturnType<typeof useTranslations<'indicators'>>;

/** How the words of a page are made: its translator and its language. */
export interface Speech {
  t: Say;
  locale: Locale;
}

const named = ['T53', 'T54', 'T55', 'HIS', 'LIS', 'PACS'] as const;
type Named = (typeof named)[number];

function isNamed(measure: string): measure is Named {
  return (named as readonly string[]).includes(measure);
}

/** The name used inside a sentence; measures without one are called by their title. */
export function shortName(figure: Pick<Figure, 'measure' | 'title'>, { t, locale }: Speech): string {
  return isNamed(figure.measure) ? t(`short.${figure.measure}`) : figure.title[locale];
}

/** As a heading: the first letter raised, the rest as it is. */
export function headName(figure: Pick<Figure, 'measure' | 'title'>, speech: Speech): string {
  const name = shortName(figure, speech);
  return `${name.charAt(0).toLocaleUpperCase(speech.locale)}${name.slice(1)}`;
}

type Valued = Pick<Figure, 'unit' | 'value' | 'numerator' | 'denominator'>;

/** 68,4% · 3 · "đã có"; what is unknown is called unknown, never 0. */
export function valueText(figure: Valued, { t, locale }: Speech): string {
  const { unit, value, numerator, denominator } = figure;
  if (value === null) return t('value.unknown');
  switch (unit) {
    case 'percent':
      return formatPercent(value / 100, locale);
    case 'boolean':
      return value > 0 ? t('value.yes') : t('value.no');
    case 'milestone':
      return numerator === null || denominator === null
        ? formatPercent(value / 100, locale)
        : t('value.milestones', { done: numerator, all: denominator });
    case 'services':
    case 'count':
    case 'people':
      return formatNumber(value, locale, 1);
  }
}

/** 1.128/1.650; null when the source gives no parts. */
export function partsText({ numerator, denominator }: Valued, locale: Locale): string | null {
  if (numerator === null || denominator === null) return null;
  return `${formatNumber(numerator, locale)}/${formatNumber(denominator, locale)}`;
}

/** 68,4% (1.128/1.650) */
export function fullText(figure: Valued, speech: Speech): string {
  const { unit, value, numerator, denominator } = figure;
  if (unit === 'percent' && value !== null && numerator !== null && denominator !== null) {
    return formatShare(numerator, denominator, speech.locale);
  }
  return valueText(figure, speech);
}

const ofHospitals = ['HIS', 'LIS', 'PACS', 'FILMLESS', 'EPRESC', 'EDOCS', 'SOC', 'T06', 'T50', 'T56'];

/** What is counted, with its number: "522 cơ sở". Parts that are no facilities (prescriptions, money) stay unnamed. */
export function countedText(count: number, figure: Figure, { t, locale }: Speech): string {
  const noun = nounOf(figure, count, t);
  const number = formatNumber(count, locale);
  return noun === null ? number : `${number} ${noun}`;
}

function nounOf({ measure, unit, denominator, answered }: Figure, count: number, t: Say): string | null {
  if (unit === 'services' || unit === 'people') return t(`noun.${unit}`, { count });
  if (answered === null || denominator !== answered) return null;
  return ofHospitals.includes(measure) ? t('noun.hospital', { count }) : t('noun.facility', { count });
}

/** The date a figure speaks of, or its period when no date is given. */
export function asOfText({ asOf, period }: Pick<Figure, 'asOf' | 'period'>, { t, locale }: Speech): string {
  if (asOf !== null) return formatDate(asOf, locale);
  return period === null ? t('value.unknown') : formatPeriod(period, locale);
}

/** "Hà Nội, Huế và Lâm Đồng" */
export function listText(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** A name in the middle of its sentence keeps its capitals; the first word of a sentence gets one. */
export function sentence(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('; ');
  return text === '' ? '' : `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}
