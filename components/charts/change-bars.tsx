import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { formatNumber } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { ChartFrame, type ChartText } from './frame';
import { cutExtent, type Extent, percent } from './scales';
import { shareText } from './words';

export interface ChangePart {
  key: string;
  label: string;
  /** In points of percent, with its sign. */
  points: number;
}

interface ChangeBarsProps extends ChartText {
  from: { label: string; value: number };
  to: { label: string; value: number };
  /** They add up to the difference; what is left is shown as a part of its own, never hidden. */
  parts: readonly ChangePart[];
}

/** Under a thousandth of a point is arithmetic, not a change. */
const nothing = 0.005;

/** What moved the figure: each part starts where the one before ended. The table is the chart. */
export function ChangeBars({ from, to, parts, ...text }: ChangeBarsProps) {
  const t = useTranslations('charts.change');
  const locale = useLocale();
  const id = useId();
  const left = to.value - from.value - parts.reduce((sum, { points }) => sum + points, 0);
  const all = Math.abs(left) < nothing ? parts : [...parts, { key: 'rest', label: t('rest'), points: left }];
  const steps = stepsFrom(from.value, all);
  const extent = cutExtent([from.value, to.value, ...steps.map(({ end }) => end)]);
  return (
    <ChartFrame id={id} {...text}>
      <table aria-labelledby={`${id}-t`} className="w-full border-collapse text-left text-14">
        <thead className="text-muted">
          <tr className="align-bottom">
            <th scope="col" className="pb-1 font-medium">
              {t('part')}
            </th>
            <th scope="col" className="w-1/2 px-3 pb-1 font-normal">
              <Ends extent={extent} />
            </th>
            <th scope="col" className="pb-1 text-right font-medium">
              {t('points')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Stand {...from} extent={extent} />
          {steps.map((step) => (
            <Step key={step.key} step={step} extent={extent} />
          ))}
          <Stand {...to} extent={extent} />
        </tbody>
      </table>
      {extent[0] > 0 && (
        <p className="mt-1 text-14 text-muted">{t('cut', { from: shareText(extent[0], locale) })}</p>
      )}
    </ChartFrame>
  );
}

interface Stepped extends ChangePart {
  start: number;
  end: number;
}

export function stepsFrom(value: number, parts: readonly ChangePart[]): Stepped[] {
  let at = value;
  return parts.map((part) => {
    const start = at;
    at += part.points;
    return { ...part, start, end: at };
  });
}

/** +3,3 điểm %: a difference of shares is never written as a percentage. */
export function pointsText(points: number, locale: Locale): string {
  const size = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  }).format(Math.abs(points));
  return Math.abs(points) < nothing ? formatNumber(0, locale) : `${points < 0 ? '−' : '+'}${size}`;
}

function Stand({ label, value, extent }: { label: string; value: number; extent: Extent }) {
  const locale = useLocale();
  return (
    <tr className="border-y border-line font-semibold">
      <th scope="row" className="py-1.5 font-semibold">
        {label}
      </th>
      <td className="px-3">
        <svg aria-hidden="true" className="chart-mark block h-6 w-full overflow-visible">
          <line x1="0" x2="100%" y1="50%" y2="50%" className="stroke-line" />
          <circle cx={percent(value, extent)} cy="50%" r="5.5" className="fill-ink" />
        </svg>
      </td>
      <td className="py-1.5 text-right whitespace-nowrap">{shareText(value, locale)}</td>
    </tr>
  );
}

function Step({ step, extent }: { step: Stepped; extent: Extent }) {
  const t = useTranslations('charts.change');
  const locale = useLocale();
  const { start, end, points } = step;
  const [low, high] = start < end ? [start, end] : [end, start];
  const share = ((high - low) / (extent[1] - extent[0])) * 100;
  return (
    <tr>
      <th scope="row" className="py-1.5 font-normal">
        {step.label}
      </th>
      <td className="px-3">
        <svg aria-hidden="true" className="chart-mark block h-6 w-full overflow-visible">
          <rect
            x={percent(low, extent)}
            y="6"
            width={`${Math.max(0, Math.round(share * 10) / 10)}%`}
            height="12"
            className={points < 0 ? 'fill-surface stroke-ink' : 'fill-mark stroke-mark'}
          />
          <line
            x1={percent(end, extent)}
            x2={percent(end, extent)}
            y1="2"
            y2="22"
            strokeWidth="2"
            className="stroke-ink"
          />
        </svg>
      </td>
      <td className="py-1.5 text-right whitespace-nowrap">
        {pointsText(points, locale)} {t('unit')}
      </td>
    </tr>
  );
}

function Ends({ extent }: { extent: Extent }) {
  const locale = useLocale();
  return (
    <span className="tabular flex justify-between">
      <span>{shareText(extent[0], locale)}</span>
      <span>{shareText(extent[1], locale)}</span>
    </span>
  );
}
