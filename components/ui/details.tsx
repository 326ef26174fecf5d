import type { ReactNode } from 'react';
import { cx } from './cx';
import { ChevronRight } from './icons';

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  className?: string;
}

/** What most readers don't need, one press away. */
export function Details({ summary, children, open = false, className }: DetailsProps) {
  return (
    <details open={open} className={cx('group', className)}>
      <summary className="link inline-flex min-h-11 items-center gap-1 py-1 pointer-fine:min-h-0">
        <ChevronRight
          aria-hidden
          strokeWidth={1.5}
          className="size-5 shrink-0 transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="mt-2 border-l-4 border-line pl-5">{children}</div>
    </details>
  );
}
