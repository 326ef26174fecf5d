export type Point = [x: number, y: number];
export type Ring = Point[];

/** Points a curve is cut into; islets of a few units need no more. */
const curveSteps = 4;

/** The closed outlines of an SVG path made of M, L, C and Z; whatever else it holds is an error, not a guess. */
export function ringsOf(path: string): Ring[] {
  const rings: Ring[] = [];
  let at: Point = [0, 0];
  let ring: Ring = [];
  const move = (to: Point) => {
    at = to;
    ring.push(to);
  };
  for (const { name, numbers } of commandsOf(path)) {
    const from = (index: number, base: Point): Point => {
      const relative = name === name.toLowerCase();
      const [x, y] = [numbers[index] ?? Number.NaN, numbers[index + 1] ?? Number.NaN];
      return relative ? [base[0] + x, base[1] + y] : [x, y];
    };
    const kind = name.toUpperCase();
    if (kind === 'Z') {
      at = ring[0] ?? at;
      continue;
    }
    if (kind === 'M') {
      ring = [];
      rings.push(ring);
    }
    if (kind === 'C') {
      for (let index = 0; index < numbers.length; index += 6) {
        for (const point of curve([at, from(index, at), from(index + 2, at), from(index + 4, at)]))
          move(point);
      }
    } else for (let index = 0; index < numbers.length; index += 2) move(from(index, at));
  }
  return rings.filter((one) => one.length > 2).map(closed);
}

interface Command {
  name: string;
  numbers: number[];
}

function commandsOf(path: string): Command[] {
  return [...path.matchAll(/([a-df-z])([^a-df-z]*)/gi)].map(([, name = '', rest = '']) => {
    const numbers = (rest.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
    const wanted = { M: 2, L: 2, C: 6, Z: 0 }[name.toUpperCase()];
    if (wanted === undefined) throw new Error(`no reading of the command ${name}`);
    if (wanted === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % wanted !== 0) {
      throw new Error(`${numbers.length} numbers after ${name}`);
    }
    return { name, numbers };
  });
}

/** A cubic curve without its first point. */
function curve([from, one, two, to]: readonly [Point, Point, Point, Point]): Point[] {
  return Array.from({ length: curveSteps }, (_, index) => {
    const t = (index + 1) / curveSteps;
    const weigh = (axis: 0 | 1) =>
      (1 - t) ** 3 * from[axis] +
      3 * (1 - t) ** 2 * t * one[axis] +
      3 * (1 - t) * t ** 2 * two[axis] +
      t ** 3 * to[axis];
    return [weigh(0), weigh(1)];
  });
}

function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ring;
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, [first[0], first[1]]];
}

/** The area by the shoelace rule: positive when the ring runs clockwise on the screen. */
export function turned(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice / 2;
}

export const clockwise = (ring: Ring): Ring => (turned(ring) < 0 ? ring.toReversed() : ring);
