import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { insertOf, isAnyOf, listOf, rowsOf } from '@/db/lists';
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
  const rows = entered.flatMap(({ report, facility, period, versions }) => {
    const sample = facility.sample || report.sample || actor.sample;
    return versions.map((version) => {
      const stored = storedValue(version.type, version.value);
      return { version, stored, facility: facility.id, period, sample };
    });
  });
  const at = now.toISOString();
  await tx.execute(
    insertOf<(typeof rows)[number]>(
      'report_values',
      {
        facility_id: ['uuid', (row) => row.facility],
        element_id: ['text', (row) => row.version.part],
        element_version: ['smallint', (row) => row.version.elementVersion],
        period_id: ['text', (row) => row.period.id],
        valid_from: ['date', (row) => row.period.startsOn],
        valid_to: ['date', (row) => row.period.endsOn],
        state: ['text', (row) => row.version.state],
        number_value: ['double precision', (row) => row.stored.numberValue],
        date_value: ['date', (row) => row.stored.dateValue],
        text_value: ['text', (row) => row.stored.textValue],
        list_value: ['jsonb', ({ stored }) => stored.listValue && JSON.stringify(stored.listValue)],
        reason: ['text', (row) => row.version.reason],
        source: ['text', (row) => row.version.source],
        revision: ['smallint', (row) => row.version.revision],
        recorded_at: ['timestamptz', () => at],
        recorded_by: ['text', () => actor.accountId],
        sample: ['boolean', (row) => row.sample],
      },
      rows,
    ),
  );
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
  await insertEvents(
    tx,
    first.map(({ report, grant }) => ({ reportId: report.id, from: report.state, to: report.state, grant })),
    { move: 'enter', actor, now },
  );
}

interface EventRow {
  reportId: string;
  from: ReportRow['state'] | null;
  to: ReportRow['state'];
  grant: Grant;
}

/** One line in the history of each report: the same move of the same person. */
export async function insertEvents(
  tx: Tx,
  rows: readonly EventRow[],
  { move, actor, now }: Writing & { move: 'open' | 'enter' },
): Promise<void> {
  const at = now.toISOString();
  await tx.execute(
    insertOf<EventRow>(
      'report_events',
      {
        report_id: ['uuid', (row) => row.reportId],
        move: ['text', () => move],
        from_state: ['text', (row) => row.from],
        to_state: ['text', (row) => row.to],
        action: ['text', () => 'report.enter'],
        person_id: ['uuid', () => actor.personId],
        role: ['text', (row) => row.grant.role],
        recorded_at: ['timestamptz', () => at],
        recorded_by: ['text', () => actor.accountId],
      },
      rows,
    ),
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
