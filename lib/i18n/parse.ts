/** What people type in Vietnam, read back; null when it can't be understood, and the form then asks. */

const dayMonthYear = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$|^(\d{2})(\d{2})(\d{4})$/;

/** 31/12/2027, 31-12-2027, 31.12.2027 or 31122027 as a civil date. */
export function parseDate(text: string): string | null {
  const match = dayMonthYear.exec(text.trim());
  if (match === null) return null;
  const day = Number(match[1] ?? match[4]);
  const month = Number(match[2] ?? match[5]);
  const year = Number(match[3] ?? match[6]);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/**
 * 1.234,5 and 1234,5 and 1 234. One point before three digits (1.234) is a group of thousands, as numbers are
 * written here; any other single point (1.5) is ambiguous and refused.
 */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replaceAll(/[\s\u00A0\u202F]/g, '');
  if (!/^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(plain)) return null;
  return Number(plain.replaceAll('.', '').replace(',', '.'));
}
