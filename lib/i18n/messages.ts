import 'server-only';
import type { Messages } from 'next-intl';
import type { Locale } from './locale';

const catalogues = {
  vi: () => import('./messages/vi'),
  en: () => import('./messages/en'),
} as const satisfies Record<Locale, () => Promise<{ default: Messages }>>;

/** All words of one language; each file is a namespace of the same name. Pages, jobs, mails and PDFs share them. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await catalogues[locale]()).default;
}
