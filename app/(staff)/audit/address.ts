import type { ActFilter, ReadFilter } from '@/lib/audit/schema';
import { parseDate } from '@/lib/i18n/parse';

type Params = Record<string, string | string[] | undefined>;

/** The first value of each name; dates as people type them or as civil dates; an empty field is no filter. */
export function wordsOf(params: Params): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const text = (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
      if (text === '') return [];
      return [[name, name === 'from' || name === 'to' ? (parseDate(text) ?? text) : text]];
    }),
  );
}

/** The address of the same view with something changed; null takes a condition away. */
export function addressOf(
  path: string,
  filter: ActFilter | ReadFilter,
  change: Record<string, number | string | null> = {},
): string {
  const entries = Object.entries({ ...filter, ...change }).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(entries as [string, string][]).toString();
  return search === '' ? path : `${path}?${search}`;
}
