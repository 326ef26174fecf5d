import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/i18n/format';
import type { TargetLine } from '@/lib/indicators/targets/schema';
import { SourceName } from './source-name';
import { StatusOnly, StatusWord } from './status-word';
import { hrefOf, type View } from './view';
import { asOfText, partsText, type Speech, valueText } from './words';

interface TargetTableProps {
  caption: string;
  lines: readonly TargetLine[];
  view: View;
}

/** One target a row: where it began, what was known when it fell due, what is known now, what follows. */
export function TargetTable({ caption, lines, view }: TargetTableProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const speech = { t, locale };
  const columns: Column<TargetLine>[] = [
    {
      key: 'title',
      header: t('column.measure'),
      rowHeader: true,
      className: 'min-w-64 w-1/4',
      cell: (line) => <Title line={line} view={view} />,
    },
    {
      key: 'target',
      header: t('column.target'),
      className: 'min-w-40',
      cell: (line) => <Goal line={line} speech={speech} />,
    },
    {
      key: 'baseline',
      header: t('column.baseline'),
      className: 'min-w-28',
      cell: (line) => <Baseline line={line} speech={speech} />,
    },
    {
      key: 'atDeadline',
      header: t('column.atDeadline'),
      className: 'min-w-28',
      cell: (line) => <AtDeadline line={line} speech={speech} />,
    },
    {
      key: 'now',
      header: t('column.now'),
      className: 'min-w-32',
      cell: (line) => <Now line={line} speech={speech} />,
    },
    {
      key: 'status',
      header: t('column.status'),
      className: 'min-w-36',
      cell: ({ figure }) => <StatusWord figure={figure} />,
    },
    {
      key: 'successor',
      header: t('column.successor'),
      className: 'min-w-40',
      cell: (line) => <Successor line={line} speech={speech} />,
    },
  ];
  return (
    <PlainTable caption={caption} captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
  );
}

function Title({ line: { id, title }, view }: { line: TargetLine; view: View }) {
  const locale = useLocale();
  return (
    <>
      <span className="text-muted">{id}</span>{' '}
      <TextLink href={hrefOf(`/indicators/${id}`, view)}>{title[locale]}</TextLink>
    </>
  );
}

interface CellProps {
  line: TargetLine;
  speech: Speech;
}

function Goal({ line: { figure }, speech: { t, locale } }: CellProps) {
  const { target } = figure;
  if (target === null) return <Muted>{t('status.no_target')}</Muted>;
  return (
    <>
      {target.text[locale]}
      <Muted>{target.deadlineText[locale]}</Muted>
      <Muted>{target.legalDocument}</Muted>
    </>
  );
}

function Baseline({ line: { baseline }, speech: { t, locale } }: CellProps) {
  if (baseline === null) return <Muted>{t('value.unknown')}</Muted>;
  return (
    <>
      {baseline.value[locale]}
      <Muted>
        {formatDate(baseline.asOf, locale)} · <SourceName source={baseline.source} />
      </Muted>
    </>
  );
}

function AtDeadline({ line: { atDeadline, figure }, speech }: CellProps) {
  if (atDeadline === null || atDeadline.value === null) return <Muted>{speech.t('value.unknown')}</Muted>;
  return (
    <>
      <span className="font-semibold">{valueText({ unit: figure.unit, ...atDeadline }, speech)}</span>
      <Muted>{partsText({ unit: figure.unit, ...atDeadline }, speech.locale)}</Muted>
      <StatusOnly status={atDeadline.status} />
    </>
  );
}

function Now({ line: { figure }, speech }: CellProps) {
  const { t, locale } = speech;
  if (figure.value === null) return <Muted>{t('value.unknown')}</Muted>;
  return (
    <>
      <span className="font-semibold">{valueText(figure, speech)}</span>
      <Muted>{figure.unit === 'milestone' ? null : partsText(figure, locale)}</Muted>
      <Muted>
        {asOfText(figure, speech)} ·{' '}
        {figure.source === null ? (
          t(`provenance.${figure.provenance}`)
        ) : (
          <SourceName source={figure.source.ref} />
        )}
      </Muted>
    </>
  );
}

function Successor({ line: { figure }, speech: { t, locale } }: CellProps) {
  const successor = figure.target?.successor ?? null;
  if (successor === null) return <Muted>{t('targets.successorNone')}</Muted>;
  return (
    <>
      {successor.title[locale]}
      <Muted>{successor.deadlineText[locale]}</Muted>
      <Muted>{successor.legalDocument}</Muted>
      <Muted>{successor.note?.[locale] ?? null}</Muted>
    </>
  );
}

function Muted({ children }: { children: ReactNode }) {
  return children === null ? null : <span className="block text-muted">{children}</span>;
}
