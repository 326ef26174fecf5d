import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { CellValue } from '@/lib/reporting/checks';
import { elements } from '@/lib/reporting/forms/elements';

export interface FixedCells {
  readonly sequence: number;
  readonly reportId: string;
  readonly periodId: string;
  readonly cells: readonly { part: string; value: CellValue; revision: number }[];
}

const booleans = new Set(
  elements.flatMap(({ parts }) => parts.filter(({ type }) => type === 'boolean').map(({ id }) => id)),
);

type Stored = { part: string; value: CellValue; revision: number };

/** The cells some locks fixed: of each part the greatest revision recorded by then. */
export async function readFixedCells(
  sequences: readonly number[],
  parts: readonly string[],
): Promise<Map<number, FixedCells>> {
  if (sequences.length === 0 || parts.length === 0) return new Map();
  const rows = await database().execute<{
    sequence: string;
    report: string;
    period: string;
    cells: Stored[] | null;
  }>(sql`
    select l.sequence, l.report_id as report, l.period_id as period, fixed.cells
    from report_locks l
    cross join lateral (
      select json_agg(json_build_object('part', part, 'value', value, 'revision', revision) order by part) as cells
      from (
        select distinct on (v.element_id) v.element_id as part, v.revision,
          coalesce(to_json(v.number_value), to_json(v.date_value), to_json(v.text_value), v.list_value::json) as value
        from report_values v
        where v.facility_id = l.facility_id and v.period_id = l.period_id
          and v.element_id in ${[...parts]} and v.recorded_at <= l.locked_at
        order by v.element_id, v.revision desc
      ) last
    ) fixed
    where l.sequence in ${[...sequences]}`);
  return new Map(
    rows.map(({ sequence, report, period, cells }) => [
      Number(sequence),
      { sequence: Number(sequence), reportId: report, periodId: period, cells: (cells ?? []).map(asSaid) },
    ]),
  );
}

/** Yes and no are stored as 1 and 0. */
const asSaid = ({ part, value, revision }: Stored) => ({
  part,
  value: booleans.has(part) && typeof value === 'number' ? value === 1 : value,
  revision,
});
