import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import {
  type Counted,
  type FigureName,
  shareOf,
  supplementsPerHundred,
} from '@/lib/dossiers/review/figures/rules';
import { formatNumber, formatPercent } from '@/lib/i18n/format';

export interface FigureLine extends Counted {
  id: string;
  name: string;
}

interface FigureTableProps {
  caption: string;
  lines: readonly FigureLine[];
  hrefOf: (figure: FigureName, line: FigureLine) => string;
}

const plain = ['received', 'handled', 'overdue'] as const;
const shares = ['early', 'on_time', 'late', 'first_time_right'] as const;

/** Every number is a door to the dossiers it counts; a share too small to trust says so instead. */
export function FigureTable({ caption, lines, hrefOf }: FigureTableProps) {
  const t = useTranslations('performance');
  const locale = useLocale();
  const count = (figure: FigureName): Column<FigureLine> => ({
    key: figure,
    header: t(`figure.${figure}`),
    numeric: true,
    cell: (line) => <Opened line={line} figure={figure} href={hrefOf(figure, line)} />,
  });
  const columns: Column<FigureLine>[] = [
    { key: 'name', header: t('officer'), rowHeader: true, className: 'min-w-44', cell: ({ name }) => name },
    ...plain.map(count),
    ...shares.map(
      (figure): Column<FigureLine> => ({
        ...count(figure),
        cell: (line) => <Share line={line} figure={figure} href={hrefOf(figure, line)} />,
      }),
    ),
    {
      key: 'supplements',
      header: t('figure.supplements'),
      numeric: true,
      cell: (line) => {
        const rate = supplementsPerHundred(line.supplementRounds, line.counts.handled);
        if (rate === null) return <span className="text-muted">{t('few')}</span>;
        return <TextLink href={hrefOf('supplemented', line)}>{formatNumber(rate, locale, 1)}</TextLink>;
      },
    },
  ];
  return <PlainTable caption={caption} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}

interface FigureCellProps {
  line: FigureLine;
  figure: FigureName;
  href: string;
}

function Opened({ line, figure, href }: FigureCellProps) {
  const locale = useLocale();
  const value = line.counts[figure];
  return value === 0 ? (
    <span className="text-muted">0</span>
  ) : (
    <TextLink href={href}>{formatNumber(value, locale)}</TextLink>
  );
}

function Share({ line, figure, href }: FigureCellProps) {
  const t = useTranslations('performance');
  const locale = useLocale();
  const share = shareOf(line.counts[figure], line.counts.handled);
  return (
    <>
      <Opened line={line} figure={figure} href={href} />
      <span className="block text-muted">{share === null ? t('few') : formatPercent(share, locale)}</span>
    </>
  );
}
