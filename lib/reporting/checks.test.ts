import { describe, expect, it } from 'vitest';
import { blocksSubmission, type Cells, findingsOf, type Reported } from './checks';
import { Check, Element, ReportForm } from './define';
import { forms } from './forms/catalogue';
import { checkTable } from './forms/check-table';
import { elements, parts } from './forms/elements';

function reported(cells: Cells, rest: Partial<Reported> = {}): Reported {
  return {
    cells,
    previous: {},
    explained: new Set(),
    evidence: new Set(['E04', 'E12', 'E16', 'E23', 'E24', 'E51', 'E52', 'E60']),
    facility: {
      class: 'class_2',
      hospital: true,
      activities: new Set(['obstetrics', 'driver_checks', 'insured']),
    },
    periodEnd: '2025-09-30',
    ...rest,
  };
}

const codes = (cells: Cells, rest?: Partial<Reported>) =>
  findingsOf(checkTable, reported(cells, rest)).map(({ code }) => code);

describe('the declared form', () => {
  it('has 60 elements that fit their schema', () => {
    expect(elements.map(({ id }) => id)).toEqual(
      Array.from({ length: 60 }, (_, n) => `E${String(n + 1).padStart(2, '0')}`),
    );
    for (const element of elements) expect(Element.parse(element)).toEqual(element);
    for (const form of forms) expect(ReportForm.parse(form)).toEqual(form);
    for (const check of checkTable) expect(Check.parse(check)).toEqual(check);
  });

  it('asks every element on exactly one form, of its own frequency', () => {
    const asked = forms.flatMap((form) =>
      form.sections.flatMap((section) => section.elements.map((id) => [id, form.frequency])),
    );
    expect(asked.sort()).toEqual(elements.map(({ id, frequency }) => [id, frequency]).sort());
  });

  it('has unique parts and unique check codes that speak of known parts', () => {
    const known = new Set(parts.map(({ id }) => id));
    expect(known.size).toBe(parts.length);
    expect(new Set(checkTable.map(({ code }) => code)).size).toBe(checkTable.length);
    expect(checkTable.flatMap((check) => check.parts).filter((part) => !known.has(part))).toEqual([]);
  });

  it('is silent on an empty form', () => {
    expect(codes({})).toEqual([]);
  });
});

type Case = readonly [code: string, passes: readonly Cells[], fails: readonly Cells[]];

/** Below, at and above each limit. */
const cases: readonly Case[] = [
  [
    'E01-beds-plausible',
    [
      { E01a: 100, E01b: 299 },
      { E01a: 100, E01b: 300 },
    ],
    [{ E01a: 100, E01b: 301 }],
  ],
  ['E01a-not-negative', [{ E01a: 0 }, { E01a: 1 }], [{ E01a: -1 }]],
  ['E02-positive', [{ E02: 1 }], [{ E02: 0 }, { E02: -1 }]],
  [
    'E03-not-above-E02',
    [
      { E02: 10, E03: 9 },
      { E02: 10, E03: 10 },
    ],
    [{ E02: 10, E03: 11 }],
  ],
  [
    'E04-not-above-E03',
    [
      { E03: 2, E04: 1 },
      { E03: 2, E04: 2 },
    ],
    [{ E03: 2, E04: 3 }],
  ],
  ['E04-target', [{ E04: 1 }, { E04: 2 }], [{ E04: 0 }]],
  ['E06-required', [{ E05: true, E06: 'self' }, { E05: false }], [{ E05: true }]],
  ['E08-minimum', [{ E08: 1 }, { E08: 2 }], [{ E08: 0 }]],
  ['E08-maximum', [{ E08: 6 }, { E08: 7 }], [{ E08: 8 }]],
  [
    'E10-needs-E09',
    [
      { E10: true, E09: true },
      { E10: false, E09: false },
    ],
    [{ E10: true, E09: false }, { E10: true }],
  ],
  ['E12a-needs-E11', [{ E12a: true, E11: true }], [{ E12a: true, E11: false }]],
  ['E12a-needs-E14', [{ E12a: true, E14: true }], [{ E12a: true, E14: false }]],
  [
    'E13-needs-E11',
    [
      { E13: 0, E11: false },
      { E13: 1, E11: true },
    ],
    [{ E13: 1, E11: false }],
  ],
  ['E13-maximum', [{ E13: 99.9 }, { E13: 100 }], [{ E13: 100.1 }]],
  ['E13-minimum', [{ E13: 0 }], [{ E13: -0.1 }]],
  ['E16-not-after-period', [{ E16: '2025-09-29' }, { E16: '2025-09-30' }], [{ E16: '2025-10-01' }]],
  ['E16-needs-E15', [{ E16: '2025-09-01', E15: true }], [{ E16: '2025-09-01', E15: false }]],
  ['E17-options', [{ E17: ['inpatient', 'day'] }, { E17: [] }], [{ E17: ['inpatient', 'other'] }]],
  [
    'E19-not-above-E18',
    [
      { E18: 5, E19: 4 },
      { E18: 5, E19: 5 },
    ],
    [{ E18: 5, E19: 6 }],
  ],
  [
    'E19-needs-E15',
    [
      { E19: 0, E15: false },
      { E19: 1, E15: true },
    ],
    [{ E19: 1, E15: false }],
  ],
  [
    'E20-computed',
    [
      { E18: 1000, E19: 500, E20: 50 },
      { E18: 1000, E19: 500, E20: 50.1 },
      { E18: 1000, E19: 500, E20: 49.9 },
      { E18: 0, E19: 0, E20: 5 },
    ],
    [
      { E18: 1000, E19: 500, E20: 50.2 },
      { E18: 1000, E19: 500, E20: 49.8 },
    ],
  ],
  ['E21-needs-E16', [{ E21: true, E16: '2025-01-01' }, { E21: false }], [{ E21: true }]],
  [
    'E21-needs-share',
    [
      { E21: true, E20: 99.5 },
      { E21: true, E20: 100 },
      { E21: false, E20: 0 },
    ],
    [{ E21: true, E20: 99.4 }],
  ],
  ['E22-needs-E09', [{ E22: true, E09: true }], [{ E22: true, E09: false }]],
  ['E25b-not-above-E02', [{ E25b: 3, E02: 3 }], [{ E25b: 4, E02: 3 }]],
  [
    'E27b-not-above-E27a',
    [
      { E27a: 3, E27b: 2 },
      { E27a: 3, E27b: 3 },
    ],
    [{ E27a: 3, E27b: 4 }],
  ],
  ['E27b-needs-E26', [{ E27b: 0, E26: false }], [{ E27b: 1, E26: false }]],
  ['E29a-needs-E28', [{ E29a: 1, E28: true }], [{ E29a: 1, E28: false }]],
  ['E32-not-above-E31a', [{ E31a: 3, E32: 3 }], [{ E31a: 3, E32: 4 }]],
  [
    'E35-required',
    [
      { E34: true, E35: ['pos'] },
      { E34: false, E35: [] },
    ],
    [{ E34: true, E35: [] }],
  ],
  ['E35-needs-E34', [{ E34: false, E35: [] }], [{ E34: false, E35: ['pos'] }]],
  ['E38-computed', [{ E37a: 200, E37b: 100, E38: 50.1 }], [{ E37a: 200, E37b: 100, E38: 50.11 }]],
  [
    'E48b-required',
    [{ E48a: true, E48b: 'https://example.vn' }, { E48a: false }],
    [{ E48a: true, E48b: '' }],
  ],
  ['E49e-within-12-months', [{ E49e: '2024-10-01' }, { E49e: '2024-09-30' }], [{ E49e: '2024-09-29' }]],
  [
    'E50b-needs-role',
    [
      { E50a: 'core', E50b: 1 },
      { E50a: 'none', E50b: 0 },
    ],
    [{ E50a: 'none', E50b: 1 }, { E50b: 1 }],
  ],
  ['E51a-minimum', [{ E51a: 1 }], [{ E51a: 0 }]],
  ['E51a-maximum', [{ E51a: 4 }, { E51a: 5 }], [{ E51a: 6 }]],
  ['E52a-not-after-period', [{ E52a: '2025-09-30' }], [{ E52a: '2025-10-01' }]],
  ['E54b-not-above-E54a', [{ E54a: 1, E54b: 1 }], [{ E54a: 1, E54b: 2 }]],
  ['E55-within-12-months', [{ E55: '2024-09-30' }], [{ E55: '2024-09-29' }]],
  ['E56c-not-above-E02', [{ E02: 5, E56c: 5 }], [{ E02: 5, E56c: 6 }]],
  ['E58a-options', [{ E58a: ['da_vinci'] }], [{ E58a: ['unknown'] }]],
  [
    'E60-level-needs-E21',
    [
      { E60a: 5, E21: false },
      { E60a: 6, E21: true },
    ],
    [{ E60a: 6, E21: false }, { E60a: 7 }],
  ],
  [
    'no-his-nothing-else',
    [
      { E05: false, E09: false, E20: 0 },
      { E05: true, E09: true },
    ],
    [
      { E05: false, E09: true },
      { E05: false, E08: 1 },
    ],
  ],
];

describe('element checks', () => {
  it.each(cases)('%s passes up to its limit and fails beyond it', (code, passes, fails) => {
    for (const cells of passes) expect(codes(cells), JSON.stringify(cells)).not.toContain(code);
    for (const cells of fails) expect(codes(cells), JSON.stringify(cells)).toContain(code);
  });
});

describe('checks that look beyond the cells', () => {
  it('asks certificates only of facilities with the activity', () => {
    const without = { facility: { class: 'class_2', hospital: true, activities: new Set<never>() } };
    expect(codes({ E39a: 1, E41a: 1 }, without)).toEqual([
      'E39a-only-with-obstetrics',
      'E41a-only-with-driver_checks',
    ]);
    expect(codes({ E39a: 0 }, without)).toEqual([]);
    expect(codes({ E39a: 1, E41a: 1 })).toEqual([]);
  });

  it('requires a security level of class I and special only', () => {
    const of = (name: string) => ({
      facility: { class: name, hospital: true, activities: new Set<never>() },
    });
    expect(codes({}, of('class_1'))).toEqual(['E51a-required']);
    expect(codes({}, of('special'))).toEqual(['E51a-required']);
    expect(codes({}, of('class_2'))).toEqual([]);
  });

  it('flags class I without paperless examination only after 31/12/2025', () => {
    const at = (periodEnd: string) => ({
      periodEnd,
      facility: { class: 'class_1', hospital: true, activities: new Set<never>() },
    });
    const cells = { E22: false, E51a: 3 };
    expect(codes(cells, at('2025-12-31'))).toEqual([]);
    expect(codes(cells, at('2026-01-31'))).toEqual(['missed-1710']);
    expect(codes({ ...cells, E22: true, E15: true, E09: true }, at('2026-01-31'))).toEqual([]);
  });

  it('flags hospitals without electronic records after 30/09/2025, others after 31/12/2026', () => {
    const clinic = { class: 'unranked', hospital: false, activities: new Set<never>() };
    expect(codes({ E15: false }, { periodEnd: '2025-09-30' })).toEqual([]);
    expect(codes({ E15: false }, { periodEnd: '2025-10-31' })).toEqual(['overdue-tt13-hospital']);
    expect(codes({ E15: false }, { periodEnd: '2026-12-31', facility: clinic })).toEqual([]);
    expect(codes({ E15: false }, { periodEnd: '2027-01-31', facility: clinic })).toEqual([
      'overdue-tt13-other',
    ]);
  });

  it('asks to explain a change of a monthly count above one half, in either direction', () => {
    const previous = { E18: 100 };
    for (const steady of [50, 100, 150]) expect(codes({ E18: steady }, { previous })).toEqual([]);
    for (const jump of [49, 151]) expect(codes({ E18: jump }, { previous })).toEqual(['E18-steady']);
    expect(codes({ E18: 7 }, { previous: { E18: 0 } })).toEqual([]);
  });

  it('lets a yes become a no only with a reason', () => {
    const back = reported({ E34: false }, { previous: { E34: true } });
    expect(blocksSubmission(findingsOf(checkTable, back))).toBe(true);
    const explained = findingsOf(checkTable, { ...back, explained: new Set(['E34']) });
    expect(explained).toMatchObject([{ code: 'E34-not-withdrawn', explained: true }]);
    expect(blocksSubmission(explained)).toBe(false);
  });

  it('asks for the evidence file of a claim', () => {
    expect(codes({ E23: true, E15: true }, { evidence: new Set() })).toEqual(['E23-evidence']);
  });

  it('an explanation never excuses an error, and a flag never blocks', () => {
    const wrong = reported({ E18: 1, E19: 2, E15: true }, { explained: new Set(['E18', 'E19']) });
    expect(blocksSubmission(findingsOf(checkTable, wrong))).toBe(true);
    expect(
      blocksSubmission(findingsOf(checkTable, reported({ E15: false }, { periodEnd: '2026-01-31' }))),
    ).toBe(false);
  });

  it('names both numbers', () => {
    const [finding] = findingsOf(checkTable, reported({ E27a: 3, E27b: 4, E26: true }));
    expect(finding).toMatchObject({ values: { E27a: 3, E27b: 4 }, severity: 'error' });
    expect(finding?.message.vi).toBe(
      'Đơn thuốc ngoại trú – Đã gửi Hệ thống đơn thuốc quốc gia (E27b) không được lớn hơn Đơn thuốc ngoại trú – Tổng số đơn (E27a).',
    );
  });
});
