import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { ArrowDown, ArrowUp, ArrowUpDown } from '@/components/ui/icons';
import { TextLink } from '@/components/ui/text-link';

export interface SortLink {
  href: string;
  direction?: 'ascending' | 'descending' | undefined;
}

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, everything else left. */
  numeric?: boolean;
  /** This cell names the row. */
  rowHeader?: boolean;
  sort?: SortLink | undefined;
  className?: string;
}

interface PlainTableProps<Row> {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown in place of the rows; says why there are none. */
  empty?: ReactNode;
  /** The heading row stays in sight while the page scrolls; wide tables then scroll with the page. */
  sticky?: boolean;
}

/** A region that scrolls must be reachable by keyboard, or its hidden part is only for pointers. */
export const scrollable = { tabIndex: 0 } as const;

/** A table as the server sends it. On a narrow screen it scrolls inside its own focusable region. */
export function PlainTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  empty,
  sticky = false,
}: PlainTableProps<Row>) {
  const t = useTranslations('ui.table');
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <section
      aria-label={t('scroll', { caption })}
      {...scrollable}
      className={cx('relative overflow-x-auto', sticky && 'lg:overflow-x-visible')}
    >
      <table className="w-full border-collapse text-left text-small">
        <caption className={cx('pb-2 text-left font-semibold', captionHidden && 'sr-only')}>
          {caption}
        </caption>
        <thead className={cx('bg-surface', sticky && 'lg:sticky lg:top-0 lg:z-10')}>
          <tr className="border-b-2 border-ink">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line align-top hover:bg-canvas">
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={cx(
        'px-3 py-2 font-medium text-muted first:pl-0 last:pr-0',
        column.numeric && 'text-right whitespace-nowrap',
        column.className,
      )}
    >
      {sort === undefined ? column.header : <SortHeader header={column.header} sort={sort} />}
    </th>
  );
}

export function SortHeader({ header, sort }: { header: string; sort: SortLink }) {
  const t = useTranslations('ui.table');
  const Icon =
    sort.direction === undefined ? ArrowUpDown : sort.direction === 'ascending' ? ArrowUp : ArrowDown;
  const offered = sort.direction === 'ascending' ? t('sortDescending') : t('sortAscending');
  return (
    <TextLink href={sort.href} quiet className="inline-flex items-center gap-1 text-muted">
      <span className={cx(sort.direction !== undefined && 'font-semibold text-ink')}>{header}</span>
      <Icon aria-hidden strokeWidth={1.5} className="size-4" />
      <span className="sr-only">, {offered}</span>
    </TextLink>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = cx(
    'px-3 py-(--cell) first:pl-0 last:pr-0',
    column.numeric ? 'text-right whitespace-nowrap' : 'max-sm:min-w-32',
    column.className,
  );
  if (!column.rowHeader) return <td className={className}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={cx(className, 'font-medium')}>
      {column.cell(row)}
    </th>
  );
}
