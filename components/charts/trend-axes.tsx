import { useLocale, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { formatDate } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { type Extent, ticks } from './scales';
import { monthTicks, type placesOf, type TrendGoal } from './trend-scale';
import { type ValueUnit, valueText } from './words';

export type Places = ReturnType<typeof placesOf>;

/** Something that happened, marked on the time axis and told below the drawing. */
export interface TrendMark {
  at: string;
  label: string;
}

interface AxesProps {
  time: Extent;
  values: Extent;
  unit: ValueUnit;
  places: Places;
}

export function TrendAxes({ time, values, unit, places }: AxesProps) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const lines = ticks(values).filter((value) => value >= values[0] && value <= values[1]);
  const months = monthTicks(time);
  const cut = values[0] > 0;
  return (
    <g>
      {lines.map((value) => (
        <g key={value}>
          <line
            x1="0"
            x2="100%"
            y1={`${places.y(value)}%`}
            y2={`${places.y(value)}%`}
            className={value === 0 ? 'stroke-muted' : 'stroke-line'}
          />
          <text
            x="-8"
            y={`${places.y(value)}%`}
            dy="0.35em"
            textAnchor="end"
            className="tabular fill-muted text-14"
          >
            {valueText(value, unit, locale).replace(/[.,]0%$/, '%')}
          </text>
        </g>
      ))}
      {months.map(({ at, label }, index) => (
        <g key={at} className={cx(index % (label.length > 4 ? 3 : 2) > 0 && 'max-sm:hidden')}>
          <line
            x1={`${places.x(at)}%`}
            x2={`${places.x(at)}%`}
            y1="100%"
            y2="101.5%"
            className="stroke-muted"
          />
          <text
            x={`${places.x(at)}%`}
            y="100%"
            dy="20"
            textAnchor="middle"
            className="tabular fill-muted text-14"
          >
            {label}
          </text>
        </g>
      ))}
      {cut && (
        <text x="4" y="100%" dy="-6" className="fill-muted text-14">
          {t('cut', { from: valueText(values[0], unit, locale) })}
        </text>
      )}
    </g>
  );
}

/** Deadlines: an upright with its words above the drawing, a diamond where the target stands. */
export function TrendGoals({ goals, places }: { goals: readonly TrendGoal[]; places: Places }) {
  return (
    <g>
      {goals.map((goal, index) => {
        const x = `${places.x(goal.at)}%`;
        const y = `${places.y(goal.value)}%`;
        const up = 10 + (goals.length - 1 - index) * 22;
        return (
          <g key={`${goal.at}-${goal.label}`}>
            <line x1={x} x2={x} y1={-up + 4} y2="100%" strokeDasharray="4 3" className="stroke-ink" />
            <svg aria-hidden="true" x={x} y={y} className="overflow-visible">
              <path d="M0-6 6 0 0 6-6 0Z" className="fill-surface stroke-ink" strokeWidth="2" />
            </svg>
            <text
              x={x}
              y={-up}
              textAnchor={places.x(goal.at) > 60 ? 'end' : places.x(goal.at) < 30 ? 'start' : 'middle'}
              strokeWidth="5"
              className="fill-ink stroke-surface text-14 [paint-order:stroke]"
            >
              {goal.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

export function TrendMarks({ marks, places }: { marks: readonly TrendMark[]; places: Places }) {
  return (
    <g>
      {marks.map(({ at, label }, index) => (
        <g key={`${at}-${label}`}>
          <line
            x1={`${places.x(at)}%`}
            x2={`${places.x(at)}%`}
            y1="16"
            y2="100%"
            strokeDasharray="1 3"
            className="stroke-muted"
          />
          <circle cx={`${places.x(at)}%`} cy="8" r="9" className="fill-surface stroke-muted" />
          <text x={`${places.x(at)}%`} y="8" dy="0.35em" textAnchor="middle" className="fill-ink text-14">
            {index + 1}
          </text>
        </g>
      ))}
    </g>
  );
}

export function TrendMarkList({ marks, locale }: { marks: readonly TrendMark[]; locale: Locale }) {
  if (marks.length === 0) return null;
  return (
    <ol className="mt-2 list-inside list-decimal text-14">
      {marks.map(({ at, label }) => (
        <li key={`${at}-${label}`}>
          <time dateTime={at}>{formatDate(at, locale)}</time>: {label}
        </li>
      ))}
    </ol>
  );
}
