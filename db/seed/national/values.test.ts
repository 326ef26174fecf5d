import { describe, expect, it } from 'vitest';
import { type Cells, findingsOf } from '@/lib/reporting/checks';
import type { Activity } from '@/lib/reporting/define';
import { checkTable } from '@/lib/reporting/forms/check-table';
import { parts } from '@/lib/reporting/forms/elements';
import { valueFault } from '@/lib/reporting/values/rules';
import { cellsOf } from '../report-values';
import { samplePeriods } from '../sample-periods';
import { sampleProfiles } from '../sample-profiles';
import { stationsOf } from './facilities';
import { filedIn, reportersOf, valueLines } from './reports';
import { nationalMonths } from './reports-periods';
import { valueColumns } from './values';

const profiles = sampleProfiles();
const given = { stations: stationsOf(150), profiles: profiles.filter((_, at) => at % 25 === 0) };
const reporters = reportersOf(given);
const filed = nationalMonths().flatMap((months) => filedIn(reporters, months));
const partOf = new Map(parts.map((part) => [part.id, part]));

/** A line as the table will keep it. */
const fieldsOf = (line: string) =>
  Object.fromEntries(line.split('\t').map((field, at) => [valueColumns[at], field === '\\N' ? null : field]));

function cellOf(fields: ReturnType<typeof fieldsOf>): Cells[string] {
  const {
    element_id: id,
    number_value: number,
    date_value: day,
    text_value: words,
    list_value: list,
  } = fields;
  if (number != null) return partOf.get(id ?? '')?.type === 'boolean' ? number === '1' : Number(number);
  return list == null ? (day ?? words ?? null) : JSON.parse(list);
}

/** The last versions of the cells of every report, in the order of the reports. */
const written = [...valueLines(filed, { rows: 0 })].map((lines) => lines.trimEnd().split('\n').map(fieldsOf));
const cells = written.map(
  (report): Cells => Object.fromEntries(report.map((fields) => [fields.element_id, cellOf(fields)])),
);

describe('what the nation reports', () => {
  it('fits the table: one value or a reason, versions counted from 1, every cell of the form', () => {
    const values = ['number_value', 'date_value', 'text_value', 'list_value'];
    const faults = new Set<string>();
    for (const report of written) {
      const versions = new Map<string, number>();
      for (const fields of report) {
        const { element_id: part = '', state, revision, reason } = fields;
        const given = values.filter((column) => fields[column] !== null).length;
        if (given !== Number(state === 'value') || (reason === null) !== (state === 'value'))
          faults.add(`${part} ${state}`);
        if (Number(revision) !== (versions.get(part ?? '') ?? 0) + 1) faults.add(`${part} ${revision}`);
        versions.set(part ?? '', Number(revision));
      }
    }
    expect([...faults]).toEqual([]);
    expect(new Set(written.flat().map(({ revision }) => revision))).toEqual(new Set(['1', '2', '3', '4']));
  });

  it('fits the types of the elements', () => {
    const faults = new Set<string>();
    for (const report of cells)
      for (const [id, value] of Object.entries(report)) {
        const part = partOf.get(id);
        const fault = part === undefined ? 'no such part' : value == null ? null : valueFault(part, value);
        if (fault !== null) faults.add(`${id}: ${fault} ${JSON.stringify(value)}`);
      }
    expect([...faults]).toEqual([]);
  });

  it('breaks no rule that forbids a report', () => {
    const broken = new Set<string>();
    const monthly = new Map(
      filed.flatMap(({ reporter, period }, at) =>
        period.form === 'hospital-month'
          ? [[`${reporter.facility.id} ${period.endsOn}`, cells[at]] as const]
          : [],
      ),
    );
    filed.forEach(({ reporter: { facility }, period }, at) => {
      const month = monthly.get(`${facility.id} ${period.endsOn}`);
      // A quarter and the month it ends with are judged together; whoever missed one of them is not.
      if (period.form === 'hospital-month' || month === undefined) return;
      const activities = new Set<Activity>();
      if (facility.obstetrics === true) activities.add('obstetrics');
      if (facility.driverChecks === true) activities.add('driver_checks');
      const found = findingsOf(checkTable, {
        cells: { ...month, ...cells[at] },
        previous: {},
        explained: new Set(),
        evidence: new Set(),
        facility: { class: facility.class, hospital: facility.form !== 'commune_station', activities },
        periodEnd: period.endsOn,
      });
      for (const { code, severity, values } of found)
        if (severity === 'error')
          broken.add(`${facility.form} ${period.id} ${code} ${JSON.stringify(values)}`);
    });
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  it('takes no step back, and leads hospitals to where the demonstration finds them', () => {
    const first = samplePeriods.find(({ id }) => id === '202511');
    const lasting = ['E09', 'E11', 'E15', 'E21', 'E22', 'E26', 'E30a', 'E34'];
    const series = Map.groupBy(
      filed.flatMap(({ reporter, period }, at) =>
        period.form === 'hospital-month' ? [{ id: reporter.facility.id, cells: cells[at] ?? {} }] : [],
      ),
      ({ id }) => id,
    );
    for (const profile of given.profiles) {
      if (first === undefined) throw new Error('202511');
      const then = Object.fromEntries(cellsOf(profile, first));
      series.set(profile.hospital.id, [
        ...(series.get(profile.hospital.id) ?? []),
        { id: profile.hospital.id, cells: then },
      ]);
    }
    for (const [id, list] of series)
      for (const part of lasting) {
        const answers = list.flatMap(({ cells: { [part]: answer } }) =>
          typeof answer === 'boolean' ? [answer] : [],
        );
        expect(
          answers.lastIndexOf(false) < answers.indexOf(true) || !answers.includes(true),
          `${part} of ${id}`,
        ).toBe(true);
      }
  });

  it('grows: more have it and more is sent year after year', () => {
    const share = (year: string, part: string) => {
      const list = filed.flatMap(({ period }, at) => (period.id === `${year}10` ? [cells[at]?.[part]] : []));
      return list.filter((answer) => answer === true).length / list.length;
    };
    for (const part of ['E05', 'E15', 'E26', 'E34']) {
      const shares = ['2019', '2021', '2023', '2025'].map((year) => share(year, part));
      expect(shares, part).toEqual(shares.toSorted((a, b) => a - b));
    }
    expect(share('2019', 'E15')).toBeLessThan(0.05);
    expect(share('2025', 'E26')).toBeGreaterThan(0.7);
  });

  it('dips at Tết', () => {
    const visits = (id: string) =>
      filed.reduce((sum, { period, reporter }, at) => {
        const isStation = reporter.facility.form === 'commune_station';
        return sum + (isStation && period.id === id ? Number(cells[at]?.E31a) : 0);
      }, 0);
    expect(visits('202402') / visits('202403')).toBeLessThan(0.85);
    expect(visits('202402') / visits('202403')).toBeGreaterThan(0.65);
  });
});
