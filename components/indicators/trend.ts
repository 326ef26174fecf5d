import type { SparkPoint } from '@/components/charts/sparkline';
import { formatDate, formatPeriod } from '@/lib/i18n/format';
import type { Figure, TrendPoint } from '@/lib/indicators/schema';
import { targetText } from './sentences';
import { fullText, headName, type Speech, valueText } from './words';

/** Years of a small line start here: before it nothing was published. */
const monthsShown = 47;

/** One point a month, so that equal distances are equal times; a month nobody reported is a gap. */
export function sparkPoints(trend: readonly TrendPoint[]): SparkPoint[] {
  const last = trend.at(-1);
  if (last === undefined) return [];
  const byMonth = new Map(trend.map((point) => [monthOf(point.endsOn), point]));
  const end = monthOf(last.endsOn);
  const start = Math.max(monthOf(trend[0]?.endsOn ?? last.endsOn), end - monthsShown);
  return Array.from({ length: end - start + 1 }, (_, index) => {
    const point = byMonth.get(start + index);
    return { value: point?.value ?? null, provisional: point?.provisional ?? false };
  });
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** "Bệnh án điện tử: 68,4% (1.128/1.650), mục tiêu 100%." */
export function bulletText(figure: Figure, speech: Speech): string {
  const { t, locale } = speech;
  const target = figure.target?.value ?? null;
  return t('board.bullet', {
    name: headName(figure, speech),
    value: fullText(figure, speech),
    target:
      target === null || figure.unit !== 'percent'
        ? ''
        : t('board.bulletTarget', { target: targetText(target, figure.unit, locale) }),
  });
}

/** "Bệnh án điện tử: từ 2,8% (01/2023) đến 68,4% (Tháng 10/2026)." */
export function sparkText(figure: Figure & { trend: readonly TrendPoint[] }, speech: Speech): string {
  const { t } = speech;
  const known = figure.trend.filter(({ value }) => value !== null);
  const [first] = known;
  const last = known.at(-1);
  const name = headName(figure, speech);
  if (first === undefined || last === undefined) return t('board.sparkNone', { name });
  const text = ({ value }: TrendPoint) =>
    valueText({ unit: figure.unit, value, numerator: null, denominator: null }, speech);
  return t('board.spark', {
    name,
    first: text(first),
    from: pointName(first, speech),
    last: text(last),
    to: pointName(last, speech),
  });
}

/** A report speaks of its period, a published figure of its date. */
export function pointName({ period, endsOn, source }: TrendPoint, { locale }: Speech): string {
  return source === 'reports' ? formatPeriod(period, locale) : formatDate(endsOn, locale);
}
