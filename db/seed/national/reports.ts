import 'server-only';
import type postgres from 'postgres';
import { transaction } from '@/db/client';
import { reportPeriods } from '@/db/schema/reporting';
import { chance } from '../chance';
import type { Facility } from '../facilities';
import { insertRows } from '../rows';
import { samplePeriods } from '../sample-periods';
import { type Profile, sampleProfiles } from '../sample-profiles';
import { type Log, loadInChunks } from './chunks';
import { copyInto, copyLines, type Row } from './copy';
import { type Station, type Stations, seedStations, stationCount, stationsOf } from './facilities';
import { type Course, courseOf } from './reports-course';
import { askAboutReturned, assertProjected, numberLocks } from './reports-locks';
import { type Months, nationalMonths, type Period, periodRows } from './reports-periods';
import { mixed, ReportSheet, valueColumns } from './values';
import { writeHospital } from './values-hospitals';
import {
  type StationProfile,
  stationProfile,
  writeStationMonth,
  writeStationQuarter,
} from './values-stations';

/** Whoever reports, and how a report of its is written. */
type Reporter = {
  readonly facility: Facility;
  readonly seed: number;
  readonly reports: (period: Period) => boolean;
  readonly write: (sheet: ReportSheet, period: Period) => void;
};

type Facilities = { readonly stations: Stations; readonly profiles: readonly Profile[] };

type Filed = {
  readonly id: string;
  readonly reporter: Reporter;
  readonly period: Period;
  readonly course: Course;
};

const told = new Set(samplePeriods.map(({ id }) => id));

/** The demonstration tells what the hospitals reported from November 2025 on; here is what they did before. */
const hospitalReporter = (profile: Profile): Reporter => ({
  facility: profile.hospital,
  seed: Math.floor(chance(`cells:${profile.hospital.id}`) * 2 ** 32),
  reports: ({ id }) => !told.has(id),
  write: (sheet, period) => writeHospital(sheet, profile, period),
});

const isOpen = ({ openedOn, closedOn }: Station, { endsOn }: Period) =>
  (openedOn === null || openedOn <= endsOn) && (closedOn === null || closedOn > endsOn);

function stationReporter(profile: StationProfile): Reporter {
  const { station, seed } = profile;
  return {
    facility: station,
    seed,
    reports: (period) => isOpen(station, period),
    write: (sheet, period) =>
      period.form === 'hospital-month'
        ? writeStationMonth(sheet, profile, period)
        : writeStationQuarter(sheet, profile, period),
  };
}

export function reportersOf({ stations: { open, mergers }, profiles }: Facilities): Reporter[] {
  const stations = [...open, ...mergers.flatMap(({ closed }) => closed)];
  return [
    ...profiles.map(hospitalReporter),
    ...stations.map((station) => stationReporter(stationProfile(station))),
  ];
}

/** A facility's report of a period keeps its key on every machine: the facility's, ending in the period's. */
const reportIdOf = (facility: Facility, { form, endsOn }: Period) =>
  `${facility.id.slice(0, 24)}${form === 'hospital-month' ? '0000' : '4000'}${endsOn.replaceAll('-', '')}`;

export const filedIn = (reporters: readonly Reporter[], { periods }: Months): Filed[] =>
  periods.flatMap((period) =>
    reporters.flatMap((reporter) => {
      if (!reporter.reports(period)) return [];
      const course = courseOf(reporter.facility, period);
      return course === null ? [] : [{ id: reportIdOf(reporter.facility, period), reporter, period, course }];
    }),
  );

const reportTarget = {
  table: 'reports',
  columns:
    'id facility_id period_id form_id form_version state version created_at submitted_at submitted_by returned_at return_reason verified_at verified_by locked_at locked_by sample'.split(
      ' ',
    ),
};

const by = (instant: string | null) => (instant === null ? null : 'sample');

const reportRow = ({ id, reporter, period, course }: Filed): Row => [
  id,
  reporter.facility.id,
  period.id,
  period.form,
  1,
  course.state,
  course.steps.length + 1,
  `${period.endsOn}T10:00:00+07:00`,
  course.submittedAt,
  by(course.submittedAt),
  course.returnedAt,
  course.returnReason,
  course.verifiedAt,
  by(course.verifiedAt),
  course.lockedAt,
  by(course.lockedAt),
  true,
];

const eventTarget = {
  table: 'report_events',
  columns: 'report_id move from_state to_state reason recorded_at recorded_by'.split(' '),
};

function* eventRows(filed: readonly Filed[]): Generator<Row> {
  for (const { id, course } of filed)
    for (const { move, from, to, at, reason } of course.steps)
      yield [id, move, from, to, reason, at, 'sample'];
}

/** One piece of text a report. */
export function* valueLines(filed: readonly Filed[], counted: { rows: number }) {
  const sheet = new ReportSheet();
  for (const { reporter, period, course } of filed) {
    const { id, startsOn, endsOn } = period;
    const head = [reporter.facility.id, id, startsOn, endsOn, 't', 'sample', ''].join('\t');
    const months = Number(endsOn.slice(0, 4)) * 12 + Number(endsOn.slice(5, 7));
    sheet.open(head, course.known, mixed(reporter.seed, period.form === 'hospital-month' ? months : -months));
    reporter.write(sheet, period);
    counted.rows += sheet.rows;
    yield sheet.lines;
  }
}

async function loadMonths(
  tx: postgres.TransactionSql,
  months: Months,
  reporters: readonly Reporter[],
): Promise<number> {
  const filed = filedIn(reporters, months);
  const counted = { rows: 0 };
  const values = { table: 'report_values', columns: valueColumns };
  const reports = await copyInto(tx, reportTarget, filed.map(reportRow));
  const events = await copyInto(tx, eventTarget, eventRows(filed));
  await copyLines(tx, values, valueLines(filed, counted));
  return reports + events + counted.rows;
}

interface NationalReports extends Facilities {
  readonly months: readonly Months[];
  readonly log: Log;
}

/** Once everything is in: nothing may be counted before all locks stand in their order. */
const closing = 'locks';

/**
 * The reports of all facilities over eight years. The triggers that rest meanwhile project states and number locks
 * one by one; the last chunk does both for all of them. A portal that runs must be started again after it.
 */
export async function loadReports({ stations, profiles, months, log }: NationalReports): Promise<number> {
  await transaction(async (tx) => {
    await seedStations(tx, stations);
    await insertRows(tx, reportPeriods, periodRows());
  });
  const reporters = reportersOf({ stations, profiles });
  return loadInChunks({
    step: 'national reports',
    tables: ['report_values', 'reports', 'report_events', 'report_locks'],
    triggers: [
      ['reports', 'reports_state_projection'],
      ['report_events', 'report_events_duties'],
      ['report_events', 'report_events_lock'],
      ['report_locks', 'report_locks_no_truncate'],
    ],
    chunks: [...months, { name: closing, periods: [] }],
    log,
    async load(tx, chunk) {
      if (chunk.name !== closing) return loadMonths(tx, chunk, reporters);
      await assertProjected(tx);
      return (await askAboutReturned(tx)) + (await numberLocks(tx));
    },
  });
}

export const seedNationalReports = (log: Log): Promise<number> =>
  loadReports({
    stations: stationsOf(stationCount),
    profiles: sampleProfiles(),
    months: nationalMonths(),
    log,
  });
