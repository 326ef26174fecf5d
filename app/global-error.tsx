'use client';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import './globals.css';
import { NextIntlClientProvider } from 'next-intl';
import { Unexpected } from '@/components/shell/unexpected';
import { localeOf } from '@/lib/i18n/locale';
import en from '@/lib/i18n/messages/en/unexpected.json';
import vi from '@/lib/i18n/messages/vi/unexpected.json';

const words = { vi, en };

/** The layout itself has failed; the language is that of the page it was to frame. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const locale = localeOf(typeof document === 'undefined' ? undefined : document.documentElement.lang);
  const unexpected = words[locale];
  return (
    <html lang={locale}>
      <body className="font-sans antialiased">
        <title>{unexpected.title}</title>
        <NextIntlClientProvider locale={locale} messages={{ unexpected }}>
          <Unexpected reference={error.digest} retry={reset} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
