import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { useDatabase } from '@/db/testing';
import { lockCells } from '@/db/testing-locks';
import { FigureAnswer, FigureDetail } from '@/lib/indicators/api/schema';
import { Problem } from '@/lib/kernel/problem';
import type { Route } from '@/lib/session/route';
import { GET as sequence } from '../../indicators/sequence/route';
import { GET as one } from './[id]/route';
import { GET as list } from './route';

useDatabase();

function call(route: Route, search = '', { id, etag }: { id?: string; etag?: string } = {}) {
  const path = route.definition.path.replace('{id}', id ?? '');
  const headers = etag === undefined ? undefined : { 'if-none-match': etag };
  const request = new Request(`http://localhost:3000${path}${search}`, headers && { headers });
  return route(request, { params: Promise.resolve(id === undefined ? {} : { id }) });
}

async function figure(search = '', id = 'HIS') {
  const response = await call(one, search, { id });
  expect(response.status).toBe(200);
  return FigureDetail.parse(await response.json());
}

/** Every hospital of the ministry has a hospital system; the first `yes` have a laboratory system too. */
async function report(periodId: string, { yes, at }: { yes: number; at: string }): Promise<void> {
  const hospitals = await database().select({ id: facilities.id }).from(facilities).orderBy(facilities.id);
  for (const [n, { id: facilityId }] of hospitals.entries())
    await lockCells({ facilityId, periodId, at: new Date(at), cells: { E05: 1, E09: Number(n < yes) } });
}

async function lockOne(periodId: string, at: string): Promise<void> {
  const [first] = await database().select({ id: facilities.id }).from(facilities).limit(1);
  await lockCells({ facilityId: first?.id ?? '', periodId, at: new Date(at), cells: {} });
}

describe('the interface of the indicators', () => {
  it('has all 72 and the coverage measures before anybody reported: published figures, and unknown otherwise', async () => {
    const response = await call(list);
    const figures = FigureAnswer.array().parse(await response.json());
    expect(figures.filter(({ id }) => /^T\d{2}$/.test(id))).toHaveLength(72);
    expect(figures.map(({ id }) => id)).toEqual(expect.arrayContaining(['HIS', 'LIS', 'PACS']));
    const byId = new Map(figures.map((row) => [row.id, row]));
    expect(byId.get('T54')).toMatchObject({
      provenance: 'published',
      numerator: 1128,
      denominator: 1650,
      asOf: '2025-11-13',
      target: 100,
      deadline: '2025-12-31',
      missed: true,
      status: 'off_track',
      gap: 522,
      sequence: 0,
      sample: false,
    });
    expect(byId.get('T71')).toMatchObject({ value: 3, denominator: 25, target: 25, gap: 22 });
    expect(byId.get('T01')).toMatchObject({
      value: null,
      numerator: null,
      status: 'unknown',
      provenance: 'none',
    });
    expect(byId.get('HIS')).toMatchObject({ status: 'no_target', target: null });
    expect(byId.get('T70')).toMatchObject({ value: null, status: 'unknown' });
  });

  describe('once reports are locked', () => {
    beforeAll(async () => {
      await report('202608', { yes: 20, at: '2026-09-06T09:00:00+07:00' });
      await report('202609', { yes: 30, at: '2026-10-06T09:00:00+07:00' });
    });

    it('answers with parts, coverage, period and the number of the last lock', async () => {
      const lis = await figure('', 'LIS');
      expect(lis).toMatchObject({
        numerator: 30,
        denominator: 39,
        period: '202609',
        asOf: '2026-09-30',
        provenance: 'reports',
        coverage: { members: 39, answered: 39, fresh: 39, carried: 0 },
        sequence: 78,
      });
      expect(lis.value).toBeCloseTo((30 / 39) * 100, 10);
      expect(lis.trend.map(({ period, numerator }) => [period, numerator])).toEqual([
        ['202608', 20],
        ['202609', 30],
      ]);
      expect(lis.definition).toMatchObject({ elements: [{ id: 'E09' }], owner: { code: 'TTYQG' } });
    });

    it('answers as known on a day, for a period and for a province by code or by place', async () => {
      expect(await figure('?asOf=2026-10-05', 'LIS')).toMatchObject({
        numerator: 20,
        period: '202608',
        sequence: 39,
      });
      expect(await figure('?asOf=2026-10-06', 'LIS')).toMatchObject({ numerator: 30, sequence: 78 });
      expect(await figure('?period=202608', 'LIS')).toMatchObject({ numerator: 20, sequence: 78 });
      const hanoi = await figure('?province=01');
      expect(hanoi).toMatchObject({ province: { id: 'p34-01', code: '01' }, numerator: hanoi.denominator });
      expect(await figure('?province=p34-01')).toEqual(hanoi);
      const [former, now] = [await figure('?province=p63-26'), await figure('?province=25')];
      expect([former.numerator, now.numerator]).toEqual([1, 1]);
      expect(await figure('?asOf=2026-08-01', 'LIS')).toMatchObject({
        value: null,
        provenance: 'none',
        sequence: 0,
      });
    });

    it('is not sent twice, and is sent anew after the next lock', async () => {
      const first = await call(one, '?province=01', { id: 'HIS' });
      const etag = first.headers.get('etag') ?? '';
      expect((await call(one, '?province=01', { id: 'HIS', etag })).status).toBe(304);
      expect((await call(one, '?province=19', { id: 'HIS', etag })).status).toBe(200);
      await lockOne('202610', '2026-11-06T09:00:00+07:00');
      expect((await call(one, '?province=01', { id: 'HIS', etag })).status).toBe(200);
    });

    it('refuses what it cannot read, field by field', async () => {
      for (const [search, field] of [
        ['?province=99', 'province'],
        ['?province=hanoi', 'province'],
        ['?asOf=2026-02-30', 'asOf'],
        ['?period=202613', 'period'],
        ['?tỉnh=01', 'tỉnh'],
      ]) {
        const response = await call(one, search, { id: 'T54' });
        expect(response.status, search).toBe(422);
        const problem = Problem.parse(await response.json());
        expect(problem).toMatchObject({ code: 'invalid', errors: [{ field }] });
        expect((await call(list, search)).status).toBe(422);
      }
      expect((await call(one, '', { id: 'T99' })).status).toBe(404);
      expect((await call(one, '', { id: 't54' })).status).toBe(422);
    });

    it('tells the number of the last lock, and wakes who waits for the next', async () => {
      const url = 'http://localhost:3000/api/indicators/sequence';
      const { sequence: before } = (await (await sequence(new Request(url))).json()) as { sequence: number };
      const leaving = new AbortController();
      const headers = { accept: 'text/event-stream' };
      const stream = await sequence(new Request(url, { headers, signal: leaving.signal }));
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      let heard = '';
      const hears = async (text: string) => {
        while (!heard.includes(text)) heard += (await reader?.read())?.value ?? '';
      };
      await hears(`data: ${before}\n`);
      // The listening connection may still be opening: it tells the current number once it is there.
      await lockOne('202607', '2026-11-07T09:00:00+07:00');
      await hears(`data: ${before + 1}\n`);
      leaving.abort();
      expect((await reader?.read())?.done).toBe(true);
    });
  });
});
