/** A stream of numbers in [0, 1) that depends on its seed alone (mulberry32): the same rows on every machine. */
export type Draw = () => number;

export function drawsFrom(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bf03635;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function oneOf<T>(draw: Draw, list: readonly T[]): T {
  const item = list[Math.floor(draw() * list.length)];
  if (item === undefined) throw new Error('nothing to draw from');
  return item;
}

/** Draws by weight. */
export function dealer<T>(weighted: readonly (readonly [item: T, weight: number])[]): (draw: Draw) => T {
  let sum = 0;
  const bounds = weighted.map(([item, weight]) => {
    sum += weight;
    return [item, sum] as const;
  });
  return (draw) => {
    const at = draw() * sum;
    const found = bounds.find(([, bound]) => at < bound) ?? bounds.at(-1);
    if (found === undefined) throw new Error('nothing to deal');
    return found[0];
  };
}

const hex = (draw: Draw, digits: number) =>
  Math.floor(draw() * 16 ** digits)
    .toString(16)
    .padStart(digits, '0');

/** A UUID of version 7, as the portal itself makes them, from drawn bits. */
export function idAt(at: number, draw: Draw): string {
  const time = at.toString(16).padStart(12, '0');
  const variant = oneOf(draw, ['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(draw, 3)}-${variant}${hex(draw, 3)}-${hex(draw, 6)}${hex(draw, 6)}`;
}

/** A draft's code: no two numbers share their first eight digits, because an odd factor only shuffles them. */
export const draftCodeOf = (nth: number, draw: Draw) =>
  `N-${(Math.imul(nth, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}${hex(draw, 4)}`;
