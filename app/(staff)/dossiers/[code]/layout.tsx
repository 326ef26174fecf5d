import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Forms of an act speak in the browser, so their words go along. */
export default async function DossierLayout({ children }: { children: ReactNode }) {
  const { ui, officer, staff, shell } = await getMessages();
  return <NextIntlClientProvider messages={{ ui, officer, staff, shell }}>{children}</NextIntlClientProvider>;
}
