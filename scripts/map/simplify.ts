import type { Point } from './paths';

/** A corner this close to the line between its neighbours is not missed at the size of a screen. */
const tolerance = 0.4;

/** Douglas and Peucker: ends stay, so neighbours that share a line still share it. */
export function simplified(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  const far = farthest(line, first, last);
  const ring = first[0] === last[0] && first[1] === last[1];
  if (far.distance <= tolerance && !ring) return [first, last];
  return [...simplified(line.slice(0, far.index + 1)).slice(0, -1), ...simplified(line.slice(far.index))];
}

function farthest(line: readonly Point[], first: Point, last: Point): { index: number; distance: number } {
  return line.slice(1, -1).reduce(
    (best, point, index) => {
      const distance = toSegment(point, first, last);
      return distance > best.distance ? { index: index + 1, distance } : best;
    },
    { index: 1, distance: 0 },
  );
}

function toSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const along = Math.min(1, Math.max(0, share));
  return Math.hypot(point[0] - from[0] - along * dx, point[1] - from[1] - along * dy);
}
