import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

/** Opens without JavaScript; the panel lies over the page and closes with the same press. */
export function MobileMenu({ children, onBar = false }: { children: ReactNode; onBar?: boolean }) {
  const t = useTranslations('shell');
  return (
    <details className="shrink-0 lg:hidden">
      <summary
        className={cx(
          'inline-flex min-h-11 items-center whitespace-nowrap rounded border px-4 text-small font-semibold',
          onBar ? 'border-on-bar-muted text-on-bar' : 'border-primary text-primary',
        )}
      >
        {t('menu')}
      </summary>
      <div className="absolute inset-x-0 top-full z-30 border-y border-line bg-surface px-4 py-4 text-ink shadow-float sm:px-6">
        {children}
      </div>
    </details>
  );
}
