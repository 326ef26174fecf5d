import { ListFacilities } from '@/lib/facilities/schema';
import { parseDate } from '@/lib/i18n/parse';

export type SearchParams = Record<string, string | string[] | undefined>;

/** The first value of each parameter that says something; a day may be typed as it is written here. */
export function wordsOf(params: SearchParams): Record<string, string> {
  const entries = Object.entries(params).flatMap(([name, value]): [string, string][] => {
    const first = Array.isArray(value) ? value[0] : value;
    if (first === undefined || first.trim() === '') return [];
    return [[name, name === 'at' ? (parseDate(first) ?? first) : first]];
  });
  return Object.fromEntries(entries);
}

const usual = { status: 'active', sort: 'name', order: 'asc' } as const satisfies Partial<ListFacilities>;

/** The address of a view; what is at its default is left out. */
export function addressOf(input: ListFacilities, path = '/facilities'): string {
  const given = Object.entries(input).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && entry[1] !== '' && usual[entry[0] as keyof typeof usual] !== entry[1],
  );
  const search = new URLSearchParams(given).toString();
  return search === '' ? path : `${path}?${search}`;
}

export const filterOf = async (params: Promise<SearchParams>): Promise<ListFacilities> =>
  ListFacilities.parse(wordsOf(await params));

/** One facility on the day of the list it was opened from. */
export const facilityHref = (id: string, at: string | undefined): string =>
  `/facilities/${id}${at === undefined ? '' : `?at=${at}`}`;
