import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reportPeriods, reports, reportValues } from '@/db/schema/reporting';
import type { CellValue } from '@/lib/reporting/checks';
import { storedAs } from '@/lib/reporting/define';
import { parts } from '@/lib/reporting/forms/elements';
import { chance } from './chance';
import { placeIdOf } from './places';
import { insertRows } from './rows';
import { monthCells, quarterCells } from './sample-cells';
import { demoHospitalId } from './sample-hospitals';
import { type Profile, sampleProfiles } from './sample-profiles';

type ReportState = (typeof reports.$inferInsert)['state'];

type SamplePeriod = {
  readonly id: string;
  readonly form: 'hospital-month' | 'hospital-quarter';
  readonly endsOn: string;
  readonly dueOn: string;
  /** Months since November 2025. */
  readonly age: number;
  readonly stateOf: (id: string) => ReportState;
};

const locked = () => 'locked' as const;

const month = (
  id: string,
  endsOn: string,
  dueOn: string,
  age: number,
  stateOf: SamplePeriod['stateOf'] = locked,
): SamplePeriod => ({
  id,
  form: 'hospital-month',
  endsOn,
  dueOn,
  age,
  stateOf,
});

const quarter = (id: string, endsOn: string, dueOn: string, age: number): SamplePeriod => ({
  id,
  form: 'hospital-quarter',
  endsOn,
  dueOn,
  age,
  stateOf: locked,
});

/** The latest month is still being worked on: some late, some returned, most verified. */
function latestStateOf(id: string): ReportState {
  if (id === demoHospitalId) return 'returned';
  const roll = chance(`report-state:${id}`);
  if (roll < 0.03) return 'draft';
  if (roll < 0.06) return 'returned';
  return roll < 0.14 ? 'submitted' : 'verified';
}

/** November 2025 carries the published counts; the months after it are made up so that boards have a trend. */
export const samplePeriods: readonly SamplePeriod[] = [
  month('202511', '2025-11-30', '2025-12-05', 0),
  quarter('2025Q4', '2025-12-31', '2026-01-10', 1),
  month('202603', '2026-03-31', '2026-04-05', 4),
  month('202606', '2026-06-30', '2026-07-05', 7),
  month('202609', '2026-09-30', '2026-10-05', 10),
  quarter('2026Q3', '2026-09-30', '2026-10-10', 10),
  month('202610', '2026-10-31', '2026-11-05', 11, latestStateOf),
];

/** Asked of every hospital in every sample period; the rest only where a board or a form needs it. */
const boardParts = new Set(
  'E02 E03 E04 E05 E09 E11 E15 E16 E21 E22 E26 E27a E27b E28 E30a E31a E31b E34 E37a E37b E42 E43 E44 E45 E46 E47 E53 E56a E56b'.split(
    ' ',
  ),
);

/** November 2025 is complete everywhere; later periods are in Hà Nội and at the ministry's hospitals. */
const isComplete = ({ hospital }: Profile, { age }: SamplePeriod) =>
  age <= 1 || hospital.ownership === 'ministry' || hospital.placeId === placeIdOf('01');

export type SampleCells = {
  readonly facilityId: string;
  readonly cells: readonly (readonly [part: string, value: CellValue])[];
};

export function cellsOf(profile: Profile, period: SamplePeriod): SampleCells {
  const all =
    period.form === 'hospital-month'
      ? monthCells(profile, period)
      : quarterCells(profile, period.endsOn, period.age);
  const complete = isComplete(profile, period);
  return {
    facilityId: profile.hospital.id,
    cells: Object.entries(all).filter(([part]) => complete || boardParts.has(part)),
  };
}

const columnOf = new Map(parts.map(({ id, type }) => [id, storedAs[type]]));

/** An SQL array as text: quotes and backslashes escaped, null bare. */
const arrayOf = (values: readonly (string | number | null)[]) =>
  `{${values.map((value) => (value === null ? 'null' : `"${String(value).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;

function numberOf(value: CellValue): number | null {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : null;
}

async function insertCells(tx: Tx, period: SamplePeriod, hospitals: readonly SampleCells[]): Promise<void> {
  const rows = hospitals.flatMap(({ facilityId, cells }) =>
    cells.map(([part, value]) => ({ facilityId, part, value })),
  );
  const textOf = (column: string) =>
    arrayOf(
      rows.map(({ part, value }) =>
        columnOf.get(part) === column && typeof value === 'string' ? value : null,
      ),
    );
  const lists = rows.map(({ value }) => (Array.isArray(value) ? JSON.stringify(value) : null));
  await tx.execute(sql`
    insert into ${reportValues}
      (facility_id, element_id, element_version, period_id, valid_from, valid_to, state, number_value, date_value,
       text_value, list_value, reason, source, recorded_at, recorded_by, sample)
    select cell.facility, cell.part, 1, period.id, period.starts_on, period.ends_on, cell.state, cell.number, cell.day,
      cell.words, cell.list, case cell.state when 'unknown' then 'Cơ sở chưa trả lời' end,
      'manual', ${`${period.dueOn}T09:00:00+07:00`}::timestamptz, 'sample', true
    from unnest(
      ${arrayOf(rows.map(({ facilityId }) => facilityId))}::uuid[],
      ${arrayOf(rows.map(({ part }) => part))}::text[],
      ${arrayOf(rows.map(({ value }) => (value === null ? 'unknown' : 'value')))}::text[],
      ${arrayOf(rows.map(({ value }) => numberOf(value)))}::float8[],
      ${textOf('date')}::date[],
      ${textOf('text')}::text[],
      ${arrayOf(lists)}::jsonb[]
    ) as cell(facility, part, state, number, day, words, list), ${reportPeriods} period
    where period.id = ${period.id}
    on conflict do nothing`);
}

const at = (date: string, time: string) => new Date(`${date}T${time}+07:00`);

function reportOf({ facilityId }: SampleCells, period: SamplePeriod): typeof reports.$inferInsert {
  const state = period.stateOf(facilityId);
  const submitted =
    state === 'draft' ? {} : { submittedAt: at(period.dueOn, '09:00:00'), submittedBy: 'sample' };
  const done = state === 'verified' || state === 'locked';
  return {
    facilityId,
    periodId: period.id,
    formId: period.form,
    formVersion: 1,
    state,
    createdAt: at(period.endsOn, '10:00:00'),
    ...submitted,
    ...(done ? { verifiedAt: at(period.dueOn, '15:00:00'), verifiedBy: 'sample' } : {}),
    ...(state === 'locked' ? { lockedAt: at(period.dueOn, '16:30:00'), lockedBy: 'sample' } : {}),
    ...(state === 'returned'
      ? {
          returnedAt: at(period.dueOn, '15:00:00'),
          returnReason: 'Số đơn thuốc gửi Hệ thống đơn thuốc quốc gia chưa khớp, đề nghị rà soát.',
        }
      : {}),
    sample: true,
  };
}

/** The history of a seeded report, told by its own dates. */
async function insertEvents(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into report_events (report_id, move, from_state, to_state, reason, recorded_at, recorded_by)
    select r.id, step.move, step.from_state, step.to_state, step.reason, step.at, 'sample'
    from ${reports} r
    cross join lateral (values
      (1, 'submit', 'draft', 'submitted', null, r.submitted_at),
      (2, 'return', 'submitted', 'returned', r.return_reason, r.returned_at),
      (3, 'verify', 'submitted', 'verified', null, r.verified_at),
      (4, 'lock', 'verified', 'locked', null, r.locked_at)
    ) as step(rank, move, from_state, to_state, reason, at)
    where r.sample and step.at is not null
      and not exists (select 1 from report_events told where told.report_id = r.id)
    order by step.at, r.facility_id, step.rank`);
}

const BATCH = 600;

async function seedPeriod(tx: Tx, period: SamplePeriod, profiles: readonly Profile[]): Promise<number> {
  const cells = profiles.map((profile) => cellsOf(profile, period));
  await insertRows(
    tx,
    reports,
    cells.map((one) => reportOf(one, period)),
  );
  for (let from = 0; from < cells.length; from += BATCH)
    await insertCells(tx, period, cells.slice(from, from + BATCH));
  return cells.reduce((sum, one) => sum + one.cells.length, 0);
}

export async function seedReportValues(tx: Tx): Promise<number> {
  const profiles = sampleProfiles();
  let count = 0;
  for (const period of samplePeriods) count += await seedPeriod(tx, period, profiles);
  await insertEvents(tx);
  return count;
}
