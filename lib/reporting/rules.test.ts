import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from './checks';
import type { ElementPart } from './define';
import { forms } from './forms/catalogue';
import { checkTable } from './forms/check-table';
import { elements, parts } from './forms/elements';
import {
  type Answer,
  checksFor,
  editableElements,
  elementsFor,
  feedYields,
  findingsOf,
  isCarried,
  mootParts,
  partsOf,
  progressOf,
  reportedOf,
  reportGuards,
  sameAnswer,
} from './rules';
import type { CheckContext } from './schema';
import { canonicalCells, cellFault, computedAnswer, valueFault } from './values/rules';
import type { reportStates } from './workflow';

const said = (value: CellValue, reason: string | null = null): Answer => ({ state: 'value', value, reason });
const answersOf = (given: Record<string, CellValue>) =>
  new Map(Object.entries(given).map(([part, value]) => [part, said(value)]));
const all = (id: string) =>
  elements.filter((one) => forms.find((form) => form.id === id)?.frequency === one.frequency);
const month = all('hospital-month');
const partOf = (id: string): ElementPart => {
  const found = parts.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('what is asked', () => {
  it('follows the activities of the facility', () => {
    const ids = elementsFor(month, ['insured']).map(({ id }) => id);
    expect(ids).toContain('E32');
    expect(ids).not.toContain('E39');
    expect(ids).not.toContain('E41');
  });

  it('leaves out what a no makes senseless, and only that', () => {
    const moot = (given: Record<string, CellValue>) =>
      [...mootParts(elements, checkTable, answersOf(given))].sort();
    expect(moot({})).toEqual([]);
    expect(moot({ E15: false })).toEqual(['E16', 'E17']);
    expect(moot({ E15: true })).toEqual([]);
    expect(moot({ E12a: false, E30a: false })).toEqual(['E12b', 'E30b']);
    expect(moot({ E49a: false, E49b: false, E49c: true })).toEqual([]);
    expect(moot({ E49a: false, E49b: false, E49c: false })).toEqual(['E49d', 'E49e']);
  });

  it('is complete with a value, a zero, an empty list, or a reason why not', () => {
    const none = progressOf(month, checkTable, new Map());
    expect(none).toMatchObject({ filled: 0, asked: partsOf(month).length });
    const answers = new Map<string, Answer>(
      partsOf(month).map(({ id }, at) => [
        id,
        at % 2 === 0 ? said(0) : { state: 'unknown', value: null, reason: 'x' },
      ]),
    );
    expect(progressOf(month, checkTable, answers)).toMatchObject({ missing: [], filled: none.asked });
    answers.set('E18', { state: 'withdrawn', value: null, reason: 'Nhầm' });
    expect(progressOf(month, checkTable, answers).missing).toEqual(['E18']);
  });

  it('never counts more filled than asked, whatever is answered', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...parts.map(({ id }) => id)),
      fc.oneof(fc.boolean(), fc.integer(), fc.constant(null)),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const { asked, filled, missing } = progressOf(month, checkTable, answersOf(given));
        expect(asked - filled).toBe(missing.length);
        expect(missing.filter((id) => given[id] !== undefined)).toEqual([]);
      }),
    );
  });
});

const context: CheckContext = {
  previous: {},
  others: { E12a: true },
  evidence: [],
  facility: { class: 'class_2', hospital: true, activities: [] },
  periodEnd: '2026-10-31',
};

describe('the checks of a form', () => {
  it('are those that speak of it; an error claimed on another form only asks', () => {
    const checks = checksFor(checkTable, month);
    const here = new Set(partsOf(month).map(({ id }) => id));
    expect(checks.every((check) => check.parts.some((part) => here.has(part)))).toBe(true);
    const foreign = checks.filter((check) => !here.has(check.parts[0] ?? ''));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.every(({ severity }) => severity !== 'error')).toBe(true);
    const findings = findingsOf(checks, reportedOf(context, answersOf({ E11: false })));
    expect(findings.map(({ code, severity }) => [code, severity])).toContainEqual([
      'E12a-needs-E11',
      'warning',
    ]);
  });

  it('see a reason as an explanation', () => {
    const checks = checksFor(checkTable, month);
    const before = { ...context, previous: { E31a: 100 } };
    const found = (reason: string | null) =>
      findingsOf(checks, reportedOf(before, new Map([['E31a', said(300, reason)]])));
    expect(reportGuards.warnings_explained({ missing: [], remarks: [], findings: found(null) })).toBe(false);
    expect(
      reportGuards.warnings_explained({ missing: [], remarks: [], findings: found('Dịch sốt xuất huyết') }),
    ).toBe(true);
  });
});

describe('guards', () => {
  const facts = { missing: [], findings: [], remarks: [] };
  it('hold for nothing missing, nothing wrong, nothing unanswered', () => {
    for (const guard of Object.values(reportGuards)) expect(guard(facts)).toBe(true);
    expect(reportGuards.complete({ ...facts, missing: ['E18'] })).toBe(false);
    expect(reportGuards.remarks_answered({ ...facts, remarks: [{ state: 'answered' }] })).toBe(true);
    expect(reportGuards.remarks_answered({ ...facts, remarks: [{ state: 'open' }] })).toBe(false);
  });
});

describe('what may be changed', () => {
  const remark = (state: 'open' | 'answered' | 'settled') => ({ element: 'E27', state });
  const open = (state: (typeof reportStates)[number], remarks: ReturnType<typeof remark>[]) =>
    [...editableElements(state, month, { checks: checkTable, remarks })].sort();
  it('is all of a draft, nothing once handed in, and of a returned report what was remarked', () => {
    const everything = month.map(({ id }) => id).sort();
    expect(open('draft', [remark('open')])).toEqual(everything);
    for (const state of ['submitted', 'verified', 'locked'] as const) expect(open(state, [])).toEqual([]);
    expect(open('returned', [])).toEqual(everything);
    expect(open('returned', [remark('settled')])).toEqual(everything);
    expect(open('returned', [remark('open')])).toEqual(['E26', 'E27']);
    expect(open('returned', [remark('answered')])).toEqual(['E26', 'E27']);
  });
});

describe('carrying', () => {
  it('takes states and stocks, never what is counted or worked out', () => {
    const carried = parts.filter(isCarried);
    expect(carried.some(({ aggregation }) => aggregation === 'flow')).toBe(false);
    expect(carried.some(({ computedFrom }) => computedFrom !== undefined)).toBe(false);
    expect(carried.map(({ id }) => id)).toContain('E15');
    expect(carried.map(({ id }) => id)).toContain('E02');
  });

  it('keeps a feed from what people entered', () => {
    expect(
      [null, 'feed', 'carried', 'computed', 'manual', 'import'].map((one) =>
        feedYields(one as 'feed' | null),
      ),
    ).toEqual([false, false, false, false, true, true]);
  });
});

describe('a value', () => {
  it.each([
    ['E31a', 0, null],
    ['E31a', -1, 'not_a_count'],
    ['E31a', 1.5, 'not_a_count'],
    ['E31a', 2 ** 53, 'not_a_count'],
    ['E31a', '5', 'not_a_count'],
    ['E13', 99.5, null],
    ['E13', 100.01, 'not_a_percent'],
    ['E13', Number.NaN, 'not_a_percent'],
    ['E15', false, null],
    ['E15', 0, 'not_yes_or_no'],
    ['E16', '2024-02-29', null],
    ['E16', '2025-02-29', 'not_a_date'],
    ['E16', '29/02/2024', 'not_a_date'],
    ['E17', [], null],
    ['E17', ['inpatient', 'day'], null],
    ['E17', ['inpatient', 'inpatient'], 'not_an_option'],
    ['E17', 'inpatient', 'not_an_option'],
    ['E37a', 2_670_300_000, null],
    ['E37a', 0.5, 'not_an_amount'],
    ['E50a', 'core', null],
    ['E50a', 'Core', 'not_an_option'],
    ['E49d', 'https://benhvien.vn/gia', null],
    ['E49d', 'javascript:alert(1)', 'not_an_address'],
    ['E07a', '   ', 'not_a_text'],
  ] as const)('of %s: %j → %s', (id, value, fault) => {
    expect(valueFault(partOf(id), value as CellValue)).toBe(fault);
  });

  it('is never taken for a computed part, and never missing without a reason', () => {
    expect(cellFault(partOf('E20'), said(50))).toBe('computed');
    expect(cellFault(partOf('E18'), said(null))).toBe('required');
    expect(cellFault(partOf('E18'), { state: 'unknown', value: null, reason: null })).toBe('reason_required');
    expect(
      cellFault(partOf('E18'), { state: 'not_applicable', value: null, reason: 'Chưa khám' }),
    ).toBeNull();
  });

  it('that follows from two others satisfies the check on it', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(count, count, (one, other) => {
        const [top, bottom] = [Math.min(one, other), Math.max(one, other)];
        const answer = computedAnswer(partOf('E20'), answersOf({ E19: top, E18: bottom }));
        if (bottom === 0) return expect(answer?.state).toBe('not_applicable');
        const answers = answersOf({ E15: true, E19: top, E18: bottom, E20: answer?.value ?? null });
        const codes = findingsOf(checkTable, reportedOf(context, answers)).map(({ code }) => code);
        expect(codes.filter((code) => code.startsWith('E20'))).toEqual([]);
      }),
    );
  });
});

describe('what a lock fixes', () => {
  const cells = fc.uniqueArray(
    fc.record({
      part: fc.constantFrom(...parts.map(({ id }) => id)),
      revision: fc.integer({ min: 1, max: 9 }),
      state: fc.constantFrom('value' as const, 'unknown' as const),
      value: fc.oneof(fc.integer(), fc.constant(null), fc.string()),
    }),
    { selector: ({ part }) => part },
  );
  it('does not depend on the order, and shows every change', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const text = canonicalCells(rows);
        expect(canonicalCells(rows.toReversed())).toBe(text);
        for (const row of rows) {
          const changed = rows.map((one) => (one === row ? { ...one, revision: one.revision + 1 } : one));
          expect(canonicalCells(changed)).not.toBe(text);
        }
      }),
    );
  });

  it('takes answers for the same only when value, state and reason are', () => {
    expect(sameAnswer(said(['a']), said(['a']))).toBe(true);
    expect(sameAnswer(said(0), said(false))).toBe(false);
    expect(sameAnswer(said(1), said(1, 'x'))).toBe(false);
  });
});
