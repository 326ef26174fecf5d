import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import type { DossierState } from '@/lib/dossiers/workflow';
import { formatDate } from '@/lib/i18n/format';
import type { Flag } from '@/lib/indicators/index766/define';

interface Line {
  id: string;
  code: string;
  applicantName: string;
  procedure: string;
  unit: string;
  state: DossierState;
  receivedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  flags: readonly Flag[];
}

/** Flags that have a word of their own; each row shows those its formula reads. */
const named = [
  'synchronised',
  'late',
  'on_time',
  'online_in_full',
  'counter',
  'post',
  'charged',
  'paid_online',
  'result_file',
  'digitised',
  'reused',
  'shared',
  'identified',
  'displeased',
] as const satisfies readonly Flag[];

/** Each dossier with the facts the formula read of it. */
export function IndexDossiers({
  caption,
  rows,
  shown,
  empty,
}: {
  caption: string;
  rows: readonly Line[];
  /** Flags the formula of the row reads. */
  shown: readonly Flag[];
  empty: ReactNode;
}) {
  const t = useTranslations('index766');
  const column = useTranslations('performance.column');
  const state = useTranslations('states.state');
  const locale = useLocale();
  const day = (at: Date | null) => (at === null ? '–' : formatDate(at, locale));
  const columns: Column<Line>[] = [
    {
      key: 'code',
      header: column('code'),
      rowHeader: true,
      cell: ({ code }) => (
        <TextLink href={`/dossiers/${encodeURIComponent(code)}`} className="tabular whitespace-nowrap">
          {code}
        </TextLink>
      ),
    },
    {
      key: 'applicant',
      header: column('applicant'),
      cell: ({ applicantName, procedure, unit }) => (
        <>
          {applicantName}
          <span className="block text-14 text-muted">
            {procedure} · {unit}
          </span>
        </>
      ),
    },
    { key: 'state', header: column('state'), cell: (row) => state(row.state) },
    { key: 'received', header: column('received'), numeric: true, cell: ({ receivedAt }) => day(receivedAt) },
    { key: 'due', header: column('due'), numeric: true, cell: ({ dueAt }) => day(dueAt) },
    { key: 'ended', header: column('ended'), numeric: true, cell: ({ endedAt }) => day(endedAt) },
    {
      key: 'why',
      header: t('behind.why'),
      cell: ({ flags }) => (
        <span className="text-14">
          {named
            .filter((flag) => shown.includes(flag) && flags.includes(flag))
            .map((flag) => t(`flag.${flag}`))
            .join(' · ') || '–'}
        </span>
      ),
    },
  ];
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}
