import { type IndexInput, IndexPeriod } from '@/lib/indicators/index766/schema';

/** What an address asks for; what is not understood is left out and the latest month is shown. */
export function indexInputOf(raw: Record<string, string | undefined>): IndexInput {
  const { period, unit } = raw;
  return {
    ...(period !== undefined && IndexPeriod.safeParse(period).success ? { period } : {}),
    ...(unit !== undefined && /^[A-Z]{2,8}$/.test(unit) ? { unit } : {}),
  };
}

export function indexAddress(path: string, given: Record<string, string | null | undefined>): string {
  const entries = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(entries).toString();
  return search === '' ? path : `${path}?${search}`;
}
