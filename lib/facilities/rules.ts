/**
 * Which world of provinces a day lies in (Nghị quyết 202/2025/QH15: 34 since 1 July 2025), how a dated value is
 * closed and the next one opened, and what a column says when nothing is known.
 */
import type { World } from './define';
import type { ListFacilities } from './schema';

export const reorganisedOn = '2025-07-01';

/** Before this day the provinces were others still; the registry says nothing about them. */
const registryFrom = '2008-08-01';

/** Start of a value of which nobody knows since when it holds. */
export const unknownStart = '0001-01-01';

export const worldOn = (day: string): World => (day < reorganisedOn ? 'pre_2025' : 'since_2025');

/** The day asked for, kept between the first one the registry knows and today. */
export function dayWithin(asked: string | undefined, today: string): string {
  if (asked === undefined || asked > today) return today;
  return asked < registryFrom ? registryFrom : asked;
}

export interface Range {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** `validTo` is exclusive. */
export const holdsOn = (day: string, { validFrom, validTo }: Range): boolean =>
  validFrom <= day && (validTo === null || validTo > day);

export type Amending = 'first' | 'next';

/**
 * Where a new value starts: after every value known so far, and not in the future. Null: it would rewrite what is
 * written.
 */
export function amendingOf(known: readonly Range[], from: string, today: string): Amending | null {
  if (from > today) return null;
  if (known.length === 0) return 'first';
  const last = known.reduce((latest, one) => (one.validFrom > latest.validFrom ? one : latest));
  return last.validTo === null && last.validFrom < from ? 'next' : null;
}

/** Whether anything but the day, the order and the page is asked for. */
export const isFiltered = ({ q, place, status, ...rest }: ListFacilities): boolean =>
  [q, place, rest.class, rest.ownership, rest.managedBy, rest.form].some(
    (value) => value !== undefined && value !== '',
  ) || status !== 'active';

/** The last day of a range whose end is exclusive. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
