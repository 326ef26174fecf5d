import { isStorable } from './text';

/** A page of a list: rows and the addresses of its neighbours; counts are capped and never exact beyond the cap. */
export interface Page<T> {
  rows: T[];
  /** Cursor of the next page, null on the last one. */
  next: string | null;
  /** Cursor of the previous page, null on the first one. */
  previous: string | null;
}

/** Where a page starts: the sort value of the row before it, and its id to break ties. */
export interface Cursor {
  value: string | null;
  id: string;
}

export function encodeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Null for anything that is not one of our cursors: the list then starts at its beginning. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 2) return null;
    const [value, id] = parsed as unknown[];
    const known = (value === null || (typeof value === 'string' && isStorable(value))) && isUuid(id);
    return known ? { value, id } : null;
  } catch {
    return null;
  }
}

/** A cursor of a list sorted by instants: null when its value is none. */
export function decodeTimeCursor(text: string | undefined): Cursor | null {
  const cursor = decodeCursor(text);
  if (cursor === null || cursor.value === null) return cursor;
  const ours = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(cursor.value) && !Number.isNaN(Date.parse(cursor.value));
  return ours ? cursor : null;
}

function isUuid(id: unknown): id is string {
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

/** Counts stop here: "500+" is all a person needs. */
export const countCap = 500;
