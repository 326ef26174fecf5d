'use client';
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { SortHeader, type SortLink, scrollable } from './plain-table';

export interface DataColumn {
  key: string;
  header: string;
  numeric?: boolean;
  sort?: SortLink | undefined;
  /** May be switched off by the reader. */
  optional?: boolean;
}

/** A line: cells are finished markup, so no rule about a value is repeated here. */
export interface DataRow {
  id: string;
  /** Names the row for its checkbox. */
  name: string;
  cells: Readonly<Record<string, ReactNode>>;
  preview?: ReactNode;
}

interface DataTableProps {
  caption: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  /** Buttons for the chosen rows; they stand in a form that gets the ids as `selected`. */
  bulk?: ReactNode;
  empty?: ReactNode;
}

const features = tableFeatures({ rowSelectionFeature, columnVisibilityFeature });
const helper = createColumnHelper<typeof features, DataRow>();

/** Selection, column choice and preview by keyboard; order, page and filter come from the address. */
export function DataTable({ caption, columns, rows, bulk, empty }: DataTableProps) {
  'use memo';
  const t = useTranslations('ui.table');
  const [definitions] = useState(() =>
    columns.map((column) =>
      helper.accessor((row): unknown => row.cells[column.key], { id: column.key, header: column.header }),
    ),
  );
  const [shown, setShown] = useState<string | null>(null);
  const keysId = useId();
  const table = useTable({ features, columns: definitions, data: rows, getRowId: (row) => row.id });
  const selected = table.getSelectedRowModel().rows;
  const visible = columns.filter((column) => table.getColumn(column.key)?.getIsVisible() ?? true);
  const preview = rows.find((row) => row.id === shown)?.preview;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div>
      <div className="no-print mb-2 flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2 text-small">
        <output className="font-medium">
          {selected.length > 0 && t('selected', { count: selected.length })}
        </output>
        {selected.length > 0 && bulk}
        {selected.map((row) => (
          <input key={row.id} type="hidden" name="selected" value={row.id} />
        ))}
        <ColumnChoice
          columns={columns}
          isVisible={(key) => table.getColumn(key)?.getIsVisible() ?? true}
          toggle={(key) => table.getColumn(key)?.toggleVisibility()}
        />
      </div>
      <p id={keysId} className="sr-only">
        {t('keys')}
      </p>
      <div
        className={cx(
          'grid grid-cols-[minmax(0,1fr)] items-start gap-6',
          preview !== undefined && 'xl:grid-cols-[minmax(0,1fr)_24rem]',
        )}
      >
        <section
          aria-label={t('scroll', { caption })}
          {...scrollable}
          className="relative overflow-x-auto xl:overflow-x-visible"
        >
          <table className="w-full border-collapse text-left text-14" aria-describedby={keysId}>
            <caption className="sr-only">{caption}</caption>
            <HeaderLine
              columns={visible}
              all={table.getIsAllRowsSelected()}
              toggleAll={table.getToggleAllRowsSelectedHandler()}
            />
            <tbody>
              {table.getRowModel().rows.map((row) => (
                <Line
                  key={row.id}
                  row={row.original}
                  columns={visible}
                  selected={row.getIsSelected()}
                  shown={row.id === shown}
                  toggle={() => row.toggleSelected()}
                  show={(open) => setShown(open ? row.id : null)}
                />
              ))}
            </tbody>
          </table>
        </section>
        {preview !== undefined && (
          <aside aria-label={t('preview')} className="sticky top-4 border-l border-line pl-6">
            {preview}
          </aside>
        )}
      </div>
    </div>
  );
}

interface HeaderLineProps {
  columns: readonly DataColumn[];
  all: boolean;
  toggleAll: (event: unknown) => void;
}

function HeaderLine({ columns, all, toggleAll }: HeaderLineProps) {
  'use memo';
  const t = useTranslations('ui.table');
  return (
    <thead className="bg-surface xl:sticky xl:top-0 xl:z-10">
      <tr className="border-b-2 border-ink">
        <th scope="col" className="w-11 py-2 pl-2">
          <input
            type="checkbox"
            aria-label={t('selectAll')}
            checked={all}
            onChange={toggleAll}
            className="size-5 accent-fill"
          />
        </th>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={column.sort?.direction}
            className={cx('px-3 py-2 font-medium text-muted', column.numeric && 'text-right')}
          >
            {column.sort ? <SortHeader header={column.header} sort={column.sort} /> : column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface LineProps {
  row: DataRow;
  columns: readonly DataColumn[];
  selected: boolean;
  shown: boolean;
  toggle: () => void;
  show: (open: boolean) => void;
}

function Line({ row, columns, selected, shown, toggle, show }: LineProps) {
  'use memo';
  const t = useTranslations('ui.table');
  return (
    <tr
      className={cx(
        'border-b border-line align-top',
        selected || shown ? 'bg-wash' : 'hover:bg-canvas',
        shown && 'outline-2 -outline-offset-2 outline-primary',
      )}
    >
      <td className="py-(--cell) pl-2">
        <input
          type="checkbox"
          aria-label={t('selectRow', { row: row.name })}
          checked={selected}
          onChange={toggle}
          onKeyDown={(event) => moveByKey(event, row.preview === undefined ? null : show)}
          className="row-mark size-5 accent-fill"
        />
      </td>
      {columns.map((column) => (
        <td
          key={column.key}
          className={cx(
            'px-3 py-(--cell)',
            column.numeric ? 'text-right whitespace-nowrap' : 'max-sm:min-w-32',
          )}
        >
          {row.cells[column.key]}
        </td>
      ))}
    </tr>
  );
}

/** The checkbox of a row is its handle: arrows go to the neighbours, Enter previews, Esc closes, space chooses by itself. */
function moveByKey(event: KeyboardEvent<HTMLInputElement>, show: ((open: boolean) => void) | null): void {
  const line = event.currentTarget.closest('tr');
  const neighbours = { ArrowDown: line?.nextElementSibling, ArrowUp: line?.previousElementSibling };
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    neighbours[event.key]?.querySelector<HTMLInputElement>('.row-mark')?.focus();
  }
  if (event.key === 'Enter') {
    event.preventDefault();
    show?.(true);
  }
  if (event.key === 'Escape') show?.(false);
}

interface ColumnChoiceProps {
  columns: readonly DataColumn[];
  isVisible: (key: string) => boolean;
  toggle: (key: string) => void;
}

function ColumnChoice({ columns, isVisible, toggle }: ColumnChoiceProps) {
  const t = useTranslations('ui.table');
  const optional = columns.filter((column) => column.optional);
  if (optional.length === 0) return null;
  return (
    <details className="relative ml-auto">
      <summary className="link inline-flex min-h-8 items-center">{t('columns')}</summary>
      <div className="absolute right-0 z-20 mt-1 w-64 rounded border border-line bg-surface p-3 shadow-float">
        {optional.map((column) => (
          <label key={column.key} className="flex min-h-9 items-center gap-2.5">
            <input
              type="checkbox"
              checked={isVisible(column.key)}
              onChange={() => toggle(column.key)}
              className="size-5 accent-fill"
            />
            {column.header}
          </label>
        ))}
      </div>
    </details>
  );
}
