import { useLocale } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { type DrawnSpot, lonely, Stroke, strokesOf } from './lines';
import { dayNumber, type Extent, linePath } from './scales';
import type { Places } from './trend-axes';
import { bridged, spread, type TrendForecast, type TrendSeries } from './trend-scale';
import { type ValueUnit, valueText } from './words';

const kinds = [
  { stroke: 'stroke-kind-1', fill: 'fill-kind-1' },
  { stroke: 'stroke-kind-2', fill: 'fill-kind-2' },
  { stroke: 'stroke-kind-3', fill: 'fill-kind-3' },
  { stroke: 'stroke-kind-5', fill: 'fill-kind-5' },
] as const;
const alone = { stroke: 'stroke-mark', fill: 'fill-mark' } as const;

/** So few points are all shown; more would be a string of pearls. */
const fewPoints = 13;
/** Height of a name and its value in percent of the drawing. */
const letters = 16;

interface LinesProps {
  series: readonly TrendSeries[];
  plan: readonly { at: string; value: number }[];
  unit: ValueUnit;
  places: Places;
  forecast: boolean;
}

export function TrendLines({ series, plan, unit, places, forecast }: LinesProps) {
  const locale = useLocale();
  const drawn = series.map(({ id, label, points }, index) => ({
    id,
    label,
    tone: series.length === 1 ? alone : (kinds[index % kinds.length] ?? alone),
    spots: points.map(({ at, value, provisional = false }, place) => ({
      x: places.x(at),
      y: value === null ? null : places.y(value),
      provisional: provisional || bridged(points, place),
      lone: bridged(points, place) || bridged(points, place + 1),
      value,
    })),
  }));
  const ends = drawn.flatMap(({ spots, ...line }) => {
    const end = spots.findLast(({ y }) => y !== null);
    return end === undefined || end.value === null
      ? []
      : [{ ...line, x: end.x, y: end.y ?? 0, value: end.value }];
  });
  const named = series.length > 1;
  return (
    <g>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        className="overflow-visible"
      >
        {plan.length > 1 && (
          <Stroke
            thin
            className="stroke-muted"
            d={linePath(plan.map(({ at, value }) => ({ x: places.x(at), y: places.y(value) })))}
          />
        )}
        {drawn.flatMap(({ id, spots, tone }) =>
          strokesOf(spots).map((part) => <Stroke key={`${id}${part.d}`} {...part} className={tone.stroke} />),
        )}
      </svg>
      {drawn.map(({ id, spots, tone }) => (
        <Dots key={id} spots={spots} className={tone.fill} />
      ))}
      {spread(ends, named ? letters : 0).map((end) =>
        named ? (
          <EndName key={end.id} {...end} value={valueText(end.value, unit, locale)} />
        ) : (
          <EndValue key={end.id} {...end} aside={forecast} value={valueText(end.value, unit, locale)} />
        ),
      )}
    </g>
  );
}

interface DotsProps {
  spots: readonly (DrawnSpot & { lone: boolean })[];
  className: string;
}

function Dots({ spots, className }: DotsProps) {
  const known = spots.filter(({ y }) => y !== null);
  const shown = known.length <= fewPoints ? known : [...lonely(spots), ...known.filter(({ lone }) => lone)];
  const end = known.at(-1);
  return (
    <g className={className}>
      {shown.map(({ x, y }) => (
        <circle key={x} cx={`${x}%`} cy={`${y}%`} r="2.5" />
      ))}
      {end !== undefined && <circle cx={`${end.x}%`} cy={`${end.y}%`} r="4.5" />}
    </g>
  );
}

const endText = 'tabular fill-ink stroke-surface text-14 [paint-order:stroke]';

interface EndProps {
  x: number;
  y: number;
  value: string;
}

/** Beside the last point, or above it when a forecast goes on from there. */
function EndValue({ x, y, value, aside }: EndProps & { aside: boolean }) {
  return (
    <text
      x={`${x}%`}
      y={`${y}%`}
      {...(aside ? { dx: 4, dy: '-0.8em', textAnchor: 'end' } : { dx: 9, dy: '0.35em' })}
      strokeWidth="5"
      className={cx(endText, 'font-semibold')}
    >
      {value}
    </text>
  );
}

function EndName({ y, value, label, tone }: EndProps & { label: string; tone: { fill: string } }) {
  return (
    <svg x="100%" y={`${y}%`} aria-hidden="true" className="overflow-visible">
      <rect x="10" y="-12" width="4" height="24" className={tone.fill} />
      <text x="20" y="-2" strokeWidth="5" className={cx(endText, 'font-semibold')}>
        {value}
      </text>
      <text x="20" y="14" strokeWidth="5" className={endText}>
        {label}
      </text>
    </svg>
  );
}

interface FanProps {
  series: TrendSeries | undefined;
  forecast: TrendForecast | null;
  time: Extent;
  places: Places;
}

/** From the last point to where the target may be met: earliest, likely, latest. */
export function TrendFan({ series, forecast, time, places }: FanProps) {
  const last = series?.points.findLast(({ value }) => value !== null);
  if (forecast === null || last === undefined || last.value === null) return null;
  const from = { x: places.x(last.at), y: places.y(last.value) };
  const reach = (date: string | null) => along(last, { at: date, value: forecast.value }, time);
  const [early, median, late] = [forecast.early, forecast.median, forecast.late].map((date) => {
    const { share } = reach(date);
    const day = date === null ? time[1] : Math.min(dayNumber(date), time[1]);
    const x = time[1] === time[0] ? 100 : ((day - time[0]) / (time[1] - time[0])) * 100;
    return { x, y: from.y + (places.y(forecast.value) - from.y) * share };
  });
  if (early === undefined || median === undefined || late === undefined) return null;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      width="100%"
      height="100%"
      className="overflow-visible"
    >
      <path d={`${linePath([from, early, { x: late.x, y: early.y }, late])}Z`} className="fill-wash" />
      <Stroke thin dashed d={linePath([from, early])} />
      <Stroke thin dashed d={linePath([from, late])} />
      <Stroke dashed d={linePath([from, median])} />
    </svg>
  );
}

/** How much of the way to the target is made by the end of the axis; a way without end makes none. */
function along(from: { at: string }, to: { at: string | null; value: number }, time: Extent) {
  if (to.at === null) return { share: 0 };
  const [start, end] = [dayNumber(from.at), dayNumber(to.at)];
  return { share: end <= time[1] || end === start ? 1 : (time[1] - start) / (end - start) };
}
