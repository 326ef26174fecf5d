import { describe, expect, it } from 'vitest';
import { type Cells, findingsOf } from '@/lib/reporting/checks';
import type { Activity } from '@/lib/reporting/define';
import { checkTable } from '@/lib/reporting/forms/check-table';
import { hospitals, ministryHospitals } from './facilities';
import { closedHospitals, historyOf } from './facility-history';
import { cellsOf } from './report-values';
import { monthCells, quarterCells } from './sample-cells';
import { demoHospitalId } from './sample-hospitals';
import { outcomeOf, sampledOn, samplePeriods } from './sample-periods';
import { type Profile, sampleProfiles } from './sample-profiles';

const profiles = sampleProfiles();
const count = (holds: (profile: Profile) => boolean) => profiles.filter(holds).length;
const begunBy = (day: string) => (profile: Profile) => profile.emrOn !== null && profile.emrOn <= day;

function cellsIn(id: string): Map<string, Cells> {
  const period = samplePeriods.find((one) => one.id === id);
  if (period === undefined) throw new Error(id);
  return new Map(
    profiles.map((profile) => [profile.hospital.id, Object.fromEntries(cellsOf(profile, period))]),
  );
}

const months = samplePeriods.filter(({ form }) => form === 'hospital-month');
const october = samplePeriods.find(({ id }) => id === '202610');
const outcomes = (of: (profile: Profile) => boolean) =>
  profiles.filter(of).map((profile) => october && outcomeOf(profile, october)?.state);

const yes = (cells: Map<string, Cells>, part: string) =>
  [...cells.values()].filter((row) => row[part] === true).length;

describe('the sample hospitals', () => {
  it('add up to the published numbers', () => {
    expect(hospitals).toHaveLength(1650);
    expect(ministryHospitals).toHaveLength(39);
    expect(hospitals.filter(({ ownership }) => ownership === 'private')).toHaveLength(399);
    expect(
      hospitals.filter(({ ownership, class: grade }) => ownership === 'local' && grade === 'class_1'),
    ).toHaveLength(125);
    expect(hospitals.filter(({ managedBy }) => managedBy === 'bqp')).toHaveLength(31);
    expect(hospitals.filter(({ ownership }) => ownership !== 'private')).toHaveLength(1251);
  });

  it('have unique ids, names and codes, and no code outside the sample prefix', () => {
    const codes = hospitals.flatMap(({ maCskcb }) => maCskcb ?? []);
    expect(new Set(hospitals.map(({ id }) => id)).size).toBe(1650);
    expect(new Set(hospitals.map(({ nameVi }) => nameVi)).size).toBe(1650);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^99\d{3}$/.test(code))).toEqual([]);
    expect(hospitals.filter(({ sample, confidence }) => sample !== (confidence === 'demo'))).toEqual([]);
  });

  it('ends the history of every attribute in what the hospital is today', () => {
    const byId = new Map(hospitals.map((hospital) => [hospital.id, hospital]));
    const today = historyOf(hospitals).filter(({ validTo }) => (validTo ?? null) === null);
    const column = { name: 'nameVi', nameEn: 'nameEn', class: 'class' } as const;
    expect(today.length).toBeGreaterThan(1000);
    for (const { facilityId, attribute, value } of today)
      expect(byId.get(facilityId)?.[column[attribute as keyof typeof column]]).toBe(value);
    expect(historyOf(ministryHospitals)).toEqual([]);
  });

  it('names the merged ones apart from the 1,650', () => {
    const closed = closedHospitals(hospitals);
    expect(closed.map(({ facility }) => facility.closedOn)).toEqual([
      '2025-07-01',
      '2025-07-01',
      '2025-07-01',
    ]);
    expect(closed.filter(({ facility }) => hospitals.some(({ id }) => id === facility.id))).toEqual([]);
  });

  it('include the demonstration hospital of Hà Nội', () => {
    expect(hospitals.find(({ id }) => id === demoHospitalId)).toMatchObject({
      placeId: 'p34-01',
      unitCode: 'SYT-01',
      ownership: 'local',
      class: 'class_1',
      maCskcb: '99001',
      sample: true,
    });
  });
});

describe('what the sample reports', () => {
  it('reproduces electronic records by day and group', () => {
    const on = '2025-09-24';
    expect(count(begunBy('2023-01-31'))).toBe(37);
    expect(count(begunBy('2023-08-31'))).toBe(50);
    expect(count(begunBy('2024-12-31'))).toBeGreaterThanOrEqual(77);
    expect(count(begunBy(on))).toBe(630);
    expect(
      count((p) => begunBy(on)(p) && p.hospital.ownership === 'local' && p.hospital.class === 'class_1'),
    ).toBe(84);
    expect(count((p) => begunBy(on)(p) && p.hospital.managedBy === 'bqp')).toBe(31);
    expect(count((p) => begunBy(on)(p) && p.hospital.ownership === 'private')).toBe(140);
    expect(
      count((p) => begunBy(on)(p) && p.hospital.managedBy === 'bca') /
        count((p) => p.hospital.managedBy === 'bca'),
    ).toBe(0.66);
    expect(count(begunBy('2025-11-13'))).toBe(1128);
    expect(count(begunBy('2025-11-30'))).toBe(1128);
  });

  it('reproduces the figures of November 2025', () => {
    const month = cellsIn('202511');
    const quarter = cellsIn('2025Q4');
    const ministry = new Set(ministryHospitals.map(({ id }) => id));
    const own = (cells: Map<string, Cells>) => new Map([...cells].filter(([id]) => ministry.has(id)));
    expect(yes(month, 'E05')).toBe(1650);
    expect(yes(month, 'E15')).toBe(1128);
    expect([...month.values()].filter(({ E16 }) => E16 !== undefined)).toHaveLength(1128);
    expect((yes(month, 'E28') / 1650) * 100).toBeGreaterThan(99.7);
    expect(yes(own(month), 'E09')).toBe(36);
    expect(yes(own(month), 'E11')).toBe(20);
    expect([...own(month).values()].filter(({ E11 }) => E11 === null)).toHaveLength(1);
    expect(yes(own(quarter), 'E47')).toBe(34);
    expect(yes(own(quarter), 'E48a')).toBe(36);
    expect([...own(quarter).values()].filter(({ E06 }) => E06 === 'self')).toHaveLength(3);
    expect([...own(quarter).values()].filter(({ E06 }) => E06 === 'company')).toHaveLength(36);
    expect(yes(quarter, 'E12a')).toBe(23);
    expect([...quarter.values()].flatMap(({ E58a }) => E58a).sort()).toEqual([
      'da_vinci',
      'makoplasty',
      'renaissance',
      'rosa',
    ]);
    expect([...quarter.values()].every(({ E02, E56a, E56b }) => E02 === E56a && E02 === E56b)).toBe(true);
  });

  it('passes its own validation rules: no error anywhere', () => {
    const errorsOf = (profile: Profile, period: (typeof samplePeriods)[number]) => {
      const { hospital } = profile;
      const activities = new Set<Activity>();
      if (hospital.obstetrics) activities.add('obstetrics');
      if (hospital.driverChecks) activities.add('driver_checks');
      const found = findingsOf(checkTable, {
        cells: { ...monthCells(profile, period), ...quarterCells(profile, period.endsOn, period.age) },
        previous: {},
        explained: new Set(),
        evidence: new Set(),
        facility: { class: hospital.class, hospital: true, activities },
        periodEnd: period.endsOn,
      });
      const errors = found.filter(({ severity }) => severity === 'error');
      return errors.map(({ code }) => `${period.id} ${hospital.nameVi}: ${code}`);
    };
    expect(
      samplePeriods.flatMap((period) => profiles.flatMap((profile) => errorsOf(profile, period))),
    ).toEqual([]);
  });
});

describe('how the sample reports come in', () => {
  it('covers every month from November 2025 to October 2026 and the quarters between', () => {
    expect(samplePeriods.map(({ id }) => id)).toEqual(
      '202511 2025Q4 202512 202601 202602 2026Q1 202603 202604 202605 2026Q2 202606 202607 202608 2026Q3 202609 202610'.split(
        ' ',
      ),
    );
    expect(months.map(({ age }) => age)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('has every report of the first month and quarter, and few missing after them', () => {
    for (const period of samplePeriods) {
      const given = profiles.filter((profile) => outcomeOf(profile, period) !== null).length;
      if (period.id === '202511' || period.id === '2025Q4') expect(given).toBe(1650);
      else expect(given / 1650).toBeGreaterThan(0.97);
      expect(given === 1650 && period.age > 1).toBe(false);
    }
  });

  it('has locked most of October outside Hà Nội and nothing inside it', () => {
    const outside = outcomes(({ hospital }) => hospital.unitCode !== 'SYT-01');
    const share = outside.filter((state) => state === 'locked').length / outside.length;
    expect(share).toBeGreaterThan(0.83);
    expect(share).toBeLessThan(0.92);
    const inside = outcomes(({ hospital }) => hospital.unitCode === 'SYT-01');
    expect(inside).not.toContain('locked');
    expect(inside.filter((state) => state === 'verified').length / inside.length).toBeGreaterThan(0.8);
    expect(outcomes(({ hospital }) => hospital.id === demoHospitalId)).toEqual(['returned']);
  });

  it('takes the steps in their order, none after the day of the sample', () => {
    for (const period of samplePeriods) {
      for (const profile of profiles) {
        const { submittedAt, verifiedAt, returnedAt, lockedAt } = outcomeOf(profile, period) ?? {};
        const steps = [submittedAt, verifiedAt ?? returnedAt, lockedAt].flatMap((step) => step ?? []);
        expect(steps).toEqual([period.endsOn, ...steps, `${sampledOn}T24`].sort().slice(1, -1));
      }
    }
  });

  it('never withdraws what a hospital once reported', () => {
    for (const part of ['E15', 'E21', 'E22', 'E26', 'E30a', 'E34']) {
      const lost = profiles.filter((profile) => {
        const answers = months.map((month) => monthCells(profile, month)[part]);
        return answers.some((answer, at) => answer === false && answers[at - 1] === true);
      });
      expect(lost).toEqual([]);
    }
  });
});
