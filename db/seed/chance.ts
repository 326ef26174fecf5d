import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on its key alone: the same sample on every machine, in any order. */
export function chance(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  // A final mix, because keys that differ in their last letter alone are otherwise close together.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** Exactly `count` of the list, chosen by key, in a stable order. */
export function pick<T>(list: readonly T[], count: number, key: (item: T) => string): T[] {
  return list
    .map((item) => ({ item, rank: chance(key(item)) }))
    .sort((left, right) => left.rank - right.rank)
    .slice(0, count)
    .map(({ item }) => item);
}

/** A UUID that depends on its name alone (version 5 layout). */
export function uuidOf(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex').slice(0, 32).split('');
  hex[12] = '5';
  hex[16] = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Shares a whole number over weights without losing one: the largest remainders get the rest. */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const floors = exact.map(Math.floor);
  const left = total - floors.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const favoured = new Set(order.slice(0, left).map(({ index }) => index));
  return floors.map((value, index) => value + (favoured.has(index) ? 1 : 0));
}
