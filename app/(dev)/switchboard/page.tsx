import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/access/done-notice';
import { MoodForm } from '@/components/integrations/mood-form';
import { Frame, Main, PageTitle } from '@/components/shell/main';
import { PublicHeader } from '@/components/shell/public-header';
import { PlainTable } from '@/components/tables/plain-table';
import { Button } from '@/components/ui/button';
import { Block } from '@/components/ui/figure';
import { InsetText } from '@/components/ui/notice';
import { SampleBanner } from '@/components/ui/sample';
import { StatusTag } from '@/components/ui/status-tag';
import { simulatorsOn } from '@/lib/config/features';
import { formatDateTime, formatNumber } from '@/lib/i18n/format';
import { switchboard } from '@/lib/integrations/switchboard';
import type { SimulatedMessage, SwitchboardLine } from '@/lib/integrations/switchboard/port';
import { DomainError } from '@/lib/kernel/errors';
import { resetMoodsAction } from '@/lib/partners/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('integrations'))('switchboard.title'), robots: { index: false } };
}

interface Board {
  lines: SwitchboardLine[];
  messages: SimulatedMessage[];
}

/** Null when the simulators do not answer: the page then says so instead of failing. */
async function readBoard(): Promise<Board | null> {
  try {
    const [lines, messages] = await Promise.all([switchboard().read(), switchboard().messages()]);
    return { lines, messages };
  } catch (cause) {
    if (cause instanceof DomainError) return null;
    throw cause;
  }
}

export default async function SwitchboardPage({ searchParams }: PageProps<'/switchboard'>) {
  if (!simulatorsOn()) notFound();
  const [t, board, { done }] = await Promise.all([
    getTranslations('integrations.switchboard'),
    readBoard(),
    searchParams,
  ]);
  return (
    <Frame density="desk">
      <PublicHeader />
      <SampleBanner />
      <Main width="wide">
        <PageTitle
          lead={t('lead')}
          aside={
            <form action={resetMoodsAction}>
              <Button variant="secondary">{t('reset')}</Button>
            </form>
          }
        >
          {t('title')}
        </PageTitle>
        {board === null ? (
          <InsetText tone="danger">{t('down')}</InsetText>
        ) : (
          <>
            <DoneNotice>{done === undefined ? null : t('done')}</DoneNotice>
            <div className="flex flex-col gap-10">
              <Moods lines={board.lines} />
              <Messages messages={board.messages} />
            </div>
          </>
        )}
      </Main>
    </Frame>
  );
}

async function Moods({ lines }: { lines: readonly SwitchboardLine[] }) {
  const [t, locale] = await Promise.all([getTranslations('integrations'), getLocale()]);
  return (
    <PlainTable
      caption={t('switchboard.caption')}
      captionHidden
      rows={lines}
      rowKey={({ partner }) => partner}
      columns={[
        {
          key: 'partner',
          header: t('partner'),
          rowHeader: true,
          cell: ({ partner }) => t(`partners.${partner}`),
        },
        {
          key: 'now',
          header: t('switchboard.mood'),
          cell: ({ mood }) => (
            <StatusTag tone={mood === 'ok' ? 'on_time' : mood === 'slow' ? 'due_soon' : 'overdue'}>
              {t(`switchboard.moods.${mood}`)}
            </StatusTag>
          ),
        },
        {
          key: 'calls',
          header: t('switchboard.calls'),
          numeric: true,
          cell: ({ calls }) => formatNumber(calls, locale),
        },
        { key: 'set', header: t('switchboard.set'), cell: (line) => <MoodForm line={line} /> },
      ]}
    />
  );
}

async function Messages({ messages }: { messages: readonly SimulatedMessage[] }) {
  const [t, locale] = await Promise.all([getTranslations('integrations.switchboard'), getLocale()]);
  return (
    <Block title={t('messages')} note={t('messagesNote')}>
      {messages.length === 0 ? (
        <p className="text-muted">{t('noMessages')}</p>
      ) : (
        <ol className="border-t border-line">
          {messages.map((message) => (
            <li key={message.id} className="border-b border-line py-3">
              <p className="text-small text-muted">
                {t(message.channel)} · {t('to')} {message.to} · {formatDateTime(new Date(message.at), locale)}
              </p>
              {message.subject !== null && <p className="font-semibold">{message.subject}</p>}
              <p className="max-w-prose text-small whitespace-pre-line">{message.text}</p>
            </li>
          ))}
        </ol>
      )}
    </Block>
  );
}
