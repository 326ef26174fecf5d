import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** The grid speaks in the browser, so the words of reports go along. */
export default async function ReportingLayout({ children }: { children: ReactNode }) {
  const { ui, officer, staff, reporting, shell } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ ui, officer, staff, reporting, shell }}>
      {children}
    </NextIntlClientProvider>
  );
}
