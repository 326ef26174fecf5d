import { describe, expect, it } from 'vitest';
import { parts } from '../forms/elements';
import { cellStates } from '../schema';
import {
  cellsOfRow,
  type Header,
  headerOf,
  isComputed,
  neutral,
  type RawValue,
  readValue,
  stateOf,
  textOf,
  writtenState,
  writtenValue,
} from './rules';

const partNamed = (id: string) => {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(id);
  return part;
};
const read = (id: string, raw: RawValue) => readValue(partNamed(id), raw);
const value = (of: unknown) => ({ kind: 'value', value: of });
const fault = (code: string) => ({ kind: 'fault', code });

describe('headerOf', () => {
  it('understands both languages, in any order, with marks and blanks', () => {
    const header = headerOf(['Mã CSKCB', 'Kỳ', 'gia_tri', 'Part', '']) as Header;
    expect(header.kind).toBe('long');
    expect([...header.at]).toEqual([
      ['facility', 0],
      ['period', 1],
      ['value', 2],
      ['part', 3],
    ]);
  });

  it('sees the wide form by its parts', () => {
    const header = headerOf(['ma_cskcb', 'E05', 'e01a']);
    expect(header).toMatchObject({
      kind: 'wide',
      parts: [
        { part: 'E05', index: 1 },
        { part: 'E01a', index: 2 },
      ],
    });
  });

  it('names the columns that are missing', () => {
    expect(headerOf(['ma_cskcb', 'ky'])).toEqual({ kind: 'fault', missing: ['ma_chi_tieu', 'gia_tri'] });
    expect(headerOf([null])).toMatchObject({ kind: 'fault' });
  });
});

describe('cellsOfRow', () => {
  it('reads a row of the long form', () => {
    const header = headerOf(['ma_cskcb', 'ky', 'ma_chi_tieu', 'gia_tri', 'trang_thai', 'ly_do']) as Header;
    expect(cellsOfRow(header, { row: 7, cells: [99001, '202610', 'e01A', 12, '', "'-lý do"] })).toEqual([
      {
        row: 7,
        column: 'gia_tri',
        facility: '99001',
        period: '202610',
        part: 'E01a',
        value: 12,
        state: '',
        reason: '-lý do',
        revision: '',
      },
    ]);
    expect(cellsOfRow(header, { row: 8, cells: ['99001'] })[0]).toMatchObject({ part: '', value: null });
  });

  it('reads a row of the wide form as one cell for each part', () => {
    const header = headerOf(['ma_cskcb', 'E05', 'E09']) as Header;
    const cells = cellsOfRow(header, { row: 2, cells: ['99001', 'có'] });
    expect(cells.map(({ part, value: raw, column }) => [part, raw, column])).toEqual([
      ['E05', 'có', 'E05'],
      ['E09', null, 'E09'],
    ]);
  });
});

describe('readValue', () => {
  it('reads numbers of a spreadsheet, of a program and of a person in Vietnam', () => {
    expect(read('E18', 4120)).toEqual(value(4120));
    expect(read('E18', '4120')).toEqual(value(4120));
    expect(read('E18', '4.120')).toEqual(value(4120));
    expect(read('E13', '99.72')).toEqual(value(99.72));
    expect(read('E13', '99,72')).toEqual(value(99.72));
    expect(read('E13', '1.234')).toEqual(fault('ambiguous_number'));
    expect(read('E18', 'nhiều')).toEqual(fault('number'));
  });

  it('reads yes and no, dates, choices and lists', () => {
    expect(read('E05', 'Có')).toEqual(value(true));
    expect(read('E05', 0)).toEqual(value(false));
    expect(read('E05', true)).toEqual(value(true));
    expect(read('E16', '2025-08-16')).toEqual(value('2025-08-16'));
    expect(read('E16', '16/08/2025')).toEqual(value('2025-08-16'));
    expect(read('E16', new Date('2025-08-16T00:00:00Z'))).toEqual(value('2025-08-16'));
    expect(read('E16', '31/02/2025')).toEqual(fault('date'));
    expect(read('E06', 'company')).toEqual(value('company'));
    expect(read('E06', 'Doanh nghiệp cung cấp')).toEqual(value('company'));
    expect(read('E06', 'khác')).toEqual(fault('option'));
    expect(read('E17', 'inpatient; day')).toEqual(value(['inpatient', 'day']));
  });

  it('tells nothing from a value, and a formula sign from a formula', () => {
    expect(read('E18', null)).toEqual({ kind: 'empty' });
    expect(read('E18', ' ')).toEqual({ kind: 'empty' });
    expect(read('E07a', "'=Nhà cung cấp")).toEqual(value('=Nhà cung cấp'));
    expect(read('E48b', 'không')).toEqual(fault('url'));
  });
});

describe('written values', () => {
  it('are read as they were', () => {
    for (const [id, of] of [
      ['E05', true],
      ['E05', false],
      ['E18', 4120],
      ['E13', 99.72],
      ['E37a', 1_234_567_000],
      ['E16', '2025-08-16'],
      ['E17', ['inpatient', 'day']],
      ['E06', 'self'],
      ['E07a', '-Hệ thống "A", bản 2'],
    ] as const)
      expect(read(id, neutral(writtenValue(of)))).toEqual(value(of));
    expect(writtenValue(null)).toBe('');
    expect(writtenValue(undefined)).toBe('');
  });

  it('run no formula', () => {
    for (const text of ['=1+1', '+84', '-5', '@x', '\tx']) expect(neutral(text)).toBe(`'${text}`);
    expect(neutral('A=1')).toBe('A=1');
  });

  it('are text whatever they come from', () => {
    expect(textOf(new Date(Number.NaN))).toBe('');
    expect(textOf(null)).toBe('');
    expect(textOf(1.5)).toBe('1.5');
  });
});

describe('stateOf', () => {
  it('reads the state in words', () => {
    expect(stateOf('')).toBe('value');
    expect(stateOf('Không áp dụng')).toBe('not_applicable');
    expect(stateOf('chưa biết')).toBe('unknown');
    expect(stateOf('withdrawn')).toBe('withdrawn');
    expect(stateOf('mất')).toBeNull();
    for (const state of cellStates) expect(stateOf(writtenState(state))).toBe(state);
  });
});

describe('isComputed', () => {
  it('knows the parts that follow from others', () => {
    expect(isComputed(partNamed('E20'))).toBe(true);
    expect(isComputed(partNamed('E19'))).toBe(false);
  });
});
