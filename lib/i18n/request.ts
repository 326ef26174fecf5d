import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { localeCookie, localeOf, timeZone } from './locale';
import { loadMessages } from './messages';

/** `locale` is given by jobs, mails and PDFs that write to somebody else than the person asking. */
export default getRequestConfig(async ({ locale }) => {
  const chosen = localeOf(locale ?? (await cookies()).get(localeCookie)?.value);
  return { locale: chosen, timeZone, messages: await loadMessages(chosen) };
});
