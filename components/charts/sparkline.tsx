import { cx } from '@/components/ui/cx';
import { lonely, Stroke, strokesOf } from './lines';
import { type Extent, percent, position, shares } from './scales';

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
        {strokesOf(spots).map((part) => (
          <Stroke key={part.d} {...part} />
        ))}
      </svg>
      {lonely(spots).map(({ x, y }) => (
        <circle key={x} cx={percent(x)} cy={percent(y ?? 0)} r="1.5" className="fill-mark" />
      ))}
      {end !== undefined && (
        <circle cx={percent(end.x)} cy={percent(end.y ?? 0)} r="3" className="fill-mark" />
      )}
    </svg>
  );
}
