import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Messages } from 'next-intl';
import type { Locale } from './locale';

const folder = join(process.cwd(), 'lib', 'i18n', 'messages');
const kept = new Map<Locale, Promise<Messages>>();

/** All words of one language; each file is a namespace of the same name. Pages, jobs, mails and PDFs share them. */
export function loadMessages(locale: Locale): Promise<Messages> {
  if (process.env.NODE_ENV !== 'production') return readAll(locale);
  const messages = kept.get(locale) ?? readAll(locale);
  kept.set(locale, messages);
  return messages;
}

async function readAll(locale: Locale): Promise<Messages> {
  const files = (await readdir(join(folder, locale))).filter((file) => file.endsWith('.json'));
  const entries = await Promise.all(
    files.map(async (file): Promise<[string, unknown]> => {
      const text = await readFile(join(folder, locale, file), 'utf8');
      return [file.slice(0, -'.json'.length), JSON.parse(text)];
    }),
  );
  return checked(Object.fromEntries(entries));
}

/** The one cast: messages.test.ts holds that the files on disk are those that `i18n.d.ts` names, in both languages. */
function checked(messages: Record<string, unknown>): Messages {
  return messages as Messages;
}
