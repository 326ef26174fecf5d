import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { isAnyOf, listOf, rowsOf } from '@/db/lists';
import { reportEvents, reports } from '@/db/schema/reporting';
import type { Actor, Grant } from '@/lib/policy/actor';
import { storedValue } from '../queries/cells';
import type { FacilityRow, PeriodRow, ReportRow } from './find';
import type { NewVersion } from './plan';

/** What was decided for one report, whose row is held, and the grant it is entered under. */
export interface Entered {
  report: ReportRow;
  facility: FacilityRow;
  period: PeriodRow;
  grant: Grant;
  versions: readonly NewVersion[];
}

interface Writing {
  actor: Actor;
  now: Date;
}

/** Writes the versions of any number of reports with what follows from them, in as many statements as for one. */
export async function writeEntered(tx: Tx, entered: readonly Entered[], writing: Writing): Promise<void> {
  await writeVersions(tx, entered, writing);
  await markEntered(tx, entered, writing);
  await answerRemarks(tx, entered);
}

/** The unique key of a cell's version is the guard: of two who write the same revision one fails as a whole. */
async function writeVersions(tx: Tx, entered: readonly Entered[], { actor, now }: Writing): Promise<void> {
  const rows = entered.flatMap(({ report, facility, period, versions }) =>
    versions.map((version) => ({
      ...version,
      ...storedValue(version.type, version.value),
      facility: facility.id,
      period,
      sample: facility.sample || report.sample || actor.sample,
    })),
  );
  type Row = (typeof rows)[number];
  const list = (type: Parameters<typeof listOf>[0], column: (row: Row) => string | number | boolean | null) =>
    listOf(type, rows.map(column));
  const given = rowsOf([
    list('uuid', (row) => row.facility),
    list('text', (row) => row.part),
    list('smallint', (row) => row.elementVersion),
    list('text', (row) => row.period.id),
    list('date', (row) => row.period.startsOn),
    list('date', (row) => row.period.endsOn),
    list('text', (row) => row.state),
    list('double precision', (row) => row.numberValue),
    list('date', (row) => row.dateValue),
    list('text', (row) => row.textValue),
    list('jsonb', (row) => (row.listValue === null ? null : JSON.stringify(row.listValue))),
    list('text', (row) => row.reason),
    list('text', (row) => row.source),
    list('smallint', (row) => row.revision),
    list('boolean', (row) => row.sample),
  ]);
  await tx.execute(sql`
    insert into report_values (facility_id, element_id, element_version, period_id, valid_from, valid_to, state,
      number_value, date_value, text_value, list_value, reason, source, revision, sample, recorded_at, recorded_by)
    select given.*, ${now.toISOString()}::timestamptz, ${actor.accountId} from ${given} as given`);
}

/** The history names everybody who entered, once: the database keeps them from verifying by it. */
async function markEntered(tx: Tx, entered: readonly Entered[], { actor, now }: Writing): Promise<void> {
  const onBehalf = entered.filter(
    ({ grant, report }) => grant.role === 'doh_editor' && report.enteredOnBehalfBy === null,
  );
  if (onBehalf.length > 0)
    await tx
      .update(reports)
      .set({ enteredOnBehalfBy: actor.accountId })
      .where(and(isReport(onBehalf), isNull(reports.enteredOnBehalfBy)));
  const ids = entered.map(({ report }) => report.id);
  const known = await tx
    .selectDistinct({ id: reportEvents.reportId })
    .from(reportEvents)
    .where(
      and(
        isAnyOf(reportEvents.reportId, 'uuid', ids),
        eq(reportEvents.personId, actor.personId),
        eq(reportEvents.action, 'report.enter'),
      ),
    );
  const named = new Set(known.map(({ id }) => id));
  const first = entered.filter(({ report }) => !named.has(report.id));
  if (first.length === 0) return;
  await tx.insert(reportEvents).values(
    first.map(({ report, grant }) => ({
      reportId: report.id,
      move: 'enter',
      fromState: report.state,
      toState: report.state,
      action: 'report.enter',
      personId: actor.personId,
      role: grant.role,
      recordedAt: now,
      recordedBy: actor.accountId,
    })),
  );
}

const isReport = (entered: readonly Entered[]) =>
  isAnyOf(
    reports.id,
    'uuid',
    entered.map(({ report }) => report.id),
  );

/** A new value at a remarked element answers the remark; words may be added to it. */
async function answerRemarks(tx: Tx, entered: readonly Entered[]): Promise<void> {
  const answered = entered
    .filter(({ report }) => report.state === 'returned')
    .flatMap(({ report, versions }) =>
      versions
        .filter(({ source }) => source !== 'computed')
        .map(({ element }) => ({ report: report.id, element })),
    );
  if (answered.length === 0) return;
  const given = rowsOf([
    listOf(
      'uuid',
      answered.map(({ report }) => report),
    ),
    listOf(
      'text',
      answered.map(({ element }) => element),
    ),
  ]);
  await tx.execute(sql`
    update report_remarks set state = 'answered' from ${given} as given(report, element)
    where report_id = given.report and element_id = given.element and report_remarks.state = 'open'`);
}
