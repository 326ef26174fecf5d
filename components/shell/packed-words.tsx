'use client';
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { timeZone } from '@/lib/i18n/locale';

export type MessageTree = NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>;

/** `text` is a message tree as JSON. */
export function PackedWords({ text, children }: { text: string; children: ReactNode }) {
  const above = useMessages();
  const messages = useMemo(() => ({ ...above, ...unpacked(text) }), [above, text]);
  return (
    <NextIntlClientProvider locale={useLocale()} timeZone={timeZone} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}

// The same few texts come again and again: a page or a layout has one in each language.
const known = new Map<string, MessageTree>();

function unpacked(text: string): MessageTree {
  const messages = known.get(text) ?? (JSON.parse(text) as MessageTree);
  known.set(text, messages);
  return messages;
}
