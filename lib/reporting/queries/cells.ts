import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { isAnyOf } from '@/db/lists';
import { reportValues } from '@/db/schema/reporting';
import type { CellValue } from '../checks';
import { type ElementType, storedAs } from '../define';
import type { Answer } from '../rules';
import type { CellSource } from '../schema';
import { partsOn } from './definitions';

/** A version of a cell as it is stored, with its value as it was said. */
export interface CellRow extends Answer {
  facilityId: string;
  part: string;
  periodId: string;
  validTo: string;
  revision: number;
  source: CellSource;
  recordedAt: Date;
  recordedBy: string;
}

const cellColumns = {
  facilityId: reportValues.facilityId,
  part: reportValues.elementId,
  periodId: reportValues.periodId,
  validTo: reportValues.validTo,
  revision: reportValues.revision,
  state: reportValues.state,
  number: reportValues.numberValue,
  day: reportValues.dateValue,
  words: reportValues.textValue,
  list: reportValues.listValue,
  reason: reportValues.reason,
  source: reportValues.source,
  recordedAt: reportValues.recordedAt,
  recordedBy: reportValues.recordedBy,
};

type Stored = Omit<CellRow, 'value'> & {
  number: number | null;
  day: string | null;
  words: string | null;
  list: readonly unknown[] | null;
};

/** Booleans are stored as 0 and 1; the definition of the day tells a yes from a one. */
export function cellOf({ number, day, words, list, ...rest }: Stored): CellRow {
  const type = partsOn(rest.validTo).get(rest.part)?.type;
  return {
    ...rest,
    value: type === 'boolean' && number !== null ? number === 1 : (number ?? day ?? words ?? listOf(list)),
  };
}

const listOf = (list: readonly unknown[] | null): CellValue => (list === null ? null : list.map(String));

/** The columns of `report_values` for a value of a type. */
export function storedValue(type: ElementType, value: CellValue) {
  const empty = { numberValue: null, dateValue: null, textValue: null, listValue: null };
  if (value === null) return empty;
  switch (storedAs[type]) {
    case 'number':
      return { ...empty, numberValue: Number(value) };
    case 'date':
      return { ...empty, dateValue: String(value) };
    case 'text':
      return { ...empty, textValue: String(value) };
    case 'list':
      return { ...empty, listValue: Array.isArray(value) ? value : [] };
  }
}

/** The versions in force of every cell of some facilities in some periods: one statement. */
export async function readCells(
  reader: Reader,
  facilityIds: readonly string[],
  periodIds: readonly string[],
): Promise<CellRow[]> {
  if (facilityIds.length === 0 || periodIds.length === 0) return [];
  const rows = await reader
    .selectDistinctOn([reportValues.facilityId, reportValues.periodId, reportValues.elementId], cellColumns)
    .from(reportValues)
    .where(
      and(
        isAnyOf(reportValues.facilityId, 'uuid', facilityIds),
        isAnyOf(reportValues.periodId, 'text', periodIds),
      ),
    )
    .orderBy(
      reportValues.facilityId,
      reportValues.periodId,
      reportValues.elementId,
      desc(reportValues.revision),
    );
  return rows.map(cellOf);
}

/** Every version of one cell, newest first. */
export async function readVersions(
  reader: Reader,
  cell: { facilityId: string; periodId: string; part: string },
): Promise<CellRow[]> {
  const rows = await reader
    .select(cellColumns)
    .from(reportValues)
    .where(
      and(
        eq(reportValues.elementId, cell.part),
        eq(reportValues.periodId, cell.periodId),
        eq(reportValues.facilityId, cell.facilityId),
      ),
    )
    .orderBy(desc(reportValues.revision));
  return rows.map(cellOf);
}
