import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { cx } from '@/components/ui/cx';
import type { Locale } from '@/lib/i18n/locale';
import { ChartFrame, type ChartText, pictureNamedBy } from './frame';
import { countExtent, dayNumber, type Extent, shares } from './scales';
import { TrendAxes, TrendGoals, type TrendMark, TrendMarkList, TrendMarks } from './trend-axes';
import { type ExploredPoint, TrendExplorer } from './trend-explorer';
import { TrendFan, TrendLines } from './trend-lines';
import {
  bridged,
  placesOf,
  type TrendForecast,
  type TrendGoal,
  type TrendSeries,
  timeExtent,
} from './trend-scale';
import { TrendTable } from './trend-table';
import type { TwinOptions } from './twin';
import { partsText, type ValueUnit, valueText } from './words';

export interface TrendProps extends ChartText, TwinOptions {
  /** Four at most; more are small multiples. */
  series: readonly TrendSeries[];
  unit?: ValueUnit | undefined;
  goals?: readonly TrendGoal[] | undefined;
  forecast?: TrendForecast | null | undefined;
  /** Where the plan wanted us at each date. */
  plan?: readonly { at: string; value: number }[] | undefined;
  marks?: readonly TrendMark[] | undefined;
  /** Shares run from 0 to 100; a cut axis says so. */
  extent?: Extent | undefined;
  /** Words that say how single points are read; without them the drawing is a picture only. */
  explore?: string | undefined;
}

const roomAbove = ['pt-3', 'pt-8', 'pt-14', 'pt-20'] as const;

/** How did we get here, and when will we arrive: line, deadline, fan. Missing months are gaps. */
export function Trend({ series, unit = 'percent', table, printTable, ...rest }: TrendProps) {
  const { goals = [], forecast = null, plan = [], marks = [], extent, explore, ...text } = rest;
  const t = useTranslations('charts');
  const locale = useLocale();
  const id = useId();
  if (series.every(({ points }) => points.length === 0)) {
    return (
      <ChartFrame id={id} {...text}>
        <p className="border border-line bg-canvas px-4 py-8 text-center text-muted">{t('unknown')}</p>
      </ChartFrame>
    );
  }
  const values =
    extent ??
    (unit === 'percent' ? shares : countExtent([...allValues(series), ...goals.map(({ value }) => value)]));
  const time = timeExtent(series, goals, forecast);
  const places = placesOf(time, values);
  const named = series.length > 1;
  return (
    <ChartFrame id={id} {...text}>
      <div className={cx('pb-8 pl-12', roomAbove[Math.min(3, goals.length)], named ? 'pr-28' : 'pr-16')}>
        <div className="relative">
          <svg {...pictureNamedBy(id)} className="chart-mark block h-64 w-full overflow-visible">
            <title>{text.title}</title>
            <TrendAxes time={time} values={values} unit={unit} places={places} />
            <TrendGoals goals={goals} places={places} />
            <TrendMarks marks={marks} places={places} />
            <TrendFan series={series[0]} forecast={forecast} time={time} places={places} />
            <TrendLines
              series={series}
              plan={plan}
              unit={unit}
              places={places}
              forecast={forecast !== null}
            />
          </svg>
          {explore !== undefined && (
            <TrendExplorer
              hint={explore}
              time={time}
              values={values}
              points={readable(series[0], unit, locale)}
            />
          )}
        </div>
      </div>
      {series.some(({ points }) => points.some((_, place) => bridged(points, place))) && (
        <p className="mb-1 text-14 text-muted">{t('bridged')}</p>
      )}
      <TrendMarkList marks={marks} locale={locale} />
      <TrendTable
        caption={text.title}
        series={series}
        unit={unit}
        goals={goals}
        table={table}
        printTable={printTable}
      />
    </ChartFrame>
  );
}

const allValues = (series: readonly TrendSeries[]) =>
  series.flatMap(({ points }) => points.map(({ value }) => value));

/** Known points only: what nobody knows cannot be read out as a figure. */
function readable(series: TrendSeries | undefined, unit: ValueUnit, locale: Locale): ExploredPoint[] {
  return (series?.points ?? []).flatMap((point) => {
    if (point.value === null) return [];
    const parts = partsText(
      { numerator: point.numerator ?? null, denominator: point.denominator ?? null },
      locale,
    );
    const value = valueText(point.value, unit, locale);
    return [
      {
        day: dayNumber(point.at),
        value: point.value,
        text: `${point.label}: ${value}${parts === null ? '' : ` (${parts})`}`,
      },
    ];
  });
}
