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

/** Marks a whole page as invented, printed too. */
export function SampleBanner({ children }: { children?: ReactNode }) {
  const t = useTranslations('ui.sample');
  return (
    <aside
      aria-label={t('badge')}
      className="border-b border-sample-line bg-sample px-4 py-1.5 text-14 sm:px-6"
    >
      <p>{children ?? t('banner')}</p>
    </aside>
  );
}
