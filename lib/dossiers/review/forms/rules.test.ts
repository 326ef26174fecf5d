import { describe, expect, it } from 'vitest';
import { civilDateOf, numberOf } from '@/lib/procedures/fields/rules';
import { inputOfMove, marksOf, placeOfItem } from './rules';

const read = { civilDateOf, numberOf };
const common = { code: 'G18.01-20261119-0000002', version: '7' };

describe('a move from its form', () => {
  it('leaves empty boxes out', () => {
    expect(inputOfMove({ ...common, move: 'assign', reason: ' ', assignee: 'a' }, read).input).toEqual({
      ...common,
      move: 'assign',
      assignee: 'a',
    });
  });

  it('takes another date before a proposed one, and amounts as people write them', () => {
    const values = {
      ...common,
      move: 'extend',
      newDate: '2026-12-01',
      newDateOther: '05/12/2026',
      amount: '1.500.000',
    };
    expect(inputOfMove(values, read).input).toMatchObject({ newDate: '2026-12-05', amount: 1_500_000 });
  });

  it('names each invited expert', () => {
    expect(inputOfMove({ ...common, move: 'consult', experts: 'a,b' }, read).input.experts).toEqual([
      'a',
      'b',
    ]);
  });

  it('sends ticked items only, and finds their line again', () => {
    const values = {
      ...common,
      move: 'ask_supplement',
      'items.0.component': 'cfs',
      'items.2.component': 'answers.brand',
      'items.2.ask': 'yes',
      'items.2.what': 'Nhãn hàng',
    };
    const { input, places } = inputOfMove(values, read);
    expect(input.items).toEqual([{ component: 'answers.brand', what: 'Nhãn hàng', reason: '' }]);
    expect(placeOfItem('items.0.reason', places)).toBe('items.2.reason');
    expect(placeOfItem('items.4.reason', places)).toBe('items.4.reason');
    expect(placeOfItem('experts.1', places)).toBe('experts');
    expect(placeOfItem('reason', places)).toBe('reason');
  });
});

describe('marks from the walk', () => {
  const line = (place: number, verdict: string, was: string, note = '', noted = '') => ({
    [`marks.${place}.component`]: `c${place}`,
    [`marks.${place}.verdict`]: verdict,
    [`marks.${place}.was`]: was,
    [`marks.${place}.note`]: note,
    [`marks.${place}.noted`]: noted,
  });

  it('sends what changed and nothing else', () => {
    const values = {
      code: 'x',
      ...line(0, 'good', 'good'),
      ...line(1, 'wrong', 'good', 'Sai số'),
      ...line(2, '', ''),
      ...line(3, 'good', ''),
    };
    expect(marksOf(values)).toEqual([
      { code: 'x', component: 'c1', verdict: 'wrong', note: 'Sai số' },
      { code: 'x', component: 'c3', verdict: 'good' },
    ]);
  });
});
