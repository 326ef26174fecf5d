import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { ChartFrame, type ChartText } from './frame';
import { percent, position } from './scales';
import { partsText, shareText } from './words';

export interface DotRow {
  id: string;
  name: string;
  href?: string | undefined;
  /** A share 0–100; null is unknown. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** A second value of the same row, drawn as a ring: the period before, or what is claimed but not proven. */
  other?: number | null | undefined;
  /** The row the page is about. */
  current?: boolean | undefined;
}

interface DotPlotProps extends ChartText {
  /** In the order in which they are to be read. */
  rows: readonly DotRow[];
  nameHeader: string;
  target?: number | null | undefined;
  /** Names of dot and ring; needed as soon as a row has a second value. */
  legend?: { value: string; other: string } | undefined;
}

/** The table is the chart: who listens hears name, share and parts; who looks sees the line of dots. */
export function DotPlot({ rows, nameHeader, target = null, legend, ...text }: DotPlotProps) {
  const t = useTranslations('charts.column');
  const id = useId();
  return (
    <ChartFrame id={id} {...text}>
      {legend !== undefined && <Legend {...legend} />}
      <table aria-labelledby={`${id}-t`} className="w-full border-collapse text-left text-14">
        <thead className="text-muted">
          <tr className="align-bottom">
            <th scope="col" className="pb-1 font-medium">
              {nameHeader}
            </th>
            <th scope="col" className="w-1/2 px-3 pb-1 font-normal sm:w-3/5">
              <span className="sr-only">{t('plot')}</span>
              <Axis target={target} />
            </th>
            <th scope="col" className="pb-1 text-right font-medium">
              {t('value')}
            </th>
            <th scope="col" className="pb-1 pl-2 text-right font-medium whitespace-nowrap max-sm:hidden">
              {t('parts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} target={target} otherName={legend?.other} />
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}

interface RowProps {
  row: DotRow;
  target: number | null;
  otherName: string | undefined;
}

function Row({ row, target, otherName }: RowProps) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const parts = partsText(row, locale);
  const { other = null } = row;
  return (
    <tr className={cx('hover:bg-canvas', row.current && 'bg-wash font-semibold')}>
      <th scope="row" className="py-0.5 font-medium sm:min-w-24">
        {row.href === undefined ? (
          row.name
        ) : (
          <TextLink href={row.href} quiet className="inline-block min-h-6 min-w-6">
            {row.name}
          </TextLink>
        )}
      </th>
      <td className="relative px-3">
        <Line row={row} target={target} />
      </td>
      <td className="py-0.5 text-right whitespace-nowrap">
        {row.value === null ? (
          <span className="text-muted">
            <span aria-hidden>{t('none')}</span>
            <span className="sr-only">{t('unknown')}</span>
          </span>
        ) : (
          <span className="font-semibold">{shareText(row.value, locale)}</span>
        )}
        {otherName !== undefined && (
          <span className="sr-only">
            ; {otherName}: {other === null ? t('unknown') : shareText(other, locale)}
          </span>
        )}
        <span className="block text-muted sm:hidden">{parts}</span>
      </td>
      <td className="py-0.5 pl-2 text-right whitespace-nowrap text-muted max-sm:hidden">
        {parts ?? t('none')}
      </td>
    </tr>
  );
}

/** Stretched over the height of its cell, so that the target runs through from row to row. */
function Line({ row, target }: { row: DotRow; target: number | null }) {
  const t = useTranslations('charts');
  const { value, other = null } = row;
  return (
    <svg
      aria-hidden="true"
      className="chart-mark absolute inset-y-0 right-3 left-3 block h-full w-[calc(100%-1.5rem)] overflow-visible"
    >
      <line x1="0" x2="100%" y1="50%" y2="50%" className="stroke-line" />
      {target !== null && (
        <line
          x1={percent(target)}
          x2={percent(target)}
          y1="0"
          y2="100%"
          strokeWidth="1.5"
          strokeDasharray="4 3"
          className="stroke-ink"
        />
      )}
      {value !== null && other !== null && (
        <line
          x1={percent(other)}
          x2={percent(value)}
          y1="50%"
          y2="50%"
          strokeWidth="2"
          className="stroke-mark"
        />
      )}
      {other !== null && (
        <circle cx={percent(other)} cy="50%" r="4.5" strokeWidth="2" className="fill-surface stroke-mark" />
      )}
      {value === null ? (
        <text
          x="0"
          y="50%"
          dy="0.35em"
          className="fill-muted stroke-surface text-14 [paint-order:stroke]"
          strokeWidth="6"
        >
          {t('unknown')}
        </text>
      ) : (
        <circle cx={percent(value)} cy="50%" r="5.5" className="fill-mark" />
      )}
    </svg>
  );
}

function Axis({ target }: { target: number | null }) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const at = target === null ? 0 : position(target, [0, 100]);
  return (
    <svg aria-hidden="true" className="block h-11 w-full overflow-visible">
      {target !== null && (
        <text x={percent(at)} y="16" textAnchor={at > 50 ? 'end' : 'start'} className="fill-ink text-14">
          {t('target', { value: shareText(target, locale) })}
        </text>
      )}
      <text x="0" y="38" className="fill-muted text-14">
        0
      </text>
      <text x="50%" y="38" textAnchor="middle" className="fill-muted text-14">
        50
      </text>
      <text x="100%" y="38" textAnchor="end" className="fill-muted text-14">
        100%
      </text>
    </svg>
  );
}

function Legend({ value, other }: { value: string; other: string }) {
  return (
    <p aria-hidden="true" className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-14">
      <span className="inline-flex items-center gap-2">
        <svg aria-hidden="true" viewBox="0 0 12 12" className="chart-mark size-3">
          <circle cx="6" cy="6" r="5.5" className="fill-mark" />
        </svg>
        {value}
      </span>
      <span className="inline-flex items-center gap-2">
        <svg aria-hidden="true" viewBox="0 0 12 12" className="chart-mark size-3">
          <circle cx="6" cy="6" r="4.5" strokeWidth="2" className="fill-surface stroke-mark" />
        </svg>
        {other}
      </span>
    </p>
  );
}
