import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Words } from '@/components/shell/words';

/** The form beside the scan speaks in the browser, so its words go along. */
export default async function DocumentsLayout({ children }: { children: ReactNode }) {
  const { documents, staff } = await getMessages();
  return <Words of={{ documents, staff }}>{children}</Words>;
}
