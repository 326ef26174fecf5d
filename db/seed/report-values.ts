import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  reportEvents,
  reportLocks,
  reportPeriods,
  reportRemarks,
  reports,
  reportValues,
} from '@/db/schema/reporting';
import { demoFacility } from '@/lib/integrations/people';
import type { CellValue } from '@/lib/reporting/checks';
import { storedAs } from '@/lib/reporting/define';
import { parts } from '@/lib/reporting/forms/elements';
import { accountIdOf } from './accounts';
import { type Bulk, loadInBulk } from './bulk';
import { placeIdOf } from './places';
import { monthCells, quarterCells } from './sample-cells';
import { type Outcome, outcomeOf, type SamplePeriod, samplePeriods } from './sample-periods';
import { type Profile, sampleProfiles } from './sample-profiles';

/** Asked of every hospital in every period; the rest only where a board or a form needs it. */
const boardParts = new Set([
  ...'E05 E09 E11 E15 E16 E18 E19 E20 E21 E22 E26 E27a E27b E28 E30a E31a E31b E34 E37a E37b'.split(' '),
  ...'E02 E03 E04 E06 E08 E10 E12a E14 E23 E24 E42 E43 E44 E45 E46 E47 E48a E51a E53 E56a E56b'.split(' '),
]);

/** The first month and quarter are complete everywhere; later ones are in Hà Nội and at the ministry's hospitals. */
const isComplete = ({ hospital }: Profile, { id }: SamplePeriod) =>
  id === '202511' ||
  id === '2025Q4' ||
  hospital.ownership === 'ministry' ||
  hospital.placeId === placeIdOf('01');

type Cell = readonly [part: string, value: CellValue];

export function cellsOf(profile: Profile, period: SamplePeriod): readonly Cell[] {
  const all =
    period.form === 'hospital-month'
      ? monthCells(profile, period)
      : quarterCells(profile, period.endsOn, period.age);
  const complete = isComplete(profile, period);
  return Object.entries(all).filter(([part]) => complete || boardParts.has(part));
}

type Filled = { readonly facilityId: string; readonly outcome: Outcome; readonly cells: readonly Cell[] };

const startedAt = ({ endsOn }: SamplePeriod) => `${endsOn}T10:00:00+07:00`;
/** The demonstration hospital's reports were made by its people; nobody stands behind the other samples. */
const madeBy = (account: string, facility: SQL) =>
  sql`case when ${facility} = ${demoFacility.id}::uuid then ${accountIdOf(account)} else 'sample' end`;

const returnReason = 'Số đơn thuốc gửi Hệ thống đơn thuốc quốc gia chưa khớp, đề nghị rà soát.';

const columnOf = new Map(parts.map(({ id, type }) => [id, storedAs[type]]));

/** An SQL array as text: quotes and backslashes escaped, null bare. */
const arrayOf = (values: readonly (string | number | null)[]) =>
  `{${values.map((value) => (typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value))).join(',')}}`;

async function insertReports(tx: Tx, period: SamplePeriod, filled: readonly Filled[]): Promise<void> {
  const column = (name: keyof Outcome) => arrayOf(filled.map(({ outcome }) => outcome[name]));
  const facilities = arrayOf(filled.map(({ facilityId }) => facilityId));
  await tx.execute(sql`
    insert into ${reports} (facility_id, period_id, form_id, form_version, state, created_at, submitted_at,
      submitted_by, returned_at, return_reason, verified_at, verified_by, locked_at, locked_by, sample)
    select id, ${period.id}, ${period.form}, 1, state, ${startedAt(period)}, submitted,
      case when submitted is not null then ${madeBy('facility-head', sql`id`)} end,
      returned, case when returned is not null then ${returnReason} end,
      verified, case when verified is not null then ${madeBy('doh-editor', sql`id`)} end,
      locked, case when locked is not null then ${madeBy('indicator-owner', sql`id`)} end, true
    from unnest(${facilities}::uuid[], ${column('state')}::text[], ${column('submittedAt')}::timestamptz[],
      ${column('returnedAt')}::timestamptz[], ${column('verifiedAt')}::timestamptz[],
      ${column('lockedAt')}::timestamptz[]) as one(id, state, submitted, returned, verified, locked)
    on conflict do nothing`);
}

/** A cell as the table keeps it: yes and no as 1 and 0. */
function storedOf([part, value]: Cell) {
  const words = typeof value === 'string' ? value : null;
  return {
    part,
    number: typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : null,
    day: columnOf.get(part) === 'date' ? words : null,
    words: columnOf.get(part) === 'text' ? words : null,
    list: Array.isArray(value) ? JSON.stringify(value) : null,
  };
}

/** One statement a period, a column an array: facilities are named once and then by their place in the list. */
async function insertCells(tx: Tx, period: SamplePeriod, filled: readonly Filled[]): Promise<number> {
  const rows = filled.flatMap(({ cells }, index) =>
    cells.map((cell) => ({ facility: index + 1, ...storedOf(cell) })),
  );
  const column = (name: keyof (typeof rows)[number]) => arrayOf(rows.map((row) => row[name]));
  await tx.execute(sql`
    insert into ${reportValues}
      (facility_id, element_id, element_version, period_id, valid_from, valid_to, state, number_value, date_value,
       text_value, list_value, reason, source, recorded_at, recorded_by, sample)
    select f.id, c.part, 1, p.id, p.starts_on, p.ends_on, case when known then 'value' else 'unknown' end,
      c.number, c.day, c.words, c.list, case when not known then 'Cơ sở chưa trả lời' end,
      'manual', f.at, ${madeBy('facility', sql`f.id`)}, true
    from unnest(${column('facility')}::int[], ${column('part')}::text[], ${column('number')}::float8[],
      ${column('day')}::date[], ${column('words')}::text[], ${column('list')}::jsonb[])
      as c(facility, part, number, day, words, list)
    cross join lateral (select num_nonnulls(c.number, c.day, c.words, c.list) = 1 as known)
    join unnest(${arrayOf(filled.map(({ facilityId }) => facilityId))}::uuid[],
      ${arrayOf(filled.map(({ outcome }) => outcome.submittedAt ?? startedAt(period)))}::timestamptz[])
      with ordinality f(id, at, facility) using (facility)
    join ${reportPeriods} p on p.id = ${period.id}
    on conflict do nothing`);
  return rows.length;
}

/** The history of the seeded reports, told by their own dates, and what the returned ones are asked. */
async function insertHistory(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into ${reportEvents} (report_id, move, from_state, to_state, reason, recorded_at, recorded_by)
    select r.id, step.move, step.from_state, step.to_state, step.reason, step.at, step.by
    from ${reports} r
    cross join lateral (values
      (1, 'submit', 'draft', 'submitted', null, r.submitted_at, r.submitted_by),
      (2, 'return', 'submitted', 'returned', r.return_reason, r.returned_at, ${madeBy('doh-editor', sql`r.facility_id`)}),
      (3, 'verify', 'submitted', 'verified', null, r.verified_at, r.verified_by),
      (4, 'lock', 'verified', 'locked', null, r.locked_at, r.locked_by)
    ) as step(rank, move, from_state, to_state, reason, at, by)
    where r.sample and step.at is not null
      and not exists (select from ${reportEvents} told where told.report_id = r.id)
    order by step.at, r.facility_id, step.rank`);
  await tx.execute(sql`
    insert into ${reportRemarks} (report_id, element_id, text, raised_at, raised_by)
    select r.id, 'E27', r.return_reason, r.returned_at, ${madeBy('doh-editor', sql`r.facility_id`)}
    from ${reports} r
    where r.sample and r.state = 'returned'
      and not exists (select from ${reportRemarks} raised where raised.report_id = r.id)`);
}

/** What the trigger does to locks one by one, for all of them at once. */
async function numberLocks(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into ${reportLocks} (sequence, event_id, report_id, facility_id, period_id, form_id, locked_at, locked_by)
    select row_number() over (order by e.recorded_at, e.id), e.id, r.id, r.facility_id, r.period_id, r.form_id,
      e.recorded_at, e.recorded_by
    from ${reportEvents} e join ${reports} r on r.id = e.report_id
    where e.move = 'lock'`);
  await tx.execute(
    sql`insert into counters (key, value) select 'report_locks', count(*) from ${reportLocks}`,
  );
}

async function seedPeriod(tx: Tx, period: SamplePeriod, profiles: readonly Profile[]): Promise<number> {
  const filled = profiles.flatMap((profile) => {
    const outcome = outcomeOf(profile, period);
    return outcome === null
      ? []
      : [{ facilityId: profile.hospital.id, outcome, cells: cellsOf(profile, period) }];
  });
  await insertReports(tx, period, filled);
  return insertCells(tx, period, filled);
}

export async function seedReportValues(tx: Tx): Promise<number> {
  const profiles = sampleProfiles();
  const bulk: Bulk = {
    tables: ['report_values', 'report_events', 'report_locks'],
    trigger: ['report_events', 'report_events_lock'],
  };
  return loadInBulk(tx, bulk, async (bare) => {
    let count = 0;
    for (const period of samplePeriods) count += await seedPeriod(tx, period, profiles);
    await insertHistory(tx);
    if (bare) await numberLocks(tx);
    return count;
  });
}
