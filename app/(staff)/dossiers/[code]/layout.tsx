import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Words } from '@/components/shell/words';

/** Forms of an act speak in the browser, so their words go along. */
export default async function DossierLayout({ children }: { children: ReactNode }) {
  const { officer, staff } = await getMessages();
  return <Words of={{ officer, staff }}>{children}</Words>;
}
