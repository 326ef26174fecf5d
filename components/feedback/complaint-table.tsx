import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { SampleBadge } from '@/components/ui/sample';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { ComplaintState, ComplaintSubject } from '@/lib/feedback/schema';
import { formatDate } from '@/lib/i18n/format';
import { ComplaintStanding } from './complaint-parts';

interface Line {
  code: string;
  dossierCode: string | null;
  subject: ComplaintSubject;
  state: ComplaintState;
  receivedAt: Date;
  due: Date | null;
  late: boolean;
  repeats: string | null;
  sample: boolean;
}

export function ComplaintTable({
  caption,
  rows,
  empty,
}: {
  caption: string;
  rows: readonly Line[];
  empty: ReactNode;
}) {
  const t = useTranslations('feedback');
  const column = useTranslations('feedback.desk.column');
  const locale = useLocale();
  const columns: Column<Line>[] = [
    {
      key: 'code',
      header: column('code'),
      rowHeader: true,
      cell: ({ code, repeats, sample }) => (
        <>
          <TextLink href={`/feedback/${code}`} className="tabular whitespace-nowrap">
            {code}
          </TextLink>
          {repeats !== null && (
            <span className="block text-14 font-normal text-muted">{t('desk.again')}</span>
          )}
          {sample && (
            <span className="block">
              <SampleBadge />
            </span>
          )}
        </>
      ),
    },
    { key: 'subject', header: column('subject'), cell: ({ subject }) => t(`subject.${subject}`) },
    {
      key: 'dossier',
      header: column('dossier'),
      cell: ({ dossierCode }) => <span className="tabular whitespace-nowrap">{dossierCode ?? '–'}</span>,
    },
    {
      key: 'received',
      header: column('received'),
      numeric: true,
      cell: ({ receivedAt }) => formatDate(receivedAt, locale),
    },
    {
      key: 'state',
      header: column('state'),
      cell: ({ state, late }) => <ComplaintStanding state={state} late={late} />,
    },
    {
      key: 'due',
      header: column('due'),
      numeric: true,
      cell: ({ due, late }) =>
        due === null ? (
          '–'
        ) : (
          <StatusTag tone={late ? 'overdue' : 'in_time'}>{formatDate(due, locale)}</StatusTag>
        ),
    },
  ];
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      empty={empty}
    />
  );
}
