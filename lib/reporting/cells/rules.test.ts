import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumber, readText, textOf } from './rules';

const value = (of: unknown) => ({ kind: 'value', value: of });
const ask = (...candidates: number[]) => ({ kind: 'ask', candidates });
const fault = (code: string) => ({ kind: 'fault', code });

describe('numbers', () => {
  it.each([
    ['count', '4120', value(4120)],
    ['count', '4.120', value(4120)],
    ['count', '4 120', value(4120)],
    ['count', '4\u00A0120', value(4120)],
    ['count', '0', value(0)],
    ['count', '4.120,0', value(4120)],
    ['count', '4,120', ask(4120)],
    ['count', '4,120,500', ask(4120500)],
    ['count', '4,5', fault('whole')],
    ['count', '4.5', fault('whole')],
    ['count', 'nhiều', fault('number')],
    ['level', '7', value(7)],
    ['amount', '2.670.300.000 ₫', value(2_670_300_000)],
    ['percent', '92,1', value(92.1)],
    ['percent', '92,1%', value(92.1)],
    ['percent', '92', value(92)],
    ['percent', '92.1', ask(92.1)],
    ['percent', '1.234', ask(1234, 1.234)],
    ['percent', '1,234', value(1.234)],
    ['percent', '1.234,5', value(1234.5)],
    ['percent', '1,234.5', ask(1234.5)],
    ['percent', '-', fault('number')],
  ] as const)('reads a %s written %s', (type, typed, reading) => {
    expect(readText(type, typed)).toEqual(reading);
  });

  it('writes the answer to a question so that it is not asked again', () => {
    for (const typed of ['92.1', '1.234', '1,234.5']) {
      const reading = readText('percent', typed);
      const candidates = reading.kind === 'ask' ? reading.candidates : [];
      expect(candidates.length).toBeGreaterThan(0);
      for (const one of candidates) expect(readText('percent', plainNumber(one))).toEqual(value(one));
    }
  });

  it('reads back every count it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (count) => {
        expect(readText('count', textOf('count', count))).toEqual(value(count));
      }),
    );
  });
});

describe('other kinds', () => {
  it.each([
    ['boolean', 'yes', value(true)],
    ['boolean', 'Không', value(false)],
    ['boolean', 'có', value(true)],
    ['boolean', 'chắc vậy', fault('option')],
    ['date', '16/08/2025', value('2025-08-16')],
    ['date', '31/02/2025', fault('date')],
    ['url', 'https://benhvien.vn/gia', value('https://benhvien.vn/gia')],
    ['url', 'javascript:alert(1)', fault('url')],
    ['url', 'benhvien.vn', fault('url')],
    ['text', '  FPT.eHospital ', value('FPT.eHospital')],
    ['text', '   ', { kind: 'empty' }],
  ] as const)('reads a %s written %s', (type, typed, reading) => {
    expect(readText(type, typed)).toEqual(reading);
  });

  it('keeps to the options of a choice', () => {
    expect(readText('enum', 'core', ['core', 'satellite'])).toEqual(value('core'));
    expect(readText('enum', 'elsewhere', ['core', 'satellite'])).toEqual(fault('option'));
    expect(readText('set', 'day, inpatient,day', ['day', 'inpatient'])).toEqual(value(['day', 'inpatient']));
    expect(readText('set', 'day, night', ['day', 'inpatient'])).toEqual(fault('option'));
  });

  it('shows nothing for nothing, and zero for zero', () => {
    expect(textOf('count', null)).toBe('');
    expect(textOf('count', 0)).toBe('0');
    expect(textOf('boolean', false)).toBe('no');
    expect(textOf('date', '2025-08-16')).toBe('16/08/2025');
    expect(textOf('percent', 92.13)).toBe('92,13');
    expect(textOf('set', ['day', 'inpatient'])).toBe('day,inpatient');
  });
});
