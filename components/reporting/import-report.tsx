import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { InsetText, Notice } from '@/components/ui/notice';
import { StatusTag } from '@/components/ui/status-tag';
import { formatNumber } from '@/lib/i18n/format';
import {
  type ImportChange,
  type ImportFault,
  type ImportSummary,
  shown,
} from '@/lib/reporting/exchange/schema';
import { ImportApply } from './import-apply';

interface ImportReportProps {
  summary: ImportSummary;
  file: string;
  period?: string | undefined;
  /** Cells and reports that were written just now. */
  written?: { cells: number; reports: number } | undefined;
  /** Name of each part, in the reader's language. */
  partNames: Readonly<Record<string, string>>;
}

/** What the file would do: how many cells, which of them, and every place that is not taken with how to mend it. */
export function ImportReport({ summary, file, period, written, partNames }: ImportReportProps) {
  const t = useTranslations('reporting.exchange.preview');
  const waiting = summary.new + summary.changed;
  return (
    <div className="flex flex-col gap-8">
      {written !== undefined && (
        <Notice title={t('written', { count: written.cells })}>
          <p>{t('writtenIn', { count: written.reports })}</p>
        </Notice>
      )}
      <Counts summary={summary} />
      {waiting > 0 ? (
        <ImportApply file={file} period={period} count={waiting} refused={summary.refused} />
      ) : (
        <InsetText>{t(summary.refused > 0 ? 'nothingTaken' : 'nothingNew')}</InsetText>
      )}
      {summary.faults.length > 0 && <Faults summary={summary} partNames={partNames} />}
      {summary.changes.length > 0 && <Changes summary={summary} partNames={partNames} />}
      {summary.findings.length > 0 && <Findings summary={summary} />}
    </div>
  );
}

function Counts({ summary }: { summary: ImportSummary }) {
  const t = useTranslations('reporting.exchange.preview');
  const locale = useLocale();
  const counts = ['new', 'changed', 'unchanged', 'refused'] as const;
  return (
    <section aria-labelledby="import-counts">
      <h2 id="import-counts">{t('counts', { rows: summary.rows, facilities: summary.facilities })}</h2>
      <dl className="mt-3 flex flex-wrap gap-x-10 gap-y-3">
        {counts.map((name) => (
          <div key={name}>
            <dt className="text-small text-muted">{t(`count.${name}`)}</dt>
            <dd className="tabular text-27 font-semibold" data-count={name}>
              {formatNumber(summary[name], locale)}
            </dd>
          </div>
        ))}
      </dl>
      {summary.empty > 0 && (
        <p className="mt-2 text-small text-muted">{t('empty', { count: summary.empty })}</p>
      )}
      {summary.opening > 0 && (
        <p className="text-small text-muted">{t('opening', { count: summary.opening })}</p>
      )}
    </section>
  );
}

type Listed = Pick<ImportReportProps, 'summary' | 'partNames'>;

function Faults({ summary: { faults, refused }, partNames }: Listed) {
  const t = useTranslations('reporting.exchange');
  const columns: Column<ImportFault>[] = [
    { key: 'row', header: t('preview.row'), numeric: true, rowHeader: true, cell: ({ row }) => row },
    { key: 'column', header: t('preview.column'), cell: ({ column }) => column },
    {
      key: 'part',
      header: t('preview.part'),
      cell: ({ part }) => (part === null ? '' : `${part} ${partNames[part] ?? ''}`),
    },
    { key: 'value', header: t('preview.value'), cell: ({ value }) => value },
    {
      key: 'rule',
      header: t('preview.rule'),
      cell: ({ code }) => <span className="font-semibold text-danger">{t(`rule.${code}`)}</span>,
    },
    { key: 'fix', header: t('preview.fix'), cell: ({ code }) => t(`fix.${code}`) },
  ];
  return (
    <section>
      <PlainTable
        caption={t('preview.faults', { count: refused })}
        columns={columns}
        rows={faults}
        rowKey={({ row, column, code, part }) => `${row}-${column}-${code}-${part}`}
      />
      {refused > faults.length && (
        <p className="mt-2 text-small text-muted">{t('preview.firstOnly', { count: faults.length })}</p>
      )}
    </section>
  );
}

function Changes({ summary: { changes, ...summary }, partNames }: Listed) {
  const t = useTranslations('reporting.exchange.preview');
  const count = summary.new + summary.changed;
  const columns: Column<ImportChange>[] = [
    { key: 'row', header: t('row'), numeric: true, rowHeader: true, cell: ({ row }) => row },
    { key: 'facility', header: t('facility'), cell: ({ facility }) => facility },
    { key: 'part', header: t('part'), cell: ({ part }) => `${part} ${partNames[part] ?? ''}` },
    {
      key: 'before',
      header: t('before'),
      cell: ({ before, kind }) => (kind === 'new' ? t('nothing') : before),
    },
    { key: 'after', header: t('after'), cell: ({ after }) => <strong>{after}</strong> },
  ];
  return (
    <section>
      <PlainTable
        caption={t('changes', { count })}
        columns={columns}
        rows={changes}
        rowKey={({ row, part }) => `${row}-${part}`}
      />
      {count > changes.length && (
        <p className="mt-2 text-small text-muted">{t('firstOnly', { count: changes.length })}</p>
      )}
    </section>
  );
}

/** What the rules between cells will say of the reports; it does not keep the file from being written. */
function Findings({ summary: { findings } }: { summary: ImportSummary }) {
  const t = useTranslations('reporting.exchange.preview');
  const locale = useLocale();
  const tones = { error: 'overdue', warning: 'due_soon', flag: 'neutral' } as const;
  return (
    <section aria-labelledby="import-findings">
      <h2 id="import-findings">{t('findings')}</h2>
      <p className="text-small text-muted">{t('findingsHint', { count: shown.judged })}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {findings.map(({ facility, finding }) => (
          <li key={`${facility}-${finding.code}`}>
            <StatusTag tone={tones[finding.severity]}>{t(`severity.${finding.severity}`)}</StatusTag>{' '}
            {finding.message[locale]} <span className="text-muted">{facility}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
