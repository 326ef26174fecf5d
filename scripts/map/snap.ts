import type { Point, Ring } from './paths';

/**
 * Neighbours were drawn apart: the same border runs twice, some tenths of a unit beside itself. Corners that lie
 * closer than this become one corner, and a corner beside a neighbour's line becomes a corner of that line.
 */
const near = 0.6;

/** Rings over the same set of corners, so that a border between two provinces is one line. */
export function snapped(rings: readonly Ring[]): Ring[] {
  const corners = new Corners();
  const joined = rings.map((ring) => ring.map((point) => corners.nearest(point) ?? corners.add(point)));
  return joined.map((ring) => withoutSpikes(withCornersOnLines(ring, corners)));
}

class Corners {
  private readonly cells = new Map<string, Point[]>();

  add(point: Point): Point {
    const key = cellOf(point).join();
    const cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, [point]);
    else cell.push(point);
    return point;
  }

  nearest(point: Point): Point | undefined {
    return this.around(point, 1)
      .map((corner) => ({ corner, distance: distance(corner, point) }))
      .filter((found) => found.distance < near)
      .sort((left, right) => left.distance - right.distance)[0]?.corner;
  }

  /** Everything in the square of cells around a point. */
  around(point: Point, reach: number): Point[] {
    const [column, row] = cellOf(point);
    const found: Point[] = [];
    for (let x = column - reach; x <= column + reach; x += 1) {
      for (let y = row - reach; y <= row + reach; y += 1) found.push(...(this.cells.get(`${x},${y}`) ?? []));
    }
    return found;
  }
}

const cellOf = ([x, y]: Point): [number, number] => [Math.floor(x / near), Math.floor(y / near)];
const distance = (one: Point, other: Point) => Math.hypot(one[0] - other[0], one[1] - other[1]);

function withCornersOnLines(ring: readonly Point[], corners: Corners): Point[] {
  return ring.flatMap((from, index) => {
    const to = ring[index + 1];
    if (to === undefined || to === from) return index === ring.length - 1 ? [from] : [];
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const reach = Math.ceil(distance(from, to) / 2 / near) + 1;
    const between = corners
      .around(middle, reach)
      .filter((corner) => corner !== from && corner !== to)
      .map((corner) => ({ corner, ...against(corner, from, to) }))
      .filter(({ along, aside }) => along > 0 && along < 1 && aside < near)
      .sort((left, right) => left.along - right.along);
    return [from, ...between.map(({ corner }) => corner)];
  });
}

/** How far along a line a corner stands, 0–1, and how far beside it. */
function against(corner: Point, from: Point, to: Point): { along: number; aside: number } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((corner[0] - from[0]) * dx + (corner[1] - from[1]) * dy) / (dx * dx + dy * dy);
  return { along, aside: distance(corner, [from[0] + along * dx, from[1] + along * dy]) };
}

/** There and straight back again encloses nothing. */
function withoutSpikes(ring: readonly Point[]): Ring {
  const open = ring.slice(0, -1);
  const kept: Point[] = [];
  for (const point of open) {
    kept.push(point);
    while (kept.length > 1 && folded(kept)) {
      if (kept.at(-1) === kept.at(-2)) kept.pop();
      else kept.splice(-2);
    }
  }
  return kept[0] === undefined ? [] : [...kept, kept[0]];
}

function folded(points: readonly Point[]): boolean {
  return points.at(-1) === points.at(-2) || (points.length > 2 && points.at(-1) === points.at(-3));
}
