import { useLocale, useTranslations } from 'next-intl';
import { Bullet } from '@/components/charts/bullet';
import { Sparkline } from '@/components/charts/sparkline';
import { scrollable } from '@/components/tables/plain-table';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPercent } from '@/lib/i18n/format';
import type { Board, Figure } from '@/lib/indicators/schema';
import { CoverageCell } from './coverage-cell';
import { DeadlineText } from './deadline-text';
import { StatusWord } from './status-word';
import { bulletText, sparkPoints, sparkText } from './trend';
import { hrefOf, type View, without } from './view';
import { headName, partsText, type Speech, valueText } from './words';

type Row = Board['rows'][number];

interface BoardTableProps {
  rows: readonly Row[];
  /** Absent on the public page: nothing below the provinces is open there. */
  view?: View | undefined;
  /** The measure whose provinces are shown below. */
  chosen: string;
  chooseHref: (measure: string) => string;
}

const columns = ['measure', 'now', 'against', 'trend', 'deadline', 'status', 'coverage'] as const;
const wide = {
  against: 'lg:w-1/5',
  trend: '',
  measure: '',
  now: 'text-right',
  deadline: '',
  status: '',
  coverage: '',
};

/** One row a measure; on a phone a row becomes a block of its own, so that nothing has to be scrolled sideways. */
export function BoardTable({ rows, view, chosen, chooseHref }: BoardTableProps) {
  const t = useTranslations('indicators');
  return (
    <section aria-label={t('board.table')} {...scrollable} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-left max-md:block">
        <caption className="sr-only">{t('board.table')}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-t-2 border-b border-t-ink border-b-line text-14 text-muted">
            {columns.map((column) => (
              <th key={column} scope="col" className={cx('px-3 py-2 font-medium first:pl-3', wide[column])}>
                {column === 'trend' ? t('column.trend', { from: firstYear(rows) }) : t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <BoardRow
              key={row.measure}
              row={row}
              view={view}
              current={row.measure === chosen}
              chooseHref={chooseHref(row.measure)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BoardRowProps {
  row: Row;
  view: View | undefined;
  current: boolean;
  chooseHref: string;
}

const cell = 'px-3 py-2.5 align-middle max-md:p-0';

function BoardRow({ row, view, current, chooseHref }: BoardRowProps) {
  const t = useTranslations('indicators');
  const speech: Speech = { t, locale: useLocale() };
  const target = row.unit === 'percent' ? (row.target?.value ?? null) : null;
  return (
    <tr
      className={cx(
        'keep border-b border-line max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-2 max-md:px-3 max-md:py-4',
        current && 'bg-wash',
      )}
    >
      <th
        scope="row"
        className={cx(
          cell,
          'font-medium max-md:col-span-2',
          current && 'md:shadow-[inset_4px_0_var(--fill)]',
        )}
      >
        <MeasureName row={row} view={view} current={current} chooseHref={chooseHref} />
      </th>
      <td className={cx(cell, 'text-right whitespace-nowrap max-md:order-1 max-md:text-left')}>
        <ValueCell row={row} view={view} />
      </td>
      <td className={cx(cell, 'max-md:order-3 max-md:col-span-2')}>
        <Bullet narration={bulletText(row, speech)} value={shareOf(row)} target={target} />
      </td>
      <td className={cx(cell, 'max-md:hidden')}>
        <Sparkline narration={sparkText(row, speech)} points={sparkPoints(row.trend)} target={target} />
      </td>
      <td className={cx(cell, 'text-14 max-md:order-4')}>
        {row.target !== null && <span className="block text-muted md:hidden">{t('column.deadline')}</span>}
        <DeadlineText target={row.target} />
      </td>
      <td className={cx(cell, 'max-md:order-2')}>
        <StatusWord figure={row} />
      </td>
      <td className={cx(cell, 'text-14 max-md:order-5')}>
        <CoverageCell figure={row} />
      </td>
    </tr>
  );
}

function MeasureName({ row, view, current, chooseHref }: BoardRowProps) {
  const t = useTranslations('indicators');
  const name = headName(row, { t, locale: useLocale() });
  return (
    <>
      {view === undefined ? (
        name
      ) : (
        <TextLink
          href={hrefOf(`/indicators/${row.measure}`, without(view, 'measure'))}
          quiet
          className="max-md:block max-md:py-1"
        >
          {name}
        </TextLink>
      )}
      <TextLink
        href={chooseHref}
        quiet
        current={current}
        className="no-print block text-14 font-normal max-md:py-1"
      >
        <span className="sr-only">{name}: </span>
        {t('board.byPlace')}
      </TextLink>
    </>
  );
}

function ValueCell({ row, view }: { row: Row; view: View | undefined }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const parts = partsText(row, locale);
  const name = headName(row, { t, locale });
  return (
    <>
      <span className={cx('block', row.value === null ? 'text-muted' : 'text-18 font-semibold')}>
        {valueText(row, { t, locale })}
      </span>
      {parts !== null && (
        <span className="block text-14 text-muted">
          {view === undefined || row.provenance !== 'reports' ? (
            parts
          ) : (
            <TextLink href={hrefOf(`/indicators/${row.measure}/facilities`, without(view, 'measure'))} quiet>
              {parts}
              <span className="sr-only"> {t('board.facilitiesOf', { name })}</span>
            </TextLink>
          )}
        </span>
      )}
      {row.proven !== null && (
        <span className="block text-14 text-muted">
          {t('board.proven', { proven: provenText(row, locale) })}
        </span>
      )}
    </>
  );
}

function provenText({ proven, denominator }: Figure, locale: Speech['locale']): string {
  const count = formatNumber(proven ?? 0, locale);
  return denominator === null || denominator === 0
    ? count
    : `${formatPercent((proven ?? 0) / denominator, locale)} (${count})`;
}

function shareOf({ unit, value }: Figure): number | null {
  return unit === 'percent' || unit === 'milestone' ? value : null;
}

function firstYear(rows: readonly Row[]): string {
  const starts = rows.flatMap(({ trend }) => trend.slice(0, 1).map(({ endsOn }) => endsOn.slice(0, 4)));
  return starts.toSorted()[0] ?? '2023';
}
