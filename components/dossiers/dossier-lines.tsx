import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/i18n/format';
import { dossierHref, type QueueLine } from './queue-rows';
import { StandingTag } from './standing-tag';

interface DossierLinesProps {
  caption: string;
  captionHidden?: boolean;
  lines: readonly QueueLine[];
}

/** A short list of dossiers: found ones, or the first to fall due. */
export function DossierLines({ caption, captionHidden = false, lines }: DossierLinesProps) {
  const t = useTranslations('officer.list.column');
  const state = useTranslations('states.state');
  const locale = useLocale();
  const columns: Column<QueueLine>[] = [
    {
      key: 'subject',
      header: t('subject'),
      rowHeader: true,
      cell: (line) => (
        <>
          <TextLink href={dossierHref(line.code)}>
            {line.subject === '' ? line.procedure : line.subject}
          </TextLink>
          <span className="tabular block font-normal whitespace-nowrap text-muted">{line.code}</span>
        </>
      ),
    },
    { key: 'applicant', header: t('applicant'), cell: (line) => line.applicantName },
    { key: 'state', header: t('state'), cell: (line) => state(line.state) },
    {
      key: 'due',
      header: t('due'),
      className: 'whitespace-nowrap',
      cell: ({ standing, dueAt }) => {
        const due = standing?.due ?? dueAt;
        return due === null ? '–' : formatDate(due, locale);
      },
    },
    {
      key: 'standing',
      header: t('standing'),
      className: 'whitespace-nowrap',
      cell: (line) => <StandingTag standing={line.standing} />,
    },
  ];
  return (
    <PlainTable
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}
