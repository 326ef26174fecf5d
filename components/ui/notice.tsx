import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { TriangleAlert } from './icons';

/** The sentence the page exists for: the state of a case, what happens next. */
export function Notice({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <section className="keep border-l-4 border-primary bg-canvas px-5 py-4">
      <p className="text-21 font-semibold text-balance">{title}</p>
      {children !== undefined && <div className="mt-1">{children}</div>}
    </section>
  );
}

/** A remark beside the text; quieter than a notice. */
export function InsetText({
  children,
  tone = 'plain',
}: {
  children: ReactNode;
  tone?: 'plain' | 'warn' | 'danger';
}) {
  const tones = {
    plain: 'border-line',
    warn: 'border-at-risk bg-warn-wash',
    danger: 'border-danger bg-danger-wash',
  } as const;
  return <div className={cx('border-l-4 px-5 py-3', tones[tone])}>{children}</div>;
}

/** What has a consequence that can't be undone. */
export function Warning({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <div className="flex items-start gap-3">
      <TriangleAlert aria-hidden strokeWidth={1.5} className="mt-0.5 size-7 shrink-0 text-warn" />
      <p className="font-semibold">
        <span className="sr-only">{t('warning')}: </span>
        {children}
      </p>
    </div>
  );
}

/** Confirmation of a finished act: the one thing on its page, so its title is the page's own. */
export function Panel({
  title,
  children,
  level = 1,
}: {
  title: ReactNode;
  children?: ReactNode;
  level?: 1 | 4;
}) {
  const Heading = level === 1 ? 'h1' : 'h4';
  return (
    <section className="keep rounded bg-bar px-6 py-8 text-on-bar sm:px-10 sm:py-10 print:border-2 print:border-ink print:bg-transparent print:text-ink">
      <Heading className="text-27 font-semibold sm:text-36">{title}</Heading>
      {children !== undefined && <div className="mt-3 text-21">{children}</div>}
    </section>
  );
}

/** Why there is nothing here, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="border-y border-line py-10">
      <p className="text-21 font-semibold">{title}</p>
      {children !== undefined && <div className="mt-1 max-w-prose text-muted">{children}</div>}
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  );
}
