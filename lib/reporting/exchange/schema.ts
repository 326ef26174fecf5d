import { z } from 'zod';
import { type ListReports, PeriodId } from '@/lib/reporting/schema';
import type { Finding } from '../checks';

/** Columns of the long form, in the order they are written. */
export const columns = [
  'facility',
  'facility_name',
  'period',
  'part',
  'label',
  'value',
  'state',
  'reason',
  'revision',
] as const;
export type ExchangeColumn = (typeof columns)[number];

export const FileFormat = z.enum(['csv', 'xlsx']);
export type FileFormat = z.infer<typeof FileFormat>;

export const maxImportBytes = 100 * 1024 * 1024;

/** Where the rows of a file go when it does not say so itself. */
export const ImportOptions = z.object({ period: PeriodId.optional() });
export type ImportOptions = z.infer<typeof ImportOptions>;

/** A file handed in before, by its content. */
export const ImportRef = ImportOptions.extend({ file: z.string().regex(/^[0-9a-f]{64}$/) });

export type ImportRef = z.infer<typeof ImportRef>;

/** How far the writing of a file is: a line each, the last says how it ended. */
export type ImportProgress =
  | { kind: 'written'; cells: number }
  | { kind: 'done'; cells: number; reports: number }
  | { kind: 'fault'; code: string };

/** From so many cells on the writing takes long enough to be watched. */
export const watchedFrom = 2000;

export const importFaults = [
  'columns_missing',
  'facility_missing',
  'facility_unknown',
  'period_missing',
  'period_unknown',
  'part_missing',
  'unknown_part',
  'not_asked',
  'state_unknown',
  'number',
  'whole',
  'ambiguous_number',
  'date',
  'option',
  'url',
  'reason_required',
  'required',
  'computed',
  'closed',
  'not_remarked',
  'period_not_open',
  'not_expected',
  'twice',
  'scattered',
  'overtaken',
  'too_long',
  'other',
] as const;
export type ImportFaultCode = (typeof importFaults)[number];

/** One place of the file that is not taken: where it stands, what was read there, and which rule it broke. */
export interface ImportFault {
  row: number;
  column: string;
  value: string;
  code: ImportFaultCode;
  part: string | null;
}

export interface ImportChange {
  row: number;
  facility: string;
  part: string;
  kind: 'new' | 'changed';
  before: string;
  after: string;
}

export interface ImportSummary {
  rows: number;
  facilities: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Cells without value and state: they change nothing. */
  empty: number;
  refused: number;
  /** Reports that do not exist yet and are opened when the file is written. */
  opening: number;
  /** Reports with a cell that is written. */
  reports: number;
  /** The first of them; `refused` counts all. */
  faults: readonly ImportFault[];
  changes: readonly ImportChange[];
  /** What the rules between cells would say of the first changed reports. */
  findings: readonly { facility: string; finding: Finding }[];
}

/** How many single places are shown; the counts are always whole. */
export const shown = { faults: 300, changes: 100, findings: 40, judged: 40 } as const;

export type ExportFilters = Omit<ListReports, 'after' | 'before'>;
