import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Marks one record as invented. */
export function SampleBadge() {
  const t = useTranslations('ui.sample');
  return (
    <span className="inline-block rounded border border-sample-line bg-sample px-2 text-14 font-medium whitespace-nowrap">
      {t('badge')}
    </span>
  );
}

/** Marks a whole page as invented, printed too; `wide` keeps to the column of the public pages. */
export function SampleBanner({ children, wide = false }: { children?: ReactNode; wide?: boolean }) {
  const t = useTranslations('ui.sample');
  return (
    <aside aria-label={t('badge')} className="border-b border-sample-line bg-sample py-1.5 text-14">
      <p className={wide ? 'mx-auto max-w-wide px-4 sm:px-6' : 'px-4 sm:px-6'}>{children ?? t('banner')}</p>
    </aside>
  );
}
