import { Readable } from 'node:stream';
import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { reportEvents, reportRemarks, reports, reportValues } from '@/db/schema/reporting';
import { useDatabase } from '@/db/testing';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { addFacility, monthBack, seedReporting } from '@/db/testing-reports';
import { verifyChains } from '@/lib/audit/queries';
import { openReport } from '../commands/open';
import { saveCells } from '../commands/save';
import { readCells } from '../queries/cells';
import type { CellInput } from '../schema';
import { applyImport } from './commands';
import { faultCode } from './queries/cell';
import { writtenState, writtenValue } from './rules';

useDatabase();

const period = monthBack(1);
const formId = 'hospital-month';
let cast: Cast;
beforeAll(async () => {
  await seedReporting();
  cast = await readCast();
});

const file = (lines: readonly string[]) => Readable.from([Buffer.from(lines.join('\n'))]);
const heading = 'ma_cskcb,ky,ma_chi_tieu,gia_tri,trang_thai,ly_do,phien_ban';

type Cell = Omit<CellInput, 'seen'>;
type State = 'unopened' | 'draft' | 'submitted' | 'returned';
/** One file after the other; each has cells for some of the facilities. */
type Files = readonly (readonly { facility: number; cells: readonly Cell[] }[])[];

const answers = fc.oneof(
  fc.record({
    part: fc.constantFrom('E05', 'E15', 'E22'),
    value: fc.constantFrom(true, false),
  }),
  fc.record({
    part: fc.constantFrom('E18', 'E19', 'E31a', 'E20', 'E13', 'E99', 'E08'),
    value: fc.constantFrom(0, 7, 12, 4000, -5, 12.5),
  }),
  fc.record({ part: fc.constant('E16'), value: fc.constantFrom('2025-08-16', '2026-01-31') }),
  fc.record({
    part: fc.constant('E17'),
    value: fc.constantFrom<string[]>(['inpatient'], ['inpatient', 'day']),
  }),
  fc.record({
    part: fc.constant('E49d'),
    value: fc.constantFrom('https://mau.example.vn/"gia"', 'https://mau.example.vn/\\một,hai?a={NULL}'),
  }),
);
const cells: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: answers.map((one) => ({ ...one, state: 'value' as const })) },
  {
    weight: 1,
    arbitrary: fc.record({
      part: fc.constantFrom('E05', 'E18', 'E19', 'E16'),
      state: fc.constantFrom('unknown' as const, 'not_applicable' as const),
      value: fc.constant(null),
      reason: fc.constantFrom('', 'Chưa có "số"', '{NULL,1}'),
    }),
  },
);
const files: fc.Arbitrary<Files> = fc.array(
  fc
    .array(
      fc.record({
        facility: fc.nat(3),
        cells: fc.uniqueArray(cells, { selector: ({ part }) => part, minLength: 1, maxLength: 9 }),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((groups) => [...new Map(groups.map((group) => [group.facility, group])).values()]),
  { minLength: 1, maxLength: 3 },
);

const states = ['unopened', 'draft', 'submitted', 'returned'] as const satisfies State[];

/** Four facilities, whose reports have come differently far. */
async function four(): Promise<string[]> {
  return Promise.all(
    states.map(async (state) => {
      const facilityId = await addFacility({ insured: true });
      if (state === 'unopened') return facilityId;
      const { id: reportId } = await openReport(cast('doh-editor'), { facilityId, periodId: period, formId });
      await database()
        .insert(reportEvents)
        .values({ reportId, move: state, toState: state, recordedAt: new Date(), recordedBy: 'test' });
      await database().update(reports).set({ state }).where(eq(reports.id, reportId));
      if (state === 'returned')
        await database().insert(reportRemarks).values({
          reportId,
          elementId: 'E18',
          text: 'Xem lại',
          raisedAt: new Date(),
          raisedBy: 'test',
        });
      return facilityId;
    }),
  );
}

const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const line = (facility: string, { part, state, value, reason = '' }: Cell) =>
  [facility, period, part, csvCell(writtenValue(value)), writtenState(state), csvCell(reason), ''].join(',');

/** What a person does who types the same: opens the report when there is something to save, and saves it. */
async function typeIn(facilityId: string, given: readonly Cell[]): Promise<string[]> {
  const standing = new Map(
    (await readCells(database(), [facilityId], [period])).map((row) => [row.part, row]),
  );
  const [kept] = await database()
    .select()
    .from(reports)
    .where(and(eq(reports.facilityId, facilityId), eq(reports.periodId, period)));
  const inputs = given.map(({ reason = '', ...cell }) => {
    const current = standing.get(cell.part);
    const said = reason === '' ? (current?.reason ?? undefined) : reason;
    return { ...cell, seen: current?.revision ?? 0, ...(said === undefined ? {} : { reason: said }) };
  });
  const actor = cast('doh-editor');
  const reportId = kept?.id ?? (await openReport(actor, { facilityId, periodId: period, formId })).id;
  const outcomes = await saveCells(actor, { reportId, cells: inputs, source: 'import' });
  return outcomes.flatMap((one) => (one.outcome === 'refused' ? [`${one.part} ${faultCode(one.code)}`] : []));
}

/** Everything the database holds of a facility's report but names and times. */
async function heldOf(facilityId: string) {
  const [report] = await database()
    .select()
    .from(reports)
    .where(and(eq(reports.facilityId, facilityId), eq(reports.periodId, period)));
  if (report === undefined) return null;
  const values = await database()
    .select()
    .from(reportValues)
    .where(eq(reportValues.facilityId, facilityId))
    .orderBy(asc(reportValues.elementId), asc(reportValues.revision));
  const events = await database()
    .select()
    .from(reportEvents)
    .where(eq(reportEvents.reportId, report.id))
    .orderBy(asc(reportEvents.id));
  const acts = await database()
    .select()
    .from(auditActs)
    .where(eq(auditActs.recordId, report.id))
    .orderBy(asc(auditActs.seq));
  const remarks = await database()
    .select({ element: reportRemarks.elementId, state: reportRemarks.state })
    .from(reportRemarks)
    .where(eq(reportRemarks.reportId, report.id));
  const { state, version, enteredOnBehalfBy, sample, formVersion } = report;
  return {
    report: { state, version, enteredOnBehalfBy, sample, formVersion },
    values: values.map(({ facilityId: _, recordedAt, ...value }) => value),
    events: events.map(({ id, reportId, recordedAt, ...event }) => event),
    acts: acts.map(({ seq, action, outcome, actorId, role, scope, detail }) => {
      return { seq, action, outcome, actorId, role, scope, detail };
    }),
    remarks,
  };
}

describe('a file written by sets', () => {
  it('leaves what typing it would leave: rows, revisions, history, trail and refusals', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const [ours, theirs] = [await four(), await four()];
        for (const groups of given) {
          const { summary } = await applyImport(
            cast('doh-editor'),
            file([
              heading,
              ...groups.flatMap(({ facility, cells: ones }) =>
                ones.map((cell) => line(ours[facility] ?? '', cell)),
              ),
            ]),
          );
          const refusals = await Promise.all(
            groups.map(({ facility, cells: ones }) => typeIn(theirs[facility] ?? '', ones)),
          );
          const told = summary.faults.map(({ part, code }) => `${part} ${code}`);
          // A computed cell is told before all else, and not at all where it stands as it follows.
          const typed = (refusal: string) => !refusal.startsWith('E20');
          expect(told.filter(typed).sort()).toEqual(refusals.flat().filter(typed).sort());
        }
        for (const at of states.keys()) {
          const [one, other] = [await heldOf(ours[at] ?? ''), await heldOf(theirs[at] ?? '')];
          // Who types has to open a report to be refused; a file that changes nothing opens none.
          if (one === null) expect(other?.values ?? []).toEqual([]);
          else expect(one).toEqual(other);
        }
      }),
      { numRuns: 10 },
    );
    expect((await verifyChains()).broken).toBeNull();
  });

  it('writes nothing the second time, and only the rest when it was cut off', async () => {
    const facilities = await Promise.all(Array.from({ length: 8 }, () => addFacility({ insured: true })));
    const lines = facilities.flatMap((id) => [`${id},${period},E18,40,,,`, `${id},${period},E19,10,,,`]);
    const cutOff = await applyImport(cast('doh-editor'), file([heading, ...lines.slice(0, 9)]));
    expect(cutOff).toMatchObject({ written: 9, reports: 5 });
    const rest = await applyImport(cast('doh-editor'), file([heading, ...lines]));
    expect(rest).toMatchObject({ written: 7, summary: { unchanged: 9, opening: 3 } });
    const acts = await database().$count(auditActs);
    expect(await applyImport(cast('doh-editor'), file([heading, ...lines]))).toMatchObject({
      written: 0,
      reports: 0,
    });
    expect(await database().$count(auditActs)).toBe(acts);
  });

  it('tells how far it is; stopped on the way, it goes on where it was', async () => {
    const facilities = await Promise.all(Array.from({ length: 320 }, () => addFacility()));
    const lines = [heading, ...facilities.map((id) => `${id},${period},E18,40,,,`)];
    const steps: number[] = [];
    const stopped = applyImport(cast('doh-editor'), file(lines), {
      onStep: (sum) => {
        steps.push(sum.new);
        throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(steps).toEqual([100]);
    const rest = await applyImport(cast('doh-editor'), file(lines), {
      onStep: (sum) => void steps.push(sum.new),
    });
    expect(rest).toMatchObject({ written: 220, summary: { unchanged: 100 } });
    expect(steps.at(-1)).toBe(rest.written);
  });

  it('written twice at once is written once', async () => {
    const facilities = await Promise.all(Array.from({ length: 30 }, () => addFacility()));
    const lines = facilities.flatMap((id) => [`${id},${period},E18,40,,,`, `${id},${period},E31a,10,,,`]);
    const [one, other] = await Promise.all([
      applyImport(cast('doh-editor'), file([heading, ...lines])),
      applyImport(cast('doh-editor'), file([heading, ...lines.toReversed()])),
    ]);
    expect(one.written + other.written).toBe(60);
    expect((await verifyChains()).broken).toBeNull();
  });

  it('and a person who edits the same cell: one of them wins, the other is told', async () => {
    for (let round = 0; round < 10; round += 1) {
      const facilityId = await addFacility();
      const actor = cast('doh-editor');
      const { id: reportId } = await openReport(actor, { facilityId, periodId: period, formId });
      const cell = { part: 'E18', state: 'value', value: 50, seen: 0 } as const;
      const [imported, [typed]] = await Promise.all([
        applyImport(actor, file([heading, `${facilityId},${period},E18,40,,,0`])),
        saveCells(actor, { reportId, cells: [cell] }),
      ]);
      const versions = (await heldOf(facilityId))?.values;
      expect(versions).toHaveLength(1);
      const isOurs = versions?.[0]?.numberValue === 40;
      expect(typed?.outcome).toBe(isOurs ? 'overtaken' : 'saved');
      expect(imported.summary.faults.map(({ code }) => code)).toEqual(isOurs ? [] : ['overtaken']);
    }
  });

  it('says where a report can’t be opened, and writes the others', async () => {
    const [hospital, station] = [await addFacility(), await addFacility({ form: 'commune_station' })];
    const { written, summary } = await applyImport(
      cast('doh-editor'),
      file([
        heading,
        `${station},${period},E18,1,,,`,
        `${station},${period},E19,1,,,`,
        `${hospital},${period},E18,3,,,`,
      ]),
    );
    expect(written).toBe(1);
    expect(summary.faults).toMatchObject([{ row: 2, column: 'ma_cskcb', code: 'not_expected' }]);
  });

  it('takes a facility by one of its names', async () => {
    const id = await addFacility({ maCskcb: '98765' });
    const { written, summary } = await applyImport(
      cast('doh-editor'),
      file([heading, `${id},${period},E18,1,,,`, `98765,${period},E18,2,,,`]),
    );
    expect(written).toBe(1);
    expect(summary.faults.map(({ code }) => code)).toEqual(['scattered']);
  });
});
