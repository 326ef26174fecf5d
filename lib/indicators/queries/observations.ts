import 'server-only';
import { publishedBeside, publishedValues } from '../measures/catalogue/published';
import type { IndicatorView } from '../schema';
import type { Context } from './context';

/** The published figures that speak of a measure, up to the reader's day, the newest first. */
export function observationsOf({ reading, today }: Context, id: string): IndicatorView['observations'] {
  const own = [...(publishedValues[id] ?? []), ...(publishedBeside[id] ?? [])];
  return reading.reference.observations
    .filter((row) => row.asOf <= today && (own.includes(row.id) || row.indicatorIds.includes(id)))
    .map((row) => ({
      id: row.id,
      title: { vi: row.titleVi, en: row.titleEn },
      text: { vi: row.valueVi, en: row.valueEn },
      asOf: row.asOf,
      source: row.sourceRef,
    }))
    .sort((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1));
}
