'use client';
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ComponentProps, type ReactNode, useMemo } from 'react';

export type MessageTree = NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>;

/** `text` is a message tree as JSON. */
export function PackedWords({ text, children }: { text: string; children: ReactNode }) {
  const above = useMessages();
  const messages = useMemo<MessageTree>(() => ({ ...above, ...JSON.parse(text) }), [above, text]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
