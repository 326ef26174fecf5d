'use client';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-look';

/** What happened, what is safe, what to do. A plain link home: it also leaves behind whatever has broken. */
export function Unexpected({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  const t = useTranslations('unexpected');
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-prose px-4 pt-6 pb-16">
      <h1>{t('title')}</h1>
      <p className="mt-4">{t('happened')}</p>
      <p className="mt-3">{t('safe')}</p>
      {reference !== undefined && (
        <p className="tabular mt-3 text-small text-muted">{t('reference', { id: reference })}</p>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        <button type="button" onClick={retry} className={buttonClass()}>
          {t('retry')}
        </button>
        <a href="/" className={buttonClass('secondary')}>
          {t('home')}
        </a>
      </div>
    </main>
  );
}
