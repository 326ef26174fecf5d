import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Words } from '@/components/shell/words';

/** The grid speaks in the browser, so the words of reports go along. */
export default async function ReportingLayout({ children }: { children: ReactNode }) {
  const { officer, staff, reporting } = await getMessages();
  return <Words of={{ officer, staff, reporting }}>{children}</Words>;
}
