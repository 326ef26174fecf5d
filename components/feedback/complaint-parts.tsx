import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { StageReading } from '@/lib/feedback/rules';
import type { ComplaintState, ComplaintSubject } from '@/lib/feedback/schema';
import { formatDate, formatDateTime } from '@/lib/i18n/format';

const tones = {
  received: 'on_track',
  supplement_asked: 'paused',
  answered: 'achieved',
  refused: 'neutral',
  published: 'achieved',
} as const satisfies Record<ComplaintState, string>;

/** Where a complaint stands; lateness is said beside it, not instead. */
export function ComplaintStanding({ state, late }: { state: ComplaintState; late: boolean }) {
  const t = useTranslations('feedback');
  return (
    <span className="inline-flex flex-wrap gap-x-4">
      <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>
      {late && <StatusTag tone="overdue">{t('due.lateMark')}</StatusTag>}
    </span>
  );
}

/** The clock step by step, each with its last day. */
export function StageList({ receivedAt, stages }: { receivedAt: Date; stages: readonly StageReading[] }) {
  const t = useTranslations('feedback.stage');
  const locale = useLocale();
  const day = (at: Date) => formatDate(at, locale);
  return (
    <ul>
      <li className="border-b border-line py-2 text-small text-muted">
        {t('received', { time: formatDateTime(receivedAt, locale) })}
      </li>
      {stages.map(({ stage, due, doneAt, late }) => (
        <li
          key={stage}
          className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2"
        >
          <span>{t(stage)}</span>
          <span className="text-small">
            {due === null
              ? t('still')
              : doneAt === null
                ? t('open', { due: day(due) })
                : t('done', { done: day(doneAt), due: day(due) })}{' '}
            {due !== null && (
              <StatusTag tone={late ? 'overdue' : 'in_time'}>{t(late ? 'late' : 'inTime')}</StatusTag>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Words somebody sent, as they were sent. */
export function Said({ title, children, at }: { title: string; children: string; at: Date }) {
  const locale = useLocale();
  return (
    <Part title={title}>
      <p className="max-w-prose break-words whitespace-pre-line">{children}</p>
      <p className="mt-1 text-small text-muted">{formatDateTime(at, locale)}</p>
    </Part>
  );
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2">{title}</h2>
      {children}
    </section>
  );
}

interface OwnLine {
  code: string;
  subject: ComplaintSubject;
  state: ComplaintState;
  receivedAt: Date;
  late: boolean;
}

export function OwnComplaints({ home, rows }: { home: string; rows: readonly OwnLine[] }) {
  const t = useTranslations('feedback');
  const locale = useLocale();
  if (rows.length === 0) return <p className="text-muted">{t('make.none')}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.code} className="keep border-b border-line py-3">
          <TextLink href={`${home}/complaint/${row.code}`} className="tabular font-medium">
            {row.code}
          </TextLink>{' '}
          <span className="text-small text-muted">
            {t(`subject.${row.subject}`)} · {formatDate(row.receivedAt, locale)}
          </span>
          <span className="block">
            <ComplaintStanding state={row.state} late={row.late} />
          </span>
        </li>
      ))}
    </ul>
  );
}
