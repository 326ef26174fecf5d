import { useLocale, useTranslations } from 'next-intl';
import type { Column } from '@/components/tables/plain-table';
import type { TrendGoal, TrendSeries, TrendSpot } from './trend-scale';
import { Twin, type TwinOptions } from './twin';
import { partsText, type ValueUnit, valueText } from './words';

interface TrendTableProps extends TwinOptions {
  caption: string;
  series: readonly TrendSeries[];
  unit: ValueUnit;
  goals: readonly TrendGoal[];
}

interface Line {
  at: string;
  label: string;
  cells: readonly (TrendSpot | undefined)[];
}

/** Newest first: the last months are what is asked for. */
export function TrendTable({ series, unit, goals, ...twin }: TrendTableProps) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const labels = new Map(series.flatMap(({ points }) => points.map(({ at, label }) => [at, label] as const)));
  const lines: Line[] = [...labels]
    .map(([at, label]) => ({
      at,
      label,
      cells: series.map(({ points }) => points.find((point) => point.at === at)),
    }))
    .sort((left, right) => right.at.localeCompare(left.at));
  const columns: Column<Line>[] = [
    { key: 'at', header: t('column.period'), rowHeader: true, cell: ({ label }) => label },
    ...series.map(
      ({ id, label }, index): Column<Line> => ({
        key: id,
        header: label,
        numeric: true,
        cell: ({ cells }) => <Cell spot={cells[index]} unit={unit} />,
      }),
    ),
  ];
  if (series.some(({ points }) => points.some((point) => point.denominator != null))) {
    columns.push({
      key: 'parts',
      header: t('column.parts'),
      numeric: true,
      cell: ({ cells }) => cells.map((spot) => partsOf(spot, locale) ?? t('none')).join('; '),
    });
  }
  return (
    <>
      <Twin {...twin} columns={columns} rows={lines} rowKey={({ at }) => at} />
      {goals.length > 0 && (
        <ul className="sr-only">
          {goals.map(({ at, label }) => (
            <li key={`${at}-${label}`}>{label}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Cell({ spot, unit }: { spot: TrendSpot | undefined; unit: ValueUnit }) {
  const t = useTranslations('charts');
  const locale = useLocale();
  if (spot === undefined || spot.value === null) return t('unknown');
  const value = valueText(spot.value, unit, locale);
  return spot.provisional ? `${value} (${t('provisional')})` : value;
}

function partsOf(spot: TrendSpot | undefined, locale: 'vi' | 'en'): string | null {
  const { numerator = null, denominator = null } = spot ?? {};
  return partsText({ numerator, denominator }, locale);
}
