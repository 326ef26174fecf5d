import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { database } from '@/db/client';
import { reports, reportValues } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { actorNamed } from '@/db/testing-actors';
import { addFacility, monthBack, seedReporting } from '@/db/testing-reports';
import { issueToken } from '@/lib/access/commands/token';
import type { TokenScope } from '@/lib/access/schema';
import { demoFacility } from '@/lib/integrations/people';
import { encodeCursor } from '@/lib/kernel/pagination';
import { Problem } from '@/lib/kernel/problem';
import { FeedReceipt, ReportPage } from '@/lib/reporting/api/schema';
import { openReport } from '@/lib/reporting/commands/open';
import { saveCells } from '@/lib/reporting/commands/save';
import * as values from './[facility]/[period]/values/route';
import * as list from './route';

useDatabase();

let his = '';
let department = '';
let stranger = '';
const period = monthBack(1);

async function tokenFor(name: string, scopes: TokenScope[]) {
  return (await issueToken(await actorNamed(name), { name: 'test', scopes })).token;
}

beforeAll(async () => {
  await seedReporting();
  his = await tokenFor('hospital-his', ['report']);
  department = await tokenFor('doh-editor', ['read']);
  stranger = await tokenFor('business', ['report']);
});

interface Sending {
  token?: string;
  facility?: string;
  period?: string;
  search?: string;
  key?: string;
}

async function send(cells: unknown, { token = his, key, search = '', ...rest }: Sending = {}) {
  const params = { facility: rest.facility ?? demoFacility.id, period: rest.period ?? period };
  const request = new Request(
    `http://localhost:3000/api/v1/reports/${params.facility}/${params.period}/values${search}`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify({ values: cells }),
    },
  );
  return values.POST(request, { params: Promise.resolve(params) });
}

async function read(token: string, search: string) {
  const request = new Request(`http://localhost:3000/api/v1/reports${search}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return list.GET(request, { params: Promise.resolve({}) });
}

const receiptOf = async (response: Response) => {
  expect(response.status).toBe(200);
  return FeedReceipt.parse(await response.json());
};
const problemOf = async (response: Response) => Problem.parse(await response.json());
const stored = (part: string, of = period) =>
  database()
    .select()
    .from(reportValues)
    .where(
      and(
        eq(reportValues.facilityId, demoFacility.id),
        eq(reportValues.periodId, of),
        eq(reportValues.elementId, part),
      ),
    );

describe('values from a hospital’s own system', () => {
  it('are tried without opening anything, and name what would be refused', async () => {
    const receipt = await receiptOf(
      await send(
        [
          { part: 'E31a', value: 900 },
          { part: 'E31b', value: -1 },
        ],
        { search: '?dryRun=true' },
      ),
    );
    expect(receipt).toMatchObject({ report: null, dryRun: true, state: 'draft', form: 'hospital-month' });
    expect(receipt.outcomes.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['saved', null],
      ['refused', 'not_a_count'],
    ]);
    expect(await database().select().from(reports)).toEqual([]);
  });

  it('are kept as a feed, with what follows from them; the same again changes nothing', async () => {
    const cells = [
      { part: 'E18', value: 200 },
      { part: 'E19', value: 150 },
      { part: 'E33', state: 'unknown', reason: 'Chưa kết nối Sổ sức khỏe điện tử' },
    ];
    const first = await receiptOf(await send(cells));
    expect(first.outcomes.map(({ part, outcome }) => [part, outcome])).toEqual([
      ['E18', 'saved'],
      ['E19', 'saved'],
      ['E33', 'saved'],
      ['E20', 'saved'],
    ]);
    const [fed, computed] = [await stored('E18'), await stored('E20')];
    expect([fed[0]?.source, computed[0]?.source, computed[0]?.numberValue]).toEqual(['feed', 'computed', 75]);
    const again = await receiptOf(await send(cells));
    expect(again.outcomes.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  });

  it('leave what a person entered, unless the caller has seen it', async () => {
    const reporter = await actorNamed('facility');
    const { id } = await openReport(reporter, {
      facilityId: demoFacility.id,
      periodId: period,
      formId: 'hospital-month',
    });
    const cells = [{ part: 'E36a', state: 'value' as const, value: 50, seen: 0 }];
    await saveCells(reporter, { reportId: id, cells });
    const refused = await receiptOf(await send([{ part: 'E36a', value: 60 }]));
    expect(refused.outcomes).toMatchObject([{ outcome: 'refused', code: 'entered_by_hand' }]);
    const same = await receiptOf(await send([{ part: 'E36a', value: 50 }]));
    expect(same.outcomes).toMatchObject([{ outcome: 'unchanged' }]);
    const stale = await receiptOf(await send([{ part: 'E36a', value: 60, seen: 0 }]));
    expect(stale.outcomes).toMatchObject([
      { outcome: 'overtaken', revision: 1, theirs: { value: 50, source: 'manual', revision: 1 } },
    ]);
    expect(JSON.stringify(stale)).not.toContain('Diệp');
    const tried = await send([{ part: 'E36a', value: 60, seen: 1 }], { search: '?dryRun=true' });
    expect((await receiptOf(tried)).outcomes).toMatchObject([{ outcome: 'saved', revision: 2 }]);
    expect(await stored('E36a')).toHaveLength(1);
    const seen = await receiptOf(await send([{ part: 'E36a', value: 60, seen: 1 }]));
    expect(seen.outcomes).toMatchObject([{ outcome: 'saved', revision: 2 }]);
  });

  it('are answered once per key', async () => {
    const cells = [{ part: 'E26', value: true }];
    const first = await send(cells, { key: 'november-1' });
    const second = await send(cells, { key: 'november-1' });
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(await second.json()).toEqual(await first.json());
    expect(await stored('E26')).toHaveLength(1);
  });

  it('go to the form of the period, by key or by code, and only in reach', async () => {
    const code = '99871';
    const other = await addFacility({ maCskcb: code });
    for (const facility of [other, code, '99999', '00000000-0000-4000-8000-000000000000'])
      expect((await problemOf(await send([{ part: 'E31a', value: 1 }], { facility }))).code).toBe(
        'not_found',
      );
    const foreign = await send([{ part: 'E31a', value: 1 }], { token: stranger });
    expect((await problemOf(foreign)).code).toBe('not_found');
    const early = await problemOf(await send([{ part: 'E31a', value: 1 }], { period: '199901' }));
    expect(early.code).toBe('not_found');
    const unscoped = await send([{ part: 'E31a', value: 1 }], { token: department });
    expect((await problemOf(unscoped)).code).toBe('insufficient_scope');
  });

  it('are refused whole when they are not in shape', async () => {
    expect((await problemOf(await send([]))).errors).toMatchObject([{ field: 'values' }]);
    const wrong = await problemOf(await send([{ part: 'X1', value: 1, extra: true }]));
    expect(wrong.errors?.map(({ field }) => field).sort()).toEqual(['values.0.extra', 'values.0.part']);
    expect((await problemOf(await send([{ part: 'E31a' }], { period: '2026-10' }))).code).toBe('invalid');
  });
});

describe('the list of reports', () => {
  it('is what the caller may see, the missing ones too', async () => {
    const mine = ReportPage.parse(await (await read(his, `?period=${period}`)).json());
    expect(mine.items.map(({ facility, state }) => [facility.id, state])).toEqual([
      [demoFacility.id, 'draft'],
    ]);
    const all = ReportPage.parse(await (await read(department, `?period=${period}&state=missing`)).json());
    expect(all.items.length).toBeGreaterThan(0);
    expect(all.items.every(({ report }) => report === null)).toBe(true);
  });

  it('goes on by its own cursors only', async () => {
    for (let n = 0; n < 30; n += 1) await addFacility({ nameVi: `Bệnh viện ${n}` });
    const first = ReportPage.parse(await (await read(department, `?period=${period}`)).json());
    const next = z.string().parse(first.next);
    const second = ReportPage.parse(await (await read(department, `?period=${period}&after=${next}`)).json());
    const ids = [...first.items, ...second.items].map(({ facility }) => facility.id);
    expect(new Set(ids).size).toBe(ids.length);
    const bad = await problemOf(await read(department, '?after=abc'));
    expect(bad.errors).toMatchObject([{ field: 'after', code: 'unknown_cursor' }]);
    const none = encodeCursor({ value: 'zzz', id: '00000000-0000-4000-8000-000000000000' });
    expect((await read(department, `?after=${none}`)).status).toBe(200);
  });

  it('is denied to who reads no reports', async () => {
    const token = await tokenFor('business', ['read']);
    expect((await problemOf(await read(token, ''))).code).toBe('denied');
  });
});
