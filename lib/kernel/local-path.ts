/** A place of this portal to come back to; an address elsewhere, or no address, is null. */
export function localPath(given: unknown, home: string): string | null {
  if (typeof given !== 'string' || given === '' || !URL.canParse(given, home)) return null;
  const { origin, pathname, search, hash } = new URL(given, home);
  return origin === new URL(home).origin ? `${pathname}${search}${hash}` : null;
}
