import { describe, expect, it } from 'vitest';
import { checkTable } from '../forms/check-table';
import { elements as all } from '../forms/elements';
import { checksFor } from '../rules';
import type { CheckContext } from '../schema';
import { draftOf, entryParts, inputOf, readSent, standingOf } from './rules';
import type { Draft, Drafts } from './schema';

const elements = all.filter(({ id }) => ['E15', 'E16', 'E18', 'E19', 'E20', 'E17'].includes(id));
const parts = entryParts(elements, 'vi');
const context: CheckContext = {
  previous: { E18: 4085 },
  others: {},
  evidence: [],
  facility: { class: 'class_1', hospital: true, activities: [] },
  periodEnd: '2026-10-31',
};
const rules = { elements, checks: checksFor(checkTable, elements), context };
const draft = (text: string, rest: Partial<Draft> = {}): Draft => ({
  text,
  state: 'value',
  reason: '',
  seen: 0,
  ...rest,
});
const full: Drafts = {
  E15: draft('yes'),
  E16: draft('16/08/2025'),
  E17: draft('inpatient,day'),
  E18: draft('4.120'),
  E19: draft('3.861'),
};
const standing = (change: Drafts = {}) => standingOf(parts, { ...full, ...change }, rules);
const partOf = (id: string) => {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(id);
  return part;
};

describe('what the page says while somebody types', () => {
  it('counts the computed cell and misses nothing', () => {
    const { asked, filled, missing, answers } = standing();
    expect({ asked, filled, missing }).toEqual({ asked: 6, filled: 6, missing: [] });
    expect(answers.get('E20')?.value).toBe(93.71);
  });

  it('shows an error at the cell it is about, and stops there', () => {
    const { byPart, faulty } = standing({ E19: draft('4.310') });
    expect(byPart.E19?.map(({ code, severity }) => [code, severity])).toEqual([
      ['E19-not-above-E18', 'error'],
    ]);
    expect(faulty).toContain('E19');
    expect(faulty).not.toContain('E18');
  });

  it('asks for an explanation of a leap, and is content with one', () => {
    expect(standing({ E18: draft('8.000') }).faulty).toContain('E18');
    const explained = standing({ E18: draft('8.000', { reason: 'Mở thêm khoa nội trú từ 01/10.' }) });
    expect(explained.faulty).not.toContain('E18');
    expect(explained.byPart.E18?.[0]?.explained).toBe(true);
  });

  it('takes what it can not read as missing, never as zero', () => {
    for (const text of ['', 'nhiều', '4,120']) {
      const { missing, answers } = standing({ E18: draft(text) });
      expect(missing).toContain('E18');
      expect(answers.has('E20')).toBe(false);
    }
    expect(standing({ E18: draft('0'), E19: draft('0') }).missing).not.toContain('E18');
  });

  it('counts "unknown" with a reason as an answer, without one not', () => {
    const unknown = { state: 'unknown' } as const;
    expect(standing({ E18: draft('', unknown) }).missing).toContain('E18');
    expect(standing({ E18: draft('', { ...unknown, reason: 'Máy chủ hỏng' }) }).missing).not.toContain('E18');
  });
});

describe('a cell on its way to the server', () => {
  it('carries value, reason and the revision that was seen', () => {
    expect(inputOf(partOf('E18'), draft('4.120', { seen: 3, reason: ' Đã đối chiếu ' }))).toEqual({
      part: 'E18',
      state: 'value',
      value: 4120,
      seen: 3,
      reason: 'Đã đối chiếu',
    });
    expect(inputOf(partOf('E18'), draft('4,120'))).toBeNull();
    expect(inputOf(partOf('E18'), draft('', { state: 'not_applicable' }))).toBeNull();
  });

  it('is an empty cell again when its value was withdrawn', () => {
    const version = { revision: 4, value: null, reason: 'Nhầm', source: 'manual', recordedBy: null } as const;
    expect(draftOf('count', { ...version, state: 'withdrawn', recordedAt: new Date(0) })).toEqual(
      draft('', { seen: 4 }),
    );
  });
});

describe('a form sent without a script', () => {
  const kept = (one: Draft) => JSON.stringify(one);

  it('brings back what was typed and what the page had', () => {
    const sent = readSent(
      { E18: '4.200', 'E18.kept': kept(draft('4.120', { seen: 2 })), 'E18.seen': '2' },
      parts,
    );
    expect(sent).toEqual([
      { part: partOf('E18'), draft: draft('4.200', { seen: 2 }), kept: draft('4.120', { seen: 2 }) },
    ]);
  });

  it('leaves cells alone that were not on the page or were tampered with', () => {
    expect(readSent({ E18: '1' }, parts)).toEqual([]);
    expect(readSent({ E18: '1', 'E18.kept': 'x' }, parts)).toEqual([]);
    expect(readSent({ E18: '1', 'E18.kept': '{"seen":-1}' }, parts)).toEqual([]);
  });

  it('reads boxes that are all empty as an empty answer', () => {
    const [cell] = readSent({ 'E17.kept': kept(draft('day', { seen: 1 })) }, parts);
    expect(cell?.draft.text).toBe('');
  });
});
