/** A table on its way to a file: numbers stay numbers, dates stay dates, and each column says how it is read. */
export type Cell = string | number | null;
export type Kind = 'text' | 'count' | 'decimal' | 'share' | 'date';

export interface Column {
  header: string;
  kind: Kind;
  width?: number;
}

export interface Sheet {
  name: string;
  columns: readonly Column[];
  /** Shares are 0…1, dates are civil dates `YYYY-MM-DD`; null is an empty cell: unknown is never 0. */
  rows: readonly (readonly Cell[])[];
}

export const text = (header: string, width = 24): Column => ({ header, kind: 'text', width });
export const count = (header: string): Column => ({ header, kind: 'count', width: 14 });
export const decimal = (header: string): Column => ({ header, kind: 'decimal', width: 14 });
export const share = (header: string): Column => ({ header, kind: 'share', width: 12 });
export const date = (header: string): Column => ({ header, kind: 'date', width: 14 });
