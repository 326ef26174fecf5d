'use client';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import './globals.css';
import { NextIntlClientProvider } from 'next-intl';
import { Unexpected } from '@/components/shell/unexpected';
import errors from '@/lib/i18n/messages/vi/errors.json';

/** The layout itself has failed, and with it the choice of language: Vietnamese, from the file. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="vi">
      <body className="font-sans antialiased">
        <title>{errors.unexpected.title}</title>
        <NextIntlClientProvider locale="vi" messages={{ errors }}>
          <Unexpected reference={error.digest} retry={reset} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
