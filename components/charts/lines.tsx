import { linePath, runs } from './scales';

/** A point of a line, in percent of the drawing. */
export interface DrawnSpot {
  x: number;
  y: number | null;
  provisional: boolean;
}

/** A point between two gaps has no line; it is shown as a dot. */
export function lonely<Point extends { y: number | null }>(points: readonly Point[]): Point[] {
  return runs(points).flatMap((run) => (run.length === 1 ? run : []));
}

/** Stretches that lead to a provisional point are dashed; a gap stays a gap. */
export function strokesOf(spots: readonly DrawnSpot[]): { d: string; dashed: boolean }[] {
  return runs(spots).flatMap(byCertainty);
}

function byCertainty(run: readonly DrawnSpot[]): { d: string; dashed: boolean }[] {
  const parts: { spots: DrawnSpot[]; dashed: boolean }[] = [];
  for (const [index, spot] of run.entries()) {
    const before = run[index - 1];
    if (before === undefined) continue;
    const open = parts.at(-1);
    if (open?.dashed === spot.provisional) open.spots.push(spot);
    else parts.push({ spots: [before, spot], dashed: spot.provisional });
  }
  return parts.map(({ spots, dashed }) => ({ d: linePath(spots), dashed }));
}

interface StrokeProps {
  d: string;
  dashed?: boolean;
  thin?: boolean;
  className?: string;
}

/** Inside a stretched drawing: the stroke keeps its width, whatever the width of the page. */
export function Stroke({ d, dashed = false, thin = false, className = 'stroke-mark' }: StrokeProps) {
  return (
    <path
      d={d}
      fill="none"
      strokeWidth={thin ? 1.25 : 2}
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
      {...(dashed ? { strokeDasharray: '3 3' } : {})}
      className={className}
    />
  );
}
