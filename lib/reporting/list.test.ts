import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { facilities, facilityAttributes, facilityParents } from '@/db/schema/facilities';
import { messages } from '@/db/schema/outbox';
import { reportPeriods, reports } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { addFacility, fillReport, monthBack, seedReporting } from '@/db/testing-reports';
import { demoFacility } from '@/lib/integrations/people';
import { remindReporters, tellFacility } from '@/lib/notifications/reporting/jobs';
import { moveReport } from './commands/move';
import { openReport } from './commands/open';
import { openPeriods } from './jobs';
import { periodOf, shiftPeriod } from './periods/rules';
import { findOwnReports } from './queries/get';
import { listPeriods, listReports, readCompleteness } from './queries/list';
import type { ReportLine } from './schema';

useDatabase();

let cast: Cast;
const period = monthBack(2);
const { endsOn } = periodOf(period);
const hanoi: string[] = [];
const source = { sourceRef: 'thử nghiệm', confidence: 'demo' as const };

beforeAll(async () => {
  await seedReporting();
  cast = await readCast();
  for (let n = 10; n < 65; n += 1)
    hanoi.push(await addFacility({ nameVi: `Bệnh viện Đống Đa ${n}`, maCskcb: `991${n}` }));
  await addFacility({ nameVi: 'Bệnh viện Bến Nghé', unitCode: 'SYT-79', placeId: 'p34-79' });
  const [drafted = '', verified = ''] = hanoi;
  await fillReport(cast('doh-editor'), { facilityId: drafted, periodId: period });
  const { id } = await fillReport(cast('doh-editor'), { facilityId: verified, periodId: period });
  await moveReport(cast('doh-editor'), { move: 'submit', reportId: id, version: 1 });
  await database()
    .update(reports)
    .set({ submittedAt: new Date(`${endsOn}T09:00:00+07:00`) })
    .where(eq(reports.id, id));
  await moveReport(cast('doh-leader'), { move: 'verify', reportId: id, version: 2 });
});

async function allPages(who: string, input: object = {}): Promise<ReportLine[]> {
  const rows: ReportLine[] = [];
  let after: string | undefined;
  do {
    const page = await listReports(cast(who), {
      period,
      ...input,
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

describe('the list', () => {
  it('has every facility that is expected once, with a report or without, page by page and back', async () => {
    const rows = await allPages('doh-leader');
    expect(rows).toHaveLength(56);
    expect(new Set(rows.map(({ facilityId }) => facilityId)).size).toBe(56);
    expect(rows.filter(({ state }) => state === 'missing')).toHaveLength(54);
    const first = await listReports(cast('doh-leader'), { period });
    const second = await listReports(cast('doh-leader'), { period, after: first.next ?? '' });
    const back = await listReports(cast('doh-leader'), { period, before: second.previous ?? '' });
    expect(back.rows).toEqual(first.rows);
    expect(first.previous).toBeNull();
    expect(rows.map(({ facilityId }) => facilityId).slice(25, 50)).toEqual(
      second.rows.map((row) => row.facilityId),
    );
  });

  it('keeps to the reach of who asks', async () => {
    const ministry = await database().$count(facilities, eq(facilities.unitCode, 'KHCNDT'));
    expect(await allPages('indicator-owner')).toHaveLength(57 + ministry);
    expect((await allPages('facility')).map(({ facilityId }) => facilityId)).toEqual([demoFacility.id]);
    await expect(listReports(cast('citizen'), { period })).rejects.toMatchObject({ code: 'denied' });
  });

  it('filters by state, lateness, place and name without tone marks', async () => {
    const ids = async (input: object) =>
      (await allPages('indicator-owner', input)).map((row) => row.facilityId);
    expect(await ids({ state: 'draft' })).toEqual([hanoi[0]]);
    expect(await ids({ state: 'verified', late: false })).toEqual([hanoi[1]]);
    expect(await ids({ late: true })).toHaveLength((await ids({})).length - 1);
    expect(await ids({ place: 'p34-79', search: 'bến nghé' })).toHaveLength(1);
    expect(await ids({ place: 'p34-01', search: 'bến nghé' })).toEqual([]);
    expect(await ids({ search: 'dong da 64' })).toEqual([hanoi.at(-1)]);
    expect(await ids({ search: '99110' })).toEqual([hanoi[0]]);
    expect(await ids({ search: '100%_' })).toEqual([]);
    expect(await ids({ form: 'hospital-quarter' })).toEqual([]);
    expect(await ids({ period: '190001' })).toEqual([]);
  });

  it('counts what is filled as the form itself does', async () => {
    const [line] = await allPages('doh-leader', { state: 'draft' });
    expect(line).toMatchObject({ late: true, version: 1, sample: true });
    expect(line?.filled).toBe(line?.asked);
    expect(line?.asked).toBeGreaterThan(30);
  });

  it('asks the database as often for a full page as for one line', async () => {
    const count = async (input: object) => {
      const spies = [vi.spyOn(database(), 'select'), vi.spyOn(database(), 'selectDistinctOn')];
      await listReports(cast('indicator-owner'), { period, ...input });
      const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      for (const spy of spies) spy.mockRestore();
      return calls;
    };
    const [page, line] = [await count({}), await count({ state: 'draft' })];
    expect(line).toBeGreaterThan(1);
    expect(page).toBeLessThanOrEqual(line);
  });
});

describe('who is expected', () => {
  it('follows the registry of the day: form, opening, closing, status and province', async () => {
    const names = async (id: string) =>
      (await allPages('indicator-owner', { period: id })).map((row) => row.facility.vi);
    await addFacility({ nameVi: 'Mới mở', openedOn: periodOf(monthBack(1)).startsOn });
    await addFacility({ nameVi: 'Đã đóng', closedOn: periodOf(monthBack(1)).startsOn, status: 'closed' });
    await addFacility({ nameVi: 'Trạm y tế', form: 'commune_station' });
    const became = await addFacility({ nameVi: 'Đổi hình thức' });
    const moved = await addFacility({ nameVi: 'Đổi tỉnh' });
    const recorded = { recordedAt: new Date(), recordedBy: 'x', ...source };
    await database()
      .insert(facilityAttributes)
      .values({
        facilityId: became,
        attribute: 'form',
        value: 'general_clinic',
        validFrom: '2000-01-01',
        validTo: periodOf(monthBack(1)).startsOn,
        ...recorded,
      });
    await database()
      .insert(facilityParents)
      .values([
        {
          facilityId: moved,
          hierarchy: 'place',
          placeId: 'p34-79',
          validFrom: '2000-01-01',
          validTo: periodOf(monthBack(1)).startsOn,
          ...source,
        },
        {
          facilityId: moved,
          hierarchy: 'place',
          placeId: 'p34-01',
          validFrom: periodOf(monthBack(1)).startsOn,
          ...source,
        },
      ]);
    const [before, after] = [await names(period), await names(monthBack(1))];
    const special = ['Mới mở', 'Đã đóng', 'Trạm y tế', 'Đổi hình thức', 'Đổi tỉnh'];
    expect(special.filter((name) => before.includes(name))).toEqual(['Đã đóng', 'Đổi tỉnh']);
    expect(special.filter((name) => after.includes(name))).toEqual(['Mới mở', 'Đổi hình thức', 'Đổi tỉnh']);
    const then = async (id: string) =>
      (await allPages('indicator-owner', { place: 'p34-79', period: id })).map((row) => row.facility.vi);
    expect(await then(period)).toContain('Đổi tỉnh');
    expect(await then(monthBack(1))).not.toContain('Đổi tỉnh');
  });

  it('is what completeness is measured against, by province, and for the nation to who reads it all', async () => {
    const [nation, ...provinces] = await readCompleteness(cast('leadership'), {
      period,
      form: 'hospital-month',
    });
    expect(nation).toMatchObject({ place: null, draft: 1, verified: 1, onTime: 1 });
    for (const key of ['expected', 'missing', 'draft', 'verified', 'onTime'] as const)
      expect(
        provinces.reduce((sum, one) => sum + one[key], 0),
        key,
      ).toBe(nation?.[key]);
    const own = await readCompleteness(cast('doh-leader'), { period });
    expect(own.map(({ place }) => place?.id)).toContain('p34-01');
    expect(own.every(({ place }) => place !== null)).toBe(true);
    for (const one of [...provinces, ...own])
      expect(one.expected).toBe(
        one.missing + one.draft + one.submitted + one.returned + one.verified + one.locked,
      );
  });
});

describe('a facility’s desk', () => {
  it('shows its reports and the open periods still without one', async () => {
    const before = await findOwnReports(cast('facility'), {});
    expect(before.every(({ facilityId }) => facilityId === demoFacility.id)).toBe(true);
    expect(before.find((one) => one.period.id === monthBack(1))).toMatchObject({
      state: 'missing',
      reportId: null,
      filled: 0,
    });
    expect(before.some((one) => one.period.id === monthBack(9))).toBe(false);
    await openReport(cast('facility'), {
      facilityId: demoFacility.id,
      periodId: monthBack(9),
      formId: 'hospital-month',
    });
    const after = await findOwnReports(cast('facility-head'), {});
    expect(after.find((one) => one.period.id === monthBack(9))).toMatchObject({
      state: 'draft',
      late: true,
      open: false,
    });
    expect(await findOwnReports(cast('doh-editor'), {})).toEqual([]);
  });

  it('is offered the periods that have opened', async () => {
    const all = await listPeriods(cast('facility'), {});
    expect(all[0]?.opensOn.localeCompare(new Date().toISOString())).toBeLessThan(0);
    const months = await listPeriods(cast('facility'), { form: 'hospital-month' });
    expect(new Set(months.map(({ kind }) => kind))).toEqual(new Set(['month']));
    expect(await listPeriods(cast('facility'), { form: 'unknown' })).toEqual([]);
  });
});

describe('jobs', () => {
  it('add what is missing, once, and mark what is open', async () => {
    const next = shiftPeriod(monthBack(0), 1);
    await database()
      .update(reportPeriods)
      .set({ status: 'open' })
      .where(eq(reportPeriods.id, monthBack(6)));
    for (let run = 0; run < 2; run += 1) await openPeriods.run({});
    const rows = await database().select().from(reportPeriods);
    const statusOf = (id: string) => rows.filter((row) => row.id === id).map(({ status }) => status);
    expect(statusOf(monthBack(6))).toEqual(['closed']);
    expect(statusOf(next)).toEqual(['upcoming']);
  });

  it('tell the people of the facility of a return, once', async () => {
    const { id } = await fillReport(cast('facility'), { periodId: monthBack(1) });
    await moveReport(cast('facility-head'), { move: 'submit', reportId: id, version: 1 });
    const reason = 'Đề nghị rà soát lại số liệu';
    await moveReport(cast('doh-editor'), { move: 'return', reportId: id, version: 2, reason, remarks: [] });
    const queued = await database().execute<{ payload: unknown }>(
      "select payload from graphile_worker._private_jobs where payload->>'reportId' = '" +
        id +
        "' order by id",
    );
    for (let run = 0; run < 2; run += 1) for (const { payload } of queued) await tellFacility.run(payload);
    const told = await database().select().from(messages);
    expect(told.map(({ accountId, kind }) => [accountId, kind]).sort()).toEqual(
      ['facility', 'facility-head'].map((name) => [cast(name).accountId, 'report.return']).sort(),
    );
  });

  it('recall what is due, once a day', async () => {
    const soon = new Date(Date.now() + 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
    await database()
      .update(reportPeriods)
      .set({ dueOn: soon, provincialDueOn: soon })
      .where(eq(reportPeriods.id, monthBack(1)));
    for (let run = 0; run < 2; run += 1) await remindReporters.run({});
    const told = await database().select().from(messages).where(eq(messages.kind, 'report.due'));
    expect(told.map(({ accountId }) => accountId).sort()).toEqual(
      ['facility', 'facility-head'].map((name) => cast(name).accountId).sort(),
    );
  });
});
