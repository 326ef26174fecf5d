import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** The form beside the scan speaks in the browser, so its words go along. */
export default async function DocumentsLayout({ children }: { children: ReactNode }) {
  const { ui, documents, staff, shell } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ ui, documents, staff, shell }}>{children}</NextIntlClientProvider>
  );
}
