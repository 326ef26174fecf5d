import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx';

export interface TimelineEntry {
  id: string;
  title: ReactNode;
  /** When and by which paper. */
  detail?: ReactNode;
  state?: 'done' | 'current' | 'next';
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useTranslations('ui.timeline');
  return (
    <ol>
      {entries.map((entry, index) => {
        const state = entry.state ?? 'done';
        const following = entries[index + 1]?.state ?? 'done';
        return (
          <li key={entry.id} className="keep relative pb-5 pl-8 last:pb-0">
            {index < entries.length - 1 && (
              <span
                aria-hidden
                className={cx(
                  'absolute top-3 -bottom-3 left-[7px] border-l-2',
                  following === 'next' ? 'border-dashed border-control' : 'border-solid border-primary',
                )}
              />
            )}
            <span
              aria-hidden
              className={cx('absolute top-[0.35em] left-0 size-4 rounded-full border-2', dots[state])}
            />
            <p className={cx(state === 'current' && 'font-semibold')}>
              <span className="sr-only">{t(state)}: </span>
              {entry.title}
            </p>
            {entry.detail !== undefined && <div className="text-small text-muted">{entry.detail}</div>}
          </li>
        );
      })}
    </ol>
  );
}

const dots = {
  done: 'border-primary bg-primary',
  current: 'border-primary bg-surface ring-3 ring-wash',
  next: 'border-control bg-surface',
} as const;
