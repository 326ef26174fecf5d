'use client';
import { usePathname } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDateTime } from '@/lib/i18n/format';

/** On paper only: whose page this is, its address with filters, and when it was printed. */
export function PrintHeader({ origin }: { origin: string }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const path = usePathname();
  const [printing, setPrinting] = useState<{ search: string; at: Date } | null>(null);
  useEffect(() => {
    const note = () => flushSync(() => setPrinting({ search: window.location.search, at: new Date() }));
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  return (
    <div className="only-print mb-6 hidden border-b border-ink pb-2 text-14">
      <p className="font-semibold">
        {t('ministry')} · {t('portal')}
      </p>
      <p>{t('print.address', { address: `${origin}${path}${printing?.search ?? ''}` })}</p>
      {printing !== null && <p>{t('print.printedAt', { time: formatDateTime(printing.at, locale) })}</p>}
    </div>
  );
}
