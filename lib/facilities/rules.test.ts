import { describe, expect, it } from 'vitest';
import { amendingOf, dayWithin, holdsOn, isFiltered, worldOn } from './rules';
import { ListFacilities } from './schema';

describe('the worlds of provinces', () => {
  it('change on 1 July 2025', () => {
    expect(worldOn('2025-06-30')).toBe('pre_2025');
    expect(worldOn('2025-07-01')).toBe('since_2025');
  });

  it('are known from August 2008 to today', () => {
    expect(dayWithin(undefined, '2026-11-22')).toBe('2026-11-22');
    expect(dayWithin('2027-01-01', '2026-11-22')).toBe('2026-11-22');
    expect(dayWithin('1990-01-01', '2026-11-22')).toBe('2008-08-01');
    expect(dayWithin('2025-06-30', '2026-11-22')).toBe('2025-06-30');
  });
});

describe('a dated value', () => {
  const range = { validFrom: '2024-01-01', validTo: '2025-01-01' };

  it('holds from its first day up to the day before its end', () => {
    expect(holdsOn('2023-12-31', range)).toBe(false);
    expect(holdsOn('2024-01-01', range)).toBe(true);
    expect(holdsOn('2024-12-31', range)).toBe(true);
    expect(holdsOn('2025-01-01', range)).toBe(false);
    expect(holdsOn('2030-01-01', { ...range, validTo: null })).toBe(true);
  });

  it('is followed only by a later one, and never from tomorrow on', () => {
    const open = { validFrom: '2025-01-01', validTo: null };
    expect(amendingOf([], '2026-01-01', '2026-11-22')).toBe('first');
    expect(amendingOf([range, open], '2026-01-01', '2026-11-22')).toBe('next');
    expect(amendingOf([range, open], '2025-01-01', '2026-11-22')).toBeNull();
    expect(amendingOf([range, open], '2024-06-01', '2026-11-22')).toBeNull();
    expect(amendingOf([range], '2026-01-01', '2026-11-22')).toBeNull();
    expect(amendingOf([], '2026-11-23', '2026-11-22')).toBeNull();
  });
});

describe('the filter in the address', () => {
  it('passes over what it does not understand', () => {
    expect(ListFacilities.parse({ place: 'x', class: 'best', at: '30/06', status: '?', sort: 'id' })).toEqual(
      {
        status: 'active',
        sort: 'name',
        order: 'asc',
      },
    );
  });

  it('knows when it narrows', () => {
    expect(isFiltered(ListFacilities.parse({}))).toBe(false);
    expect(isFiltered(ListFacilities.parse({ at: '2025-06-30' }))).toBe(false);
    expect(isFiltered(ListFacilities.parse({ place: 'p63-26' }))).toBe(true);
    expect(isFiltered(ListFacilities.parse({ status: 'any' }))).toBe(true);
  });
});
