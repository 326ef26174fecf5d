import type { Actor } from '@/lib/policy/actor';
import type { ElementPart } from '@/lib/reporting/define';
import { periodOf } from '@/lib/reporting/periods/rules';
import { elementsOf, formOn } from '@/lib/reporting/queries/definitions';
import { activitiesOf } from '@/lib/reporting/queries/progress';
import { elementsFor } from '@/lib/reporting/rules';
import type { Bench } from './define';
import { actorNamed } from './stage/people';

export interface Reporter {
  id: string;
  code: string | null;
  obstetrics: boolean;
  driverChecks: boolean;
  insured: boolean;
  hospital: boolean;
}

/** Facilities that are open, one department after the other. */
export const reportersOf = ({ sql }: Bench, { unit = '%', limit }: { unit?: string; limit: number }) =>
  sql<Reporter[]>`
    select id, ma_cskcb as code, obstetrics, driver_checks as "driverChecks", insured,
      form ~ 'hospital$|^institute_with_beds$' as hospital
    from facilities
    where status = 'active' and closed_on is null and (opened_on is null or opened_on <= '2026-10-01')
      and unit_code like 'SYT-%' and unit_code like ${unit}
    order by unit_code, id limit ${limit}`;

/** Somebody who enters for every department: a file of the whole country in one piece. */
export async function nationalEditor({ sql }: Bench): Promise<Actor> {
  const editor = await actorNamed('doh-editor');
  const units = await sql<{ scope: string }[]>`
    select distinct unit_code as scope from facilities where unit_code like 'SYT-%' order by 1`;
  return { ...editor, grants: units.map(({ scope }) => ({ role: 'doh_editor', scope })) };
}

/** Cells of the monthly form a person would fill in, the same for every facility of its kind. */
export function partsOf(reporter: Reporter, period: string): ElementPart[] {
  const { endsOn } = periodOf(period);
  const form = formOn('month', endsOn);
  if (form === null) throw new Error(`no form for ${period}`);
  return elementsFor(elementsOf(form, endsOn), activitiesOf(reporter))
    .flatMap(({ parts }) => parts)
    .filter(({ computedFrom }) => computedFrom === undefined);
}

/** An answer nothing can be said against, another for each `nth`. */
export function answerOf({ type, options }: ElementPart, nth: number): string {
  switch (type) {
    case 'boolean':
      return nth % 3 === 0 ? 'không' : 'có';
    case 'date':
      return `2025-0${1 + (nth % 9)}-15`;
    case 'enum':
    case 'set':
    case 'list':
      return options?.[nth % options.length]?.code ?? '';
    case 'level':
      return String(1 + (nth % 7));
    case 'url':
      return `https://mau-${nth}.example.vn/gia`;
    default:
      return String(nth % 90);
  }
}

const firstYear = 2030;

/** Months nobody reports for, so that nothing stands in the way and everything can be taken away again. */
export class SparePeriods {
  readonly #taken: string[] = [];

  constructor(
    readonly bench: Bench,
    readonly reporters: readonly Reporter[],
  ) {}

  /** Opens the next month. Only hospitals have to report; of the others the reports are opened here, empty. */
  async open(): Promise<string> {
    const nth = this.#taken.length;
    const id = `${firstYear + Math.floor(nth / 12)}${String((nth % 12) + 1).padStart(2, '0')}`;
    const { startsOn, endsOn, dueOn, provincialDueOn } = periodOf(id);
    const { sql } = this.bench;
    this.#taken.push(id);
    await sql`
      insert into report_periods (id, kind, starts_on, ends_on, opens_on, due_on, provincial_due_on, status,
        source_ref, confidence)
      values (${id}, 'month', ${startsOn}, ${endsOn}, '2026-01-01', ${dueOn}, ${provincialDueOn}, 'open',
        'bench', 'demo')
      on conflict do nothing`;
    const others = this.reporters.filter(({ hospital }) => !hospital).map((one) => one.id);
    await sql`
      insert into reports (facility_id, period_id, form_id, form_version, created_at, sample)
      select facility, ${id}, 'hospital-month', 1, now(), true from unnest(${others}::uuid[]) facility
      on conflict do nothing`;
    return id;
  }

  /**
   * Before and after: a run that was cut off left its months behind. Histories refuse to be taken back, as they should;
   * what only the bench wrote goes with its guards at rest.
   */
  async clear(): Promise<void> {
    await this.bench.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      const left = await sql<{ id: string }[]>`select id from report_periods where source_ref = 'bench'`;
      const periods = left.map(({ id }) => id);
      const gone = await sql<{ id: string }[]>`select id from reports where period_id = any(${periods})`;
      const ids = gone.map(({ id }) => id);
      await sql`delete from report_values where period_id = any(${periods})`;
      await sql`delete from report_events where report_id = any(${ids}::uuid[])`;
      await sql`delete from audit_acts where record_type = 'report' and record_id = any(${ids})`;
      await sql`delete from reports where id = any(${ids}::uuid[])`;
      await sql`delete from report_periods where id = any(${periods})`;
    });
    // The next run takes the same months: it must not have to walk over what is gone.
    await this.bench.sql`vacuum report_values, report_events, reports, audit_acts`;
  }
}
