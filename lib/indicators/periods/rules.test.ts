import { describe, expect, it } from 'vitest';
import { endOf, lastEndingBy, monthOf, periodIn } from './rules';

describe('periods on one axis', () => {
  it.each([
    ['202601', '2026-01-31'],
    ['202402', '2024-02-29'],
    ['2026Q1', '2026-03-31'],
    ['2025', '2025-12-31'],
  ])('%s ends on %s', (id, day) => {
    expect(endOf(id)).toBe(day);
  });

  it('puts a quarter and its last month at the same place, and a year later twelve places on', () => {
    expect(monthOf('2026Q3')).toBe(monthOf('202609'));
    expect(monthOf('202611') - monthOf('202511')).toBe(12);
    for (const id of ['202512', '202601', '2025Q4', '2026Q1', '2026'])
      expect(periodIn(id.includes('Q') ? 'quarter' : id.length === 4 ? 'year' : 'month', monthOf(id))).toBe(
        id,
      );
  });

  it('finds the last period that has ended', () => {
    expect(lastEndingBy('month', '2026-10-31')).toBe('202610');
    expect(lastEndingBy('month', '2026-10-30')).toBe('202609');
    expect(lastEndingBy('quarter', '2026-10-31')).toBe('2026Q3');
    expect(lastEndingBy('quarter', '2026-12-31')).toBe('2026Q4');
    expect(lastEndingBy('month', '2026-01-15')).toBe('202512');
  });
});
