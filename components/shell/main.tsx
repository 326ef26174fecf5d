import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

const widths = {
  prose: 'mx-auto max-w-prose',
  page: 'mx-auto max-w-page',
  wide: 'mx-auto max-w-wide',
  full: '',
} as const;

interface MainProps {
  children: ReactNode;
  width?: keyof typeof widths;
}

/** The place the skip link leads to. Applicants read in a column; desks use the whole window. */
export function Main({ children, width = 'page' }: MainProps) {
  return (
    <main id="main" tabIndex={-1} className={cx('w-full px-4 pt-6 pb-16 sm:px-6 sm:pt-8', widths[width])}>
      {children}
    </main>
  );
}

/** Header, content and footer in one column that fills the window. */
export function Frame({ density, children }: { density: 'reading' | 'desk'; children: ReactNode }) {
  return <div className={cx(density, 'flex min-h-dvh flex-col')}>{children}</div>;
}

interface PageTitleProps {
  children: ReactNode;
  /** The line below: code, unit, what the page answers. */
  lead?: ReactNode;
  /** What stands at the right: the due date, the moves of the page. */
  aside?: ReactNode;
}

export function PageTitle({ children, lead, aside }: PageTitleProps) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="min-w-0">
        <h1>{children}</h1>
        {lead !== undefined && <div className="mt-1 max-w-prose text-muted">{lead}</div>}
      </div>
      {aside}
    </div>
  );
}
