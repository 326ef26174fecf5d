import { useTranslations } from 'next-intl';
import { cx } from './cx';

/** "Xong 3 trong 6 phần." with its bar. */
export function Progress({ done, total }: { done: number; total: number }) {
  const t = useTranslations('ui');
  return (
    <div>
      <p className="text-muted">{t('progress', { done, total })}</p>
      <Bar className="mt-2 h-2" value={total === 0 ? 0 : done / total} />
    </div>
  );
}

interface BulletProps {
  label: string;
  /** Shares, 0…1. */
  value: number;
  target: number;
  /** The same two as words, already formatted. */
  valueText: string;
  targetText: string;
  className?: string;
}

/** Bar = where we are, upright = where we must be. The figures stand beside it as text. */
export function BulletBar({ label, value, target, valueText, targetText, className }: BulletProps) {
  const t = useTranslations('ui');
  const name = t('bullet', { label, value: valueText, target: targetText });
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox="0 0 1000 16"
      preserveAspectRatio="none"
      className={cx('chart-mark block h-4 w-full overflow-visible', className)}
    >
      <rect x="0" y="3" width="1000" height="10" className="fill-track" />
      <rect x="0" y="5" width={clamp(value) * 1000} height="6" rx="1" className="fill-fill" />
      <line
        x1={clamp(target) * 1000}
        x2={clamp(target) * 1000}
        y1="0"
        y2="16"
        strokeWidth="3"
        vectorEffect="non-scaling-stroke"
        className="stroke-ink"
      />
    </svg>
  );
}

function Bar({ value, className }: { value: number; className: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 1000 8"
      preserveAspectRatio="none"
      className={cx('chart-mark block w-full', className)}
    >
      <rect width="1000" height="8" rx="2" className="fill-track" />
      <rect width={clamp(value) * 1000} height="8" rx="2" className="fill-fill" />
    </svg>
  );
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
