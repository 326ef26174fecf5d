import { describe, expect, it } from 'vitest';
import { entryParts } from '@/lib/reporting/entry/rules';
import { elements } from '@/lib/reporting/forms/elements';
import { isBlock, readBlock } from './paste';

const parts = entryParts(
  elements.filter(({ id }) => ['E15', 'E18', 'E19', 'E27', 'E50'].includes(id)),
  'vi',
);
const told = ({ cells, unknown }: ReturnType<typeof readBlock>) => ({
  cells: Object.fromEntries(cells.map(({ part, text }) => [part.id, text])),
  unknown,
});

describe('a block from a spreadsheet', () => {
  it('is more than one cell', () => {
    expect(isBlock('4.120')).toBe(false);
    expect(isBlock('4.120\n')).toBe(false);
    expect(isBlock('4.120\n4.085')).toBe(true);
    expect(isBlock('E18\t4.120')).toBe(true);
  });

  it('runs down from the cell one stands in and leaves gaps empty', () => {
    expect(told(readBlock('4.120\r\n4.000\r\n', parts, 'E18'))).toEqual({
      cells: { E18: '4.120', E19: '4.000' },
      unknown: [],
    });
    expect(told(readBlock('4.120\t4.000', parts, 'E18')).cells).toEqual({ E18: '4.120', E19: '4.000' });
  });

  it('goes by codes when the lines carry them, in any order, and names what has no cell', () => {
    const block = 'Mã\tSố\ne27a\t7.573\nE18\t\t4.120\nE99\t1';
    expect(told(readBlock(block, parts, 'E15'))).toEqual({
      cells: { E27a: '7.573', E18: '4.120' },
      unknown: ['Mã', 'E99'],
    });
  });

  it('takes words for yes, no and options', () => {
    expect(told(readBlock('E15\tCó\nE50a\tHạt nhân', parts, 'E15')).cells).toEqual({
      E15: 'yes',
      E50a: 'core',
    });
  });

  it('says what will be asked and what will be refused', () => {
    const { cells } = readBlock('E18\t4,120\nE19\tnhiều', parts, 'E15');
    expect(cells.map(({ problem }) => problem)).toEqual(['ask', 'fault']);
  });

  it('tells values that fall off the end of the form', () => {
    const last = parts.at(-1)?.id ?? '';
    expect(told(readBlock('41\n42', parts, last))).toEqual({ cells: { [last]: '41' }, unknown: ['42'] });
  });
});
