import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { type Database, database } from '@/db/client';
import { reportEvidence } from '@/db/schema/reporting';
import { dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import type { Cells, CellValue } from '@/lib/reporting/checks';
import { forms } from '@/lib/reporting/forms/catalogue';
import { elements } from '@/lib/reporting/forms/elements';
import { measures } from '../measures/catalogue';
import type { Measure } from '../measures/define';
import { partsOf } from '../measures/rules';
import { type Reference, readReference } from '../reference/queries';
import { readRegistry } from '../registry/queries';
import { numbering, type Registry, registryOf } from '../registry/rules';
import type { Known, LockRow, ProofRow } from './define';
import { append, type Cube, emptyCube, type FormParts, sequenceAt, stampOf } from './rules';
import { type By, type Summed, totalsOf } from './totals/rules';

/** What one answer is made from: everything in it is of one moment, whatever is locked meanwhile. */
export interface CubeReading {
  readonly cube: Cube;
  readonly registry: Registry;
  readonly proofs: readonly ProofRow[];
  readonly reference: Reference;
  readonly known: Known;
  readonly totals: (measure: Measure, by: By & { sequence?: number }) => Summed;
}

/** A process's cube: reads what is new before each answer and never works on the same thing twice. */
export interface CubeReader {
  readonly read: (asOf: string | undefined) => Promise<CubeReading>;
}

const formParts: readonly FormParts[] = forms.map(({ id, frequency, sections }) => {
  const asked = new Set(sections.flatMap((section) => section.elements));
  const parts = elements.filter((element) => asked.has(element.id)).flatMap((element) => element.parts);
  return { id, frequency, parts: new Set(parts.map((part) => part.id)) };
});

const neededParts = [...new Set(measures.flatMap(partsOf))];
const booleans = new Set(
  elements.flatMap(({ parts }) => parts.filter(({ type }) => type === 'boolean').map(({ id }) => id)),
);

/** Stamps of everything an answer depends on, in one statement: equal stamps, equal answers. */
interface Stamps {
  sequence: number;
  registry: string;
  proofs: string;
  reference: string;
}

async function readStamps(db: Database): Promise<Stamps> {
  const [row] = await db.execute<{ sequence: string } & Omit<Stamps, 'sequence'>>(sql`
    select (select coalesce(max(sequence), 0) from report_locks) as sequence,
      (select concat_ws(' ', count(*), sum(version), max(updated_at)) from facilities)
        || (select concat_ws(' ', '', count(*), count(valid_to), max(recorded_at)) from facility_attributes)
        || (select concat_ws(' ', '', count(*), count(valid_to)) from facility_parents)
        || (select concat_ws(' ', '', count(*)) from places) as registry,
      (select concat_ws(' ', count(*), sum(version), max(decided_at)) from report_evidence) as proofs,
      (select coalesce(md5(string_agg(t::text, '' order by t.indicator_id, t.revision)), '') from targets t)
        || (select concat_ws(' ', '', count(*), max(as_of)) from observations) as reference`);
  if (row === undefined) throw new Error('no stamps');
  return { ...row, sequence: Number(row.sequence) };
}

const batch = 4000;

/**
 * Cells the locks fixed: of each part the greatest revision recorded by then. Versions come in their order and the last
 * of one name stays; an unknown one is null, a withdrawn one an empty object, for no value is an object.
 */
async function readLocks(db: Database, after: number, upTo: number): Promise<LockRow[]> {
  const rows = await db.execute<Fetched>(sql`
    select l.sequence, l.facility_id as facility, l.period_id as period, l.form_id as form,
      extract(epoch from l.locked_at) * 1000 as at, r.sample or f.sample as sample,
      (
        select json_object_agg(v.element_id, case v.state
          when 'value' then
            coalesce(to_json(v.number_value), to_json(v.date_value), to_json(v.text_value), v.list_value::json)
          when 'withdrawn' then '{}'::json end order by v.revision)
        from report_values v
        where v.facility_id = l.facility_id and v.period_id = l.period_id
          and v.element_id in ${neededParts} and v.recorded_at <= l.locked_at
      ) as cells
    from report_locks l
    join reports r on r.id = l.report_id
    join facilities f on f.id = l.facility_id
    where l.sequence > ${after} and l.sequence <= ${upTo}
    order by l.sequence limit ${batch}`);
  return rows.map(({ sequence, facility, period, form, at, sample, cells }) => ({
    sequence: Number(sequence),
    facilityId: facility,
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

async function readProofs(db: Database): Promise<ProofRow[]> {
  const rows = await db
    .select({
      facilityId: reportEvidence.facilityId,
      element: reportEvidence.elementId,
      periodId: reportEvidence.periodId,
      decidedAt: reportEvidence.decidedAt,
    })
    .from(reportEvidence)
    .where(and(eq(reportEvidence.state, 'accepted'), isNotNull(reportEvidence.decidedAt)));
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt?.getTime() ?? 0 }));
}

interface Held {
  stamps: Omit<Stamps, 'sequence'>;
  registry: Registry;
  proofs: readonly ProofRow[];
  reference: Reference;
}

export function cubeReader(open: () => Database = database): CubeReader {
  const numbers = numbering();
  const cube = emptyCube(measures, formParts, numbers);
  const memo = new Map<string, Summed>();
  let held: Held | undefined;
  let working: Promise<unknown> = Promise.resolve();

  async function catchUp({ sequence, ...stamps }: Stamps): Promise<Held> {
    const db = open();
    if (cube.sequence < sequence) await takeIn(db, sequence);
    held = await refreshed(db, held, stamps);
    return held;
  }

  async function takeIn(db: Database, upTo: number): Promise<void> {
    let locks = await readLocks(db, cube.sequence, upTo);
    while (locks.length > 0) {
      const last = locks.at(-1)?.sequence ?? upTo;
      // The next ones are on their way while these are taken in.
      const next = last < upTo ? readLocks(db, last, upTo) : Promise.resolve([]);
      for (const lock of locks) append(cube, lock);
      locks = await next;
    }
  }

  async function refreshed(db: Database, before: Held | undefined, stamps: Held['stamps']): Promise<Held> {
    const rules = measures.map(({ members }) => members);
    const [registry, proofs, reference] = await Promise.all([
      before?.stamps.registry === stamps.registry
        ? before.registry
        : readRegistry(db).then((rows) => registryOf(rows, numbers, rules)),
      before?.stamps.proofs === stamps.proofs ? before.proofs : readProofs(db),
      before?.stamps.reference === stamps.reference ? before.reference : readReference(db),
    ]);
    return { stamps, registry, proofs, reference };
  }

  /** One at a time: whoever comes while another reads waits, and finds the work done. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = working.then(work, work);
    working = next.catch(() => undefined);
    return next;
  }

  return {
    async read(asOf) {
      const stamps = await readStamps(open());
      const current = isCurrent(stamps) && held !== undefined ? held : await inTurn(() => catchUp(stamps));
      return readingOf(current, asOf);
    },
  };

  function isCurrent(stamps: Stamps): boolean {
    const { registry, proofs, reference } = held?.stamps ?? {};
    return (
      cube.sequence >= stamps.sequence &&
      registry === stamps.registry &&
      proofs === stamps.proofs &&
      reference === stamps.reference
    );
  }

  function readingOf({ stamps, ...current }: Held, asOf: string | undefined): CubeReading {
    const at = asOf === undefined ? Number.POSITIVE_INFINITY : endOfDay(asOf);
    const known = { sequence: sequenceAt(cube, at), at };
    return {
      cube,
      ...current,
      known,
      totals(measure, { sequence = known.sequence, ...by }) {
        const stamp = stampOf(cube, measure, { month: by.month, sequence });
        const within = by.within === undefined ? '' : `${by.within.dimension} ${by.within.at}`;
        const key = [
          measure.id,
          by.month,
          by.dimension,
          within,
          stamp,
          at,
          stamps.registry,
          stamps.proofs,
        ].join('|');
        const sums = memo.get(key) ?? totalsOf({ cube, ...current, known: { sequence, at } }, measure, by);
        if (memo.size > 20_000) memo.clear();
        memo.set(key, sums);
        return sums;
      },
    };
  }
}

/** The last instant of a civil day. */
const endOfDay = (day: string) => instantAt(dayNumberOf(day) + 1, 0).getTime() - 1;

const held = globalThis as typeof globalThis & { portalCube?: { of: string; reader: CubeReader } };

/** The cube of this process; other formulas need another cube. */
export function processCube(): CubeReader {
  const of = JSON.stringify(measures);
  if (held.portalCube?.of !== of) held.portalCube = { of, reader: cubeReader() };
  return held.portalCube.reader;
}
