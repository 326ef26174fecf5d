import { cx } from '@/components/ui/cx';
import { type Extent, linePath, percent, position, runs, shares } from './scales';

export interface SparkPoint {
  value: number | null;
  /** Too few had answered: drawn dashed. */
  provisional?: boolean;
}

interface SparklineProps {
  /** "Từ 61,0% tháng 11/2025 lên 68,4% tháng 10/2026". */
  narration: string;
  points: readonly SparkPoint[];
  extent?: Extent | undefined;
  target?: number | null | undefined;
  className?: string | undefined;
}

/** A course without axes; its ends are said in words beside it. Months stand at equal distances. */
export function Sparkline({ narration, points, extent = shares, target = null, className }: SparklineProps) {
  const last = points.length - 1;
  const spots = points.map(({ value, provisional = false }, index) => ({
    x: last === 0 ? 100 : (index / Math.max(1, last)) * 100,
    y: value === null ? null : 100 - position(value, extent),
    provisional,
  }));
  const end = spots.findLast(({ y }) => y !== null);
  return (
    <svg
      role="img"
      aria-label={narration}
      className={cx('chart-mark block h-8 w-24 overflow-visible', className)}
    >
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible">
        {target !== null && (
          <line
            x1="0"
            x2="100"
            y1={100 - position(target, extent)}
            y2={100 - position(target, extent)}
            strokeDasharray="2 3"
            className="stroke-muted"
            vectorEffect="non-scaling-stroke"
          />
        )}
        {runs(spots).flatMap((run) => splitByCertainty(run).map((part) => <Stroke key={part.d} {...part} />))}
      </svg>
      {lonely(spots).map(({ x, y }) => (
        <circle key={x} cx={percent(x)} cy={percent(y ?? 0)} r="1.5" className="fill-fill" />
      ))}
      {end !== undefined && (
        <circle cx={percent(end.x)} cy={percent(end.y ?? 0)} r="3" className="fill-fill" />
      )}
    </svg>
  );
}

interface DrawnSpot {
  x: number;
  y: number | null;
  provisional: boolean;
}

/** A point between two gaps has no line; it is shown as a dot. */
export function lonely<Point extends { y: number | null }>(points: readonly Point[]): Point[] {
  return runs(points).flatMap((run) => (run.length === 1 ? run : []));
}

/** Stretches that lead to a provisional point are dashed. */
export function splitByCertainty(run: readonly DrawnSpot[]): { d: string; dashed: boolean }[] {
  const parts: { spots: DrawnSpot[]; dashed: boolean }[] = [];
  for (const [index, spot] of run.entries()) {
    const before = run[index - 1];
    if (before === undefined) continue;
    const open = parts.at(-1);
    if (open !== undefined && open.dashed === spot.provisional) open.spots.push(spot);
    else parts.push({ spots: [before, spot], dashed: spot.provisional });
  }
  return parts.map(({ spots, dashed }) => ({ d: linePath(spots), dashed }));
}

export function Stroke({ d, dashed, className }: { d: string; dashed: boolean; className?: string }) {
  return (
    <path
      d={d}
      fill="none"
      strokeWidth="2"
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
      {...(dashed ? { strokeDasharray: '3 3' } : {})}
      className={className ?? 'stroke-fill'}
    />
  );
}
