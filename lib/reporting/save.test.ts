import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { reportEvents, reports, reportValues } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { addFacility, fillReport, monthBack, seedReporting } from '@/db/testing-reports';
import { demoFacility } from '@/lib/integrations/people';
import { carryForward } from './commands/carry';
import { moveReport } from './commands/move';
import { openReport } from './commands/open';
import { saveCells, tryCells } from './commands/save';
import { periodOn, shiftPeriod } from './periods/rules';
import { getCellHistory, getReport } from './queries/get';
import type { CellInput } from './schema';

useDatabase();

let cast: Cast;
beforeAll(async () => {
  await seedReporting();
  cast = await readCast();
});

const form = 'hospital-month';

async function draft(periodId = monthBack(1), facilityId?: string): Promise<string> {
  const id = facilityId ?? (await addFacility());
  return (await openReport(cast('doh-editor'), { facilityId: id, periodId, formId: form })).id;
}

type Cell = Partial<CellInput> & { part: string };
const cell = ({ part, ...rest }: Cell): CellInput => ({
  part,
  state: 'value',
  value: null,
  seen: 0,
  ...rest,
});
const save = (id: string, cells: Cell[], who = 'doh-editor') =>
  saveCells(cast(who), { reportId: id, cells: cells.map(cell) });

const versionsOf = async (id: string, part: string) => {
  const [report] = await database().select().from(reports).where(eq(reports.id, id));
  return database()
    .select()
    .from(reportValues)
    .where(
      and(
        eq(reportValues.facilityId, report?.facilityId ?? ''),
        eq(reportValues.periodId, report?.periodId ?? ''),
        eq(reportValues.elementId, part),
      ),
    )
    .orderBy(asc(reportValues.revision));
};

describe('opening', () => {
  it('makes one draft, however many ask at once', async () => {
    const facilityId = await addFacility();
    const asked = { facilityId, periodId: monthBack(1), formId: form };
    const opened = await Promise.all([1, 2, 3].map(() => openReport(cast('doh-editor'), asked)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    const events = await database()
      .select()
      .from(reportEvents)
      .where(eq(reportEvents.reportId, opened[0]?.id ?? ''));
    expect(events.map(({ move, action }) => [move, action])).toEqual([['open', 'report.enter']]);
  });

  it('needs a period that has opened, its own form, and a facility that has to report', async () => {
    const facilityId = await addFacility();
    const open = (change: object) =>
      openReport(cast('doh-editor'), { facilityId, periodId: monthBack(1), formId: form, ...change });
    await expect(open({ periodId: shiftPeriod(monthBack(0), 1) })).rejects.toMatchObject({
      detail: 'period_not_open',
    });
    await expect(open({ periodId: '199001' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(open({ formId: 'hospital-quarter' })).rejects.toMatchObject({ code: 'not_found' });
    for (const change of [
      { form: 'commune_station' as const },
      { closedOn: '2020-01-01' },
      { openedOn: '2999-01-01' },
    ]) {
      const other = await addFacility(change);
      await expect(open({ facilityId: other })).rejects.toMatchObject({ detail: 'not_expected' });
    }
  });
});

describe('saving', () => {
  it('keeps every version of a cell with who wrote it, and never touches an old one', async () => {
    const id = await draft();
    expect(await save(id, [{ part: 'E31a', value: 100 }])).toEqual([
      { part: 'E31a', outcome: 'saved', revision: 1 },
    ]);
    await save(id, [{ part: 'E31a', value: 120, seen: 1, reason: 'Bổ sung cơ sở 2' }]);
    expect(await save(id, [{ part: 'E31a', value: 120, seen: 2 }])).toEqual([
      { part: 'E31a', outcome: 'unchanged', revision: 2 },
    ]);
    await save(id, [{ part: 'E31a', state: 'unknown', seen: 2, reason: 'Máy chủ hỏng' }]);
    const rows = await versionsOf(id, 'E31a');
    expect(
      rows.map(({ revision, state, numberValue, reason }) => [revision, state, numberValue, reason]),
    ).toEqual([
      [1, 'value', 100, null],
      [2, 'value', 120, 'Bổ sung cơ sở 2'],
      [3, 'unknown', null, 'Máy chủ hỏng'],
    ]);
    const history = await getCellHistory(cast('doh-leader'), { reportId: id, part: 'E31a' });
    expect(history.versions.map(({ value, recordedBy }) => [value, recordedBy])).toEqual([
      [null, 'Chu Văn Nam'],
      [120, 'Chu Văn Nam'],
      [100, 'Chu Văn Nam'],
    ]);
    expect(history.before).toHaveLength(12);
  });

  it('tells the second of two who save one cell at once, and saves their other cells', async () => {
    const id = (
      await openReport(cast('facility'), {
        facilityId: demoFacility.id,
        periodId: monthBack(1),
        formId: form,
      })
    ).id;
    const [mine, theirs] = await Promise.all([
      save(
        id,
        [
          { part: 'E31a', value: 1 },
          { part: 'E33', value: 1 },
        ],
        'facility',
      ),
      save(
        id,
        [
          { part: 'E31a', value: 2 },
          { part: 'E32', value: 1 },
        ],
        'facility-head',
      ),
    ]);
    const outcomes = [mine, theirs].map((all) => all.find(({ part }) => part === 'E31a'));
    expect(outcomes.map((one) => one?.outcome).sort()).toEqual(['overtaken', 'saved']);
    const rows = await versionsOf(id, 'E31a');
    expect(rows).toHaveLength(1);
    const lost = outcomes.find((one) => one?.outcome === 'overtaken');
    expect(lost).toMatchObject({
      revision: 1,
      theirs: { current: { value: rows[0]?.numberValue, revision: 1 } },
    });
    expect(await versionsOf(id, 'E33')).toHaveLength(1);
    expect(await versionsOf(id, 'E32')).toHaveLength(1);
  });

  it('holds twenty writers of one cell to one winner each round', async () => {
    const id = await draft();
    for (const seen of [0, 1, 2]) {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, n) => save(id, [{ part: 'E36a', value: seen * 100 + n, seen }])),
      );
      expect(all.flat().filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    }
    expect((await versionsOf(id, 'E36a')).map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it('refuses what does not fit, cell by cell', async () => {
    const id = await draft(monthBack(1), await addFacility({ obstetrics: false }));
    const outcomes = await save(id, [
      { part: 'E31a', value: -1 },
      { part: 'E31b', value: 1.5 },
      { part: 'E13', value: 101 },
      { part: 'E15', value: 'có' },
      { part: 'E16', value: '2026-02-30' },
      { part: 'E17', value: ['night'] },
      { part: 'E50a', value: 'somewhere' },
      { part: 'E49d', value: 'ftp://mau.example.vn' },
      { part: 'E20', value: 50 },
      { part: 'E32', state: 'unknown' },
      { part: 'E33', value: null },
      { part: 'E39a', value: 1 },
      { part: 'E01a', value: 1 },
      { part: 'E99', value: 1 },
      { part: 'E18', value: 40 },
      { part: 'E18', value: 41 },
    ]);
    expect(outcomes.map((one) => ('code' in one ? one.code : one.outcome))).toEqual([
      'not_a_count',
      'not_a_count',
      'not_a_percent',
      'not_yes_or_no',
      'not_a_date',
      'not_an_option',
      'not_an_option',
      'not_an_address',
      'computed',
      'reason_required',
      'required',
      'not_asked',
      'not_asked',
      'unknown_part',
      'saved',
      'twice',
    ]);
  });

  it('works out what follows from others, with the cell it follows from', async () => {
    const id = await draft();
    expect(await save(id, [{ part: 'E18', value: 3 }])).toHaveLength(1);
    expect(await save(id, [{ part: 'E19', value: 2 }])).toEqual([
      { part: 'E19', outcome: 'saved', revision: 1 },
      { part: 'E20', outcome: 'saved', revision: 1 },
    ]);
    await save(id, [{ part: 'E18', value: 0, seen: 1 }]);
    await save(id, [{ part: 'E19', state: 'unknown', reason: 'Chưa đếm', seen: 1 }]);
    const rows = await versionsOf(id, 'E20');
    expect(rows.map(({ state, numberValue, source }) => [state, numberValue, source])).toEqual([
      ['value', 66.67, 'computed'],
      ['not_applicable', null, 'computed'],
      ['unknown', null, 'computed'],
    ]);
  });

  it('says what it would do without doing it', async () => {
    const id = await draft();
    const cells = [cell({ part: 'E31a', value: 5 })];
    expect(await tryCells(cast('doh-editor'), { reportId: id, cells })).toMatchObject([{ outcome: 'saved' }]);
    expect(await versionsOf(id, 'E31a')).toEqual([]);
    const acts = await database().select().from(auditActs).where(eq(auditActs.recordId, id));
    expect(acts.map(({ detail }) => detail)).toEqual([
      { move: 'open', period: monthBack(1), form, opened: true },
    ]);
  });

  it('names the source by who asks', async () => {
    const id = await draft();
    await saveCells(cast('doh-editor'), {
      reportId: id,
      source: 'feed',
      cells: [cell({ part: 'E31a', value: 5 })],
    });
    await saveCells(cast('doh-editor'), {
      reportId: id,
      source: 'carried',
      cells: [cell({ part: 'E09', value: true })],
    });
    expect([(await versionsOf(id, 'E31a'))[0]?.source, (await versionsOf(id, 'E09'))[0]?.source]).toEqual([
      'manual',
      'manual',
    ]);
    expect(await getReport(cast('doh-leader'), { id })).toMatchObject({ onBehalf: true });
  });
});

describe('carrying forward', () => {
  it('takes over states and stocks that are empty, and no flow', async () => {
    const facilityId = await addFacility();
    const earlier = await fillReport(cast('doh-editor'), { facilityId, periodId: monthBack(3) });
    const id = await draft(monthBack(1), facilityId);
    await save(id, [{ part: 'E09', value: true }]);
    const view = await getReport(cast('doh-editor'), { id });
    expect(view.carriable).toContain('E15');
    expect(view.carriable.filter((part) => ['E09', 'E31a', 'E20', 'E18'].includes(part))).toEqual([]);
    const outcomes = await carryForward(cast('doh-editor'), {
      reportId: id,
      parts: ['E15', 'E50a', 'E09', 'E31a'],
    });
    expect(outcomes.map((one) => [one.part, one.outcome])).toEqual([
      ['E15', 'saved'],
      ['E50a', 'saved'],
      ['E09', 'refused'],
      ['E31a', 'refused'],
    ]);
    const [carried] = await versionsOf(id, 'E15');
    expect(carried).toMatchObject({ source: 'carried', numberValue: 0 });
    expect(earlier.cells.E15?.current?.value).toBe(false);
  });

  it('reads the quarter for the checks of a month, as it stood at its end', async () => {
    const facilityId = await addFacility();
    const periodId = shiftPeriod(
      periodOn('quarter', `${monthBack(1).slice(0, 4)}-${monthBack(1).slice(4)}-01`),
      -1,
    );
    const quarter = await openReport(cast('doh-editor'), {
      facilityId,
      periodId,
      formId: 'hospital-quarter',
    });
    await save(quarter.id, [
      { part: 'E12a', value: true },
      { part: 'E02', value: 300 },
    ]);
    const id = await draft(monthBack(1), facilityId);
    await save(id, [{ part: 'E11', value: false }]);
    const view = await getReport(cast('doh-editor'), { id });
    expect(view.context.others).toMatchObject({ E12a: true, E02: 300 });
    // The claim stands on the other form: here it asks for an explanation and blocks nothing for good.
    expect(view.findings.find(({ code }) => code === 'E12a-needs-E11')).toMatchObject({
      severity: 'warning',
    });
  });
});

describe('what is usual among peers', () => {
  it('is told from five verified reports of the class on, without one’s own', async () => {
    for (let n = 1; n <= 5; n += 1) {
      const facilityId = await addFacility({ class: 'class_3' });
      const { id } = await fillReport(cast('doh-editor'), { facilityId, periodId: monthBack(2) });
      await save(id, [{ part: 'E31a', value: n * 10, seen: 1 }]);
      const submitted = await moveReport(cast('doh-editor'), { move: 'submit', reportId: id, version: 1 });
      await moveReport(cast('doh-leader'), { move: 'verify', reportId: id, version: submitted.version });
    }
    const facilityId = await addFacility({ class: 'class_3' });
    const id = await draft(monthBack(1), facilityId);
    const history = await getCellHistory(cast('doh-editor'), { reportId: id, part: 'E31a' });
    expect(history).toMatchObject({ peersMedian: 30, peers: { count: 5, periodId: monthBack(2) } });
    const other = await draft(monthBack(1), await addFacility({ class: 'class_4' }));
    expect(await getCellHistory(cast('doh-editor'), { reportId: other, part: 'E31a' })).toMatchObject({
      peersMedian: null,
    });
  });
});
