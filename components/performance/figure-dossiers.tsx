import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import type { DossierState } from '@/lib/dossiers/workflow';
import { formatDate } from '@/lib/i18n/format';

export interface CountedDossier {
  code: string;
  applicantName: string;
  procedure: string;
  state: DossierState;
  receivedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  supplementRounds: number;
}

export function FigureDossiers({ caption, rows }: { caption: string; rows: readonly CountedDossier[] }) {
  const t = useTranslations('performance.column');
  const state = useTranslations('states.state');
  const locale = useLocale();
  const day = (at: Date | null) => (at === null ? '–' : formatDate(at, locale));
  const columns: Column<CountedDossier>[] = [
    {
      key: 'code',
      header: t('code'),
      rowHeader: true,
      cell: ({ code }) => (
        <TextLink href={`/dossiers/${encodeURIComponent(code)}`} className="tabular whitespace-nowrap">
          {code}
        </TextLink>
      ),
    },
    { key: 'applicant', header: t('applicant'), cell: ({ applicantName }) => applicantName },
    { key: 'procedure', header: t('procedure'), cell: ({ procedure }) => procedure },
    { key: 'state', header: t('state'), cell: (row) => state(row.state) },
    { key: 'received', header: t('received'), numeric: true, cell: ({ receivedAt }) => day(receivedAt) },
    { key: 'due', header: t('due'), numeric: true, cell: ({ dueAt }) => day(dueAt) },
    { key: 'ended', header: t('ended'), numeric: true, cell: ({ endedAt }) => day(endedAt) },
    {
      key: 'supplements',
      header: t('supplements'),
      numeric: true,
      cell: ({ supplementRounds }) => supplementRounds,
    },
  ];
  return (
    <PlainTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ code }) => code} />
  );
}
