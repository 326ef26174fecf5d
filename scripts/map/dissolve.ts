import type { Point, Ring } from './paths';

/**
 * The outline of several clockwise rings over the same arcs: an arc that is walked there and back lies inside and
 * is gone. Counting both ways, not uses, keeps every outline closed even where three rings share a line.
 */
export function outlinesOf(rings: readonly (readonly number[])[], arcs: readonly Point[][]): Ring[] {
  const walked = new Map<number, number>();
  for (const index of rings.flat()) {
    const arc = index < 0 ? ~index : index;
    walked.set(arc, (walked.get(arc) ?? 0) + (index < 0 ? -1 : 1));
  }
  const left = [...walked].flatMap(([arc, times]) => {
    const line = arcs[arc] ?? [];
    return Array.from({ length: Math.abs(times) }, () => (times < 0 ? line.toReversed() : line));
  });
  return stitched(left);
}

function stitched(lines: readonly Point[][]): Ring[] {
  const leaving = new Map<string, Point[][]>();
  for (const line of lines) leaving.set(start(line), [...(leaving.get(start(line)) ?? []), line]);
  const rings: Ring[] = [];
  for (const first of lines) {
    if (!taken(leaving, first)) continue;
    let ring = first;
    for (let next = leaving.get(end(ring))?.[0]; next !== undefined && start(ring) !== end(ring); ) {
      taken(leaving, next);
      ring = [...ring, ...next.slice(1)];
      next = leaving.get(end(ring))?.[0];
    }
    rings.push(ring);
  }
  return rings;
}

/** Takes one copy of a line; false when all copies are in a ring already. */
function taken(leaving: Map<string, Point[][]>, line: Point[]): boolean {
  const waiting = leaving.get(start(line)) ?? [];
  const place = waiting.indexOf(line);
  if (place !== -1) leaving.set(start(line), waiting.toSpliced(place, 1));
  return place !== -1;
}

const start = (line: readonly Point[]) => String(line[0]);
const end = (line: readonly Point[]) => String(line.at(-1));
