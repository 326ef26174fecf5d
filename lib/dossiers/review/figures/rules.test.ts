import { describe, expect, it } from 'vitest';
import { type FigureName, figureNames, scopeOf, shareOf, supplementsPerHundred, totalOf } from './rules';

const counted = (value: number) =>
  Object.fromEntries(figureNames.map((name) => [name, value])) as Record<FigureName, number>;

describe('shares', () => {
  it('say nothing below the smallest sample', () => {
    expect(shareOf(9, 9)).toBeNull();
    expect(shareOf(9, 10)).toBeCloseTo(0.9);
    expect(supplementsPerHundred(3, 9)).toBeNull();
    expect(supplementsPerHundred(3, 10)).toBeCloseTo(30);
  });

  it('of everybody are those of the sum', () => {
    const total = totalOf([
      { counts: counted(2), supplementRounds: 1 },
      { counts: counted(3), supplementRounds: 4 },
    ]);
    expect(total).toEqual({ counts: counted(5), supplementRounds: 5 });
  });
});

describe('the period', () => {
  it.each([
    [{}, { from: '2026-10-01', to: '2026-11-22' }],
    [{ from: '2026-02-30' }, { from: '2026-10-01', to: '2026-11-22' }],
    [
      { from: '2026-01-01', to: '2026-03-31' },
      { from: '2026-01-01', to: '2026-03-31' },
    ],
    [
      { from: '2026-03-31', to: '2026-01-01' },
      { from: '2026-01-01', to: '2026-03-31' },
    ],
  ])('%o', (raw, scope) => {
    expect(scopeOf(raw, '2026-11-22')).toEqual(scope);
  });
});
