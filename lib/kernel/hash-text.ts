/** A SHA-256 from an address, in one spelling; null for anything else. */
export function hashOf(given: unknown): string | null {
  return typeof given === 'string' && /^[0-9a-f]{64}$/i.test(given) ? given.toLowerCase() : null;
}
