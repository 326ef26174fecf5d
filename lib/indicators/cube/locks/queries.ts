import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { reportEvidence } from '@/db/schema/reporting';
import type { Cells, CellValue } from '@/lib/reporting/checks';
import { forms } from '@/lib/reporting/forms/catalogue';
import { elements } from '@/lib/reporting/forms/elements';
import { measures } from '../../measures/catalogue';
import { partsOf } from '../../measures/rules';
import type { LockRow, ProofRow } from '../define';
import type { FormParts } from '../rules';

export const formParts: readonly FormParts[] = forms.map(({ id, frequency, sections }) => {
  const asked = new Set(sections.flatMap((section) => section.elements));
  const parts = elements.filter((element) => asked.has(element.id)).flatMap((element) => element.parts);
  return { id, frequency, parts: new Set(parts.map((part) => part.id)) };
});

/** Every part a formula reads. */
export const neededParts = [...new Set(measures.flatMap(partsOf))];
const booleans = new Set(
  elements.flatMap(({ parts }) => parts.filter(({ type }) => type === 'boolean').map(({ id }) => id)),
);

/**
 * Cells the locks fixed: of each part the greatest revision recorded by then. Versions come in their order and the last
 * of one name stays; an unknown one is null, a withdrawn one an empty object, for no value is an object.
 */
export async function readLocks(
  db: Reader,
  [after, upTo]: readonly [number, number],
  parts?: readonly string[],
): Promise<LockRow[]> {
  if (after >= upTo) return [];
  // Of all cells of a report one range of an index is read, of some of them a place in it for each.
  const asked = parts === undefined ? sql`` : sql`and v.element_id = any(${sql.param([...parts])}::text[])`;
  const rows = await db.execute<Fetched>(sql`
    select l.sequence, f.number as facility, l.period_id as period, l.form_id as form,
      extract(epoch from l.locked_at) * 1000 as at, r.sample or f.sample as sample,
      (
        select json_object_agg(v.element_id, case v.state
          when 'value' then
            coalesce(to_json(v.number_value), to_json(v.date_value), to_json(v.text_value), v.list_value::json)
          when 'withdrawn' then '{}'::json end order by v.revision)
        from report_values v
        where v.facility_id = l.facility_id and v.period_id = l.period_id
          ${asked} and v.recorded_at <= l.locked_at
      ) as cells
    from report_locks l
    join reports r on r.id = l.report_id
    join facilities f on f.id = l.facility_id
    where l.sequence > ${after} and l.sequence <= ${upTo}
    order by l.sequence`);
  return rows.map(({ sequence, facility, period, form, at, sample, cells }) => ({
    sequence: Number(sequence),
    facility: Number(facility),
    periodId: period,
    formId: form,
    lockedAt: Number(at),
    sample,
    cells: cellsOf(cells ?? {}),
  }));
}

type Stored = CellValue | Record<string, never>;
type Fetched = Record<'sequence' | 'facility' | 'period' | 'form' | 'at', string> & {
  sample: boolean;
  cells: Record<string, Stored> | null;
};

function cellsOf(stored: Record<string, Stored>): Cells {
  const cells: Record<string, CellValue> = {};
  for (const [part, value] of Object.entries(stored)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) continue;
    // Yes and no are stored as 1 and 0.
    cells[part] = booleans.has(part) && typeof value === 'number' ? value === 1 : (value as CellValue);
  }
  return cells;
}

export async function readProofs(db: Reader): Promise<ProofRow[]> {
  const rows = await db
    .select({
      facility: facilities.number,
      element: reportEvidence.elementId,
      periodId: reportEvidence.periodId,
      decidedAt: reportEvidence.decidedAt,
    })
    .from(reportEvidence)
    .innerJoin(facilities, eq(facilities.id, reportEvidence.facilityId))
    .where(and(eq(reportEvidence.state, 'accepted'), isNotNull(reportEvidence.decidedAt)));
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt?.getTime() ?? 0 }));
}
