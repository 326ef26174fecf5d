import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { cx } from '@/components/ui/cx';
import { formatNumber } from '@/lib/i18n/format';
import { filledBy, Hatch } from './hatch';
import { countExtent, position, round } from './scales';

export interface MiniBar {
  /** "Tháng 10/2026" */
  label: string;
  /** True and false are drawn full and empty; null is missing and drawn as stripes. */
  value: number | boolean | null;
  /** Carried forward from an earlier period. */
  carried?: boolean;
}

interface MiniBarsProps {
  /** "E21, 12 kỳ gần nhất" – every value follows it in words. */
  name: string;
  bars: readonly MiniBar[];
  /** How a value is said; plain numbers without this. */
  say?: ((value: number) => string) | undefined;
  className?: string | undefined;
}

/** The last twelve periods of one cell; the newest is darker. */
export function MiniBars({ name, bars, say, className }: MiniBarsProps) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const id = useId();
  const numbers = bars.map(({ value }) => (typeof value === 'boolean' ? Number(value) : value));
  const extent = bars.some(({ value }) => typeof value === 'boolean')
    ? ([0, 1] as const)
    : countExtent(numbers);
  const words = ({ label, value, carried }: MiniBar) => {
    const said =
      value === null
        ? t('missing')
        : typeof value === 'boolean'
          ? t(value ? 'yes' : 'no')
          : (say?.(value) ?? formatNumber(value, locale, 2));
    return `${label}: ${said}${carried ? ` (${t('carried')})` : ''}`;
  };
  const width = 100 / Math.max(1, bars.length);
  return (
    <svg
      role="img"
      aria-label={`${name}. ${bars.map(words).join('; ')}`}
      className={cx('chart-mark block h-8 w-28', className)}
    >
      <defs>
        <Hatch id={id} step={4} />
      </defs>
      {bars.map((bar, index) => (
        <Bar
          key={bar.label}
          bar={bar}
          x={round(index * width + width * 0.1)}
          width={round(width * 0.8)}
          height={position(numbers[index] ?? 0, extent)}
          last={index === bars.length - 1}
          hatch={id}
        >
          {words(bar)}
        </Bar>
      ))}
      <line x1="0" x2="100%" y1="100%" y2="100%" strokeWidth="2" className="stroke-muted" />
    </svg>
  );
}

interface BarProps {
  bar: MiniBar;
  x: number;
  width: number;
  height: number;
  last: boolean;
  hatch: string;
  children: string;
}

function Bar({ bar, x, width, height, last, hatch, children }: BarProps) {
  const place = { x: `${x}%`, width: `${width}%` };
  if (bar.value === null) {
    return (
      <rect {...place} y="0" height="100%" fill={filledBy(hatch)}>
        <title>{children}</title>
      </rect>
    );
  }
  const tall = Math.max(height, 4);
  return (
    <rect
      {...place}
      y={`${round(100 - tall)}%`}
      height={`${round(tall)}%`}
      className={cx(bar.carried ? 'fill-surface stroke-mark' : last ? 'fill-mark' : 'fill-rate-3')}
    >
      <title>{children}</title>
    </rect>
  );
}
