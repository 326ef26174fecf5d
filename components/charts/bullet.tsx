import { useId } from 'react';
import { cx } from '@/components/ui/cx';
import { filledBy, Hatch } from './hatch';
import { type Extent, percent, position, shares } from './scales';

interface BulletProps {
  /** The whole sentence: "Bệnh án điện tử: 68,4% (1.128/1.650), mục tiêu 100%". The figures also stand beside the bar. */
  narration: string;
  /** Where we are; null is unknown and drawn as stripes, never as an empty bar. */
  value: number | null;
  target?: number | null | undefined;
  /** Where the plan wants us today. */
  planned?: number | null | undefined;
  /** What is plausible at the deadline. */
  forecast?: { low: number; high: number } | null | undefined;
  /** The same for every bullet of a table; shares run from 0 to 100. */
  extent?: Extent | undefined;
  className?: string | undefined;
}

/** Bar = where we are, upright = where we must be, thin upright = the plan for today, whisker = forecast at the deadline. */
export function Bullet({ narration, value, className, extent = shares, ...marks }: BulletProps) {
  const id = useId();
  const { target = null, planned = null, forecast = null } = marks;
  return (
    <svg
      role="img"
      aria-label={narration}
      className={cx('chart-mark block h-6 w-full min-w-24 overflow-visible', className)}
    >
      {value === null && (
        <defs>
          <Hatch id={id} />
        </defs>
      )}
      <rect x="0" y="5" width="100%" height="14" className="fill-track" />
      {value === null ? (
        <rect x="0" y="5" width="100%" height="14" fill={filledBy(id)} opacity="0.6" />
      ) : (
        <rect x="0" y="8" width={percent(value, extent)} height="8" className="fill-mark" />
      )}
      {forecast !== null && <Whisker low={forecast.low} high={forecast.high} extent={extent} />}
      {planned !== null && <Upright at={planned} extent={extent} from={4} to={20} width={1.5} />}
      {target !== null && <Upright at={target} extent={extent} from={1} to={23} width={3.5} />}
    </svg>
  );
}

interface UprightProps {
  at: number;
  extent: Extent;
  from: number;
  to: number;
  width: number;
}

function Upright({ at, extent, from, to, width }: UprightProps) {
  const x = percent(at, extent);
  return <line x1={x} x2={x} y1={from} y2={to} strokeWidth={width} className="stroke-ink" />;
}

function Whisker({ low, high, extent }: { low: number; high: number; extent: Extent }) {
  const [from, to] = [percent(low, extent), percent(high, extent)];
  const caps = position(high, extent) - position(low, extent) > 0 ? [from, to] : [from];
  return (
    <g className="stroke-ink" strokeWidth="1.25">
      <line x1={from} x2={to} y1="12" y2="12" strokeDasharray="2 2" />
      {caps.map((x) => (
        <line key={x} x1={x} x2={x} y1="9" y2="15" />
      ))}
    </g>
  );
}
