import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type StatusTone =
  | 'early'
  | 'on_time'
  | 'in_time'
  | 'due_soon'
  | 'overdue'
  | 'paused'
  | 'neutral'
  | 'achieved'
  | 'on_track'
  | 'at_risk'
  | 'off_track'
  | 'no_data';

type Shape = 'disc' | 'ring' | 'triangle' | 'diamond' | 'square' | 'bars' | 'double';

/** Shape, colour and word say the same thing, so any one of them is enough. */
const looks = {
  early: { shape: 'double', mark: 'fill-achieved', text: 'text-achieved-text' },
  on_time: { shape: 'disc', mark: 'fill-achieved', text: 'text-achieved-text' },
  in_time: { shape: 'triangle', mark: 'fill-on-track', text: 'text-on-track-text' },
  due_soon: { shape: 'diamond', mark: 'fill-at-risk', text: 'text-at-risk-text' },
  overdue: { shape: 'square', mark: 'fill-off-track', text: 'text-off-track-text' },
  paused: { shape: 'bars', mark: 'fill-no-data', text: 'text-no-data-text' },
  neutral: { shape: 'ring', mark: 'fill-no-data', text: 'text-no-data-text' },
  achieved: { shape: 'disc', mark: 'fill-achieved', text: 'text-achieved-text' },
  on_track: { shape: 'triangle', mark: 'fill-on-track', text: 'text-on-track-text' },
  at_risk: { shape: 'diamond', mark: 'fill-at-risk', text: 'text-at-risk-text' },
  off_track: { shape: 'square', mark: 'fill-off-track', text: 'text-off-track-text' },
  no_data: { shape: 'ring', mark: 'fill-no-data', text: 'text-no-data-text' },
} as const satisfies Record<StatusTone, { shape: Shape; mark: string; text: string }>;

const paths = {
  disc: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z',
  ring: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z',
  triangle: 'M6 1 11.5 11H.5Z',
  diamond: 'M6 0l6 6-6 6-6-6Z',
  square: 'M1.25 1.25h9.5v9.5h-9.5Z',
  bars: 'M2 1h3v10H2Zm5 0h3v10H7Z',
  double:
    'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0Zm0 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM6 3.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2Z',
} as const satisfies Record<Shape, string>;

export function StatusShape({ tone, className }: { tone: StatusTone; className?: string }) {
  const { shape, mark } = looks[tone];
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      className={cx('status-shape size-[0.7em] shrink-0', mark, className)}
    >
      <path fillRule="evenodd" d={paths[shape]} />
    </svg>
  );
}

/** `children` make the word exact: "Còn 1 ngày làm việc", "Chậm, còn thiếu 522". */
export function StatusTag({ tone, children }: { tone: StatusTone; children?: ReactNode }) {
  const t = useTranslations('ui.status');
  return (
    <span className={cx('inline-flex items-baseline gap-1.5 font-semibold', looks[tone].text)}>
      <StatusShape tone={tone} />
      <span>{children ?? t(tone)}</span>
    </span>
  );
}

export type TagTone = 'plain' | 'info' | 'warn' | 'danger';

const tags = {
  plain: 'border-line bg-canvas text-ink',
  info: 'border-transparent bg-wash text-ink',
  warn: 'border-transparent bg-warn-wash text-warn',
  danger: 'border-transparent bg-danger-wash text-danger',
} as const satisfies Record<TagTone, string>;

/** A word that needs to be seen but is no status on a scale. */
export function Tag({ tone = 'info', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-block rounded border px-2.5 py-0.5 text-14 font-semibold whitespace-nowrap',
        tags[tone],
      )}
    >
      {children}
    </span>
  );
}

/** How many wait behind a link or a tab. */
export function Counter({ children }: { children: ReactNode }) {
  return <span className="tabular ml-1.5 text-[0.85em] font-medium opacity-85">{children}</span>;
}
