import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Column } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/lib/i18n/format';
import { ChartFrame, type ChartText } from './frame';
import { filledBy, Hatch } from './hatch';
import { rateFills, Swatch } from './rate-scale';
import { type RateClass, round } from './scales';
import { Twin, type TwinOptions } from './twin';

export interface StackPart {
  key: string;
  label: string;
}

export interface StackRow {
  id: string;
  name: string;
  href?: string | undefined;
  /** Counts by the key of the part; what is absent is none. */
  counts: Readonly<Record<string, number>>;
  /** Of these counts, how many are proven; absent when no proof is asked for. */
  proven?: Readonly<Record<string, number>> | undefined;
}

interface StackedBarProps extends ChartText, TwinOptions {
  /** In the order of the ladder, lowest first: light to dark. Five at most. */
  parts: readonly StackPart[];
  rows: readonly StackRow[];
  nameHeader: string;
}

/** Which step of the light-to-dark order a part takes when there are fewer than five. */
function stepsOf(count: number): RateClass[] {
  const steps: Readonly<Record<number, RateClass[]>> = { 1: [4], 2: [1, 4], 3: [1, 3, 5], 4: [1, 2, 4, 5] };
  return steps[count] ?? [1, 2, 3, 4, 5];
}

/** How far up the ladder: each row is 100 %, rungs in fixed order; striped is claimed but not proven. */
export function StackedBar({ parts, rows, nameHeader, table, printTable, ...text }: StackedBarProps) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const id = useId();
  const steps = stepsOf(parts.length);
  const withProof = rows.some(({ proven }) => proven !== undefined);
  return (
    <ChartFrame id={id} {...text}>
      <svg aria-hidden="true" className="absolute size-0">
        <defs>
          <Hatch id={`${id}-hatch`} className="stroke-surface" />
        </defs>
      </svg>
      <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-14">
        {parts.map((part, index) => (
          <li key={part.key} className="flex items-center gap-1.5">
            <Swatch className={rateFills[steps[index] ?? 5]} />
            {part.label}
          </li>
        ))}
        {withProof && (
          <li className="flex items-center gap-1.5">
            <svg aria-hidden="true" className="chart-mark h-3.5 w-6 shrink-0">
              <rect width="24" height="14" className="fill-rate-4" />
              <rect width="24" height="14" fill={filledBy(`${id}-hatch`)} />
            </svg>
            {t('claimed')}
          </li>
        )}
      </ul>
      <div className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 text-14">
        {rows.map((row) => (
          <Line key={row.id} row={row} parts={parts} steps={steps} hatch={`${id}-hatch`} />
        ))}
      </div>
      <Twin
        caption={text.title}
        table={table}
        printTable={printTable}
        columns={columnsOf({ parts, nameHeader, withProof, none: t('none'), locale, words: t })}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </ChartFrame>
  );
}

interface LineProps {
  row: StackRow;
  parts: readonly StackPart[];
  steps: readonly RateClass[];
  hatch: string;
}

interface Segment {
  key: string;
  x: number;
  width: number;
  striped: boolean;
  className: string;
}

function Line({ row, parts, steps, hatch }: LineProps) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const total = totalOf(row);
  const said = parts
    .map(({ key, label }) => `${label} ${formatNumber(row.counts[key] ?? 0, locale)}`)
    .join(', ');
  return (
    <>
      {row.href === undefined ? (
        <span className="font-medium">{row.name}</span>
      ) : (
        <TextLink href={row.href} quiet className="inline-flex min-h-6 items-center font-medium">
          {row.name}
        </TextLink>
      )}
      <svg
        role="img"
        aria-label={`${row.name}: ${total === 0 ? t('unknown') : said}`}
        className="chart-mark block h-5 w-full overflow-visible"
      >
        {total === 0 ? (
          <text x="0" y="50%" dy="0.35em" className="fill-muted text-14">
            {t('unknown')}
          </text>
        ) : (
          segmentsOf(row, parts, steps).map(({ key, x, width, striped, className }) => (
            <g key={key}>
              <rect
                x={`${x}%`}
                width={`${width}%`}
                y="1"
                height="18"
                className={`stroke-surface ${className}`}
              />
              {striped && <rect x={`${x}%`} width={`${width}%`} y="1" height="18" fill={filledBy(hatch)} />}
            </g>
          ))
        )}
        <rect y="0.5" width="100%" height="19" fill="none" className="stroke-rate-edge" />
      </svg>
      <span className="tabular text-right text-muted">{formatNumber(total, locale)}</span>
    </>
  );
}

const totalOf = ({ counts }: StackRow) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Proven first, claimed after it, rung by rung. */
export function segmentsOf(
  row: StackRow,
  parts: readonly StackPart[],
  steps: readonly RateClass[],
): Segment[] {
  const total = totalOf(row);
  let before = 0;
  return parts.flatMap(({ key }, index) => {
    const count = row.counts[key] ?? 0;
    const proven = Math.min(count, row.proven === undefined ? count : (row.proven[key] ?? 0));
    return [
      { key, count: proven, striped: false },
      { key: `${key}-claimed`, count: count - proven, striped: true },
    ]
      .filter((one) => one.count > 0)
      .map(({ key: name, count: part, striped }) => {
        const x = round((before / total) * 100);
        before += part;
        const width = round((before / total) * 100 - x);
        return { key: name, x, width, striped, className: rateFills[steps[index] ?? 5] };
      });
  });
}

interface ColumnOptions {
  parts: readonly StackPart[];
  nameHeader: string;
  withProof: boolean;
  none: string;
  locale: 'vi' | 'en';
  words: (key: 'column.total' | 'ofProven', values?: { count: string }) => string;
}

function columnsOf({ parts, nameHeader, withProof, locale, words }: ColumnOptions): Column<StackRow>[] {
  return [
    { key: 'name', header: nameHeader, rowHeader: true, cell: ({ name }) => name },
    ...parts.map(
      ({ key, label }): Column<StackRow> => ({
        key,
        header: label,
        numeric: true,
        cell: ({ counts, proven }) => {
          const count = formatNumber(counts[key] ?? 0, locale);
          if (!withProof || proven === undefined) return count;
          return `${count} (${words('ofProven', { count: formatNumber(proven[key] ?? 0, locale) })})`;
        },
      }),
    ),
    {
      key: 'total',
      header: words('column.total'),
      numeric: true,
      cell: (row) => formatNumber(totalOf(row), locale),
    },
  ];
}
