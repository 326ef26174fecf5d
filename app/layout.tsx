import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PrintHeader } from '@/components/shell/print-header';
import { RouteLinks } from '@/components/shell/route-links';
import { Words } from '@/components/shell/words';
import { env } from '@/lib/config/env';
import { themeCookie, themeOf } from '@/lib/i18n/theme';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  const name = `${t('portal')} · ${t('ministry')}`;
  return { title: { default: name, template: `%s · ${t('ministry')}` }, description: t('description') };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#003d73' },
    { media: '(prefers-color-scheme: dark)', color: '#0a2a48' },
  ],
};

/** Awaited whole: a page of a citizen must be complete before any script runs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { ui, shell, unexpected }, t, jar] = await Promise.all([
    getLocale(),
    getMessages(),
    getTranslations('shell'),
    cookies(),
  ]);
  const theme = themeOf(jar.get(themeCookie)?.value);
  return (
    <html lang={locale} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body className="font-sans antialiased">
        <a
          href="#main"
          className="no-print sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold focus:text-primary"
        >
          {t('skip')}
        </a>
        <NextIntlClientProvider messages={{}}>
          <Words of={{ ui, shell, unexpected }}>
            <PrintHeader origin={env().PUBLIC_URL} />
            <RouteLinks />
            {children}
          </Words>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
