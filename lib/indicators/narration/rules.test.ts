import { describe, expect, it } from 'vitest';
import type { Figure, IndicatorView } from '../schema';
import {
  answerOf,
  coverageOf,
  fewestFor,
  halfOf,
  largestOf,
  monthlyPaceOf,
  placeFactsOf,
  rankedPlaces,
} from './rules';

const row = (measure: string, status: Figure['status'], rest: Partial<Figure> = {}) => ({
  measure,
  status,
  missed: false,
  gap: null as number | null,
  ...rest,
});

describe('the answer of the board', () => {
  it('counts what was missed among what has a target, and names the greatest gap', () => {
    const rows = [
      row('T54', 'off_track', { missed: true, gap: 522 }),
      row('T53', 'off_track', { missed: true, gap: 41 }),
      row('T55', 'at_risk', { missed: true, gap: 299 }),
      row('HIS', 'no_target'),
      row('LIS', 'no_target'),
    ];
    expect(answerOf(rows)).toMatchObject({ kind: 'judged', judged: 3, missed: 3, late: 0, achieved: 0 });
    expect(answerOf(rows)).toMatchObject({ largest: [{ measure: 'T54', gap: 522 }] });
  });

  it('keeps what was reached after the deadline among the missed, and says so', () => {
    const rows = [row('T54', 'achieved', { missed: true }), row('T53', 'achieved')];
    expect(answerOf(rows)).toMatchObject({ achieved: 2, missed: 1, late: 1, largest: [] });
  });

  it('tells slow from missed', () => {
    const rows = [row('T54', 'at_risk', { gap: 3 }), row('T53', 'on_track', { gap: 3 })];
    expect(answerOf(rows)).toMatchObject({ missed: 0, behind: 1 });
    expect(answerOf(rows)).toMatchObject({ largest: [{ measure: 'T54' }, { measure: 'T53' }] });
  });

  it('judges nothing when nothing is known or nothing has a target', () => {
    expect(answerOf([row('T54', 'unknown'), row('HIS', 'no_target')])).toEqual({
      kind: 'unknown',
      judged: 1,
    });
    expect(answerOf([row('HIS', 'no_target')])).toEqual({ kind: 'no_target' });
    expect(answerOf([])).toEqual({ kind: 'no_target' });
  });

  it('does not forget a missed deadline when today is unknown', () => {
    expect(answerOf([row('T54', 'unknown', { missed: true })])).toMatchObject({
      kind: 'judged',
      missed: 1,
      unknown: 1,
    });
  });
});

describe('the pace', () => {
  const target = {
    value: 100,
    deadline: '2025-09-30',
    successor: { value: 95, deadline: '2026-12-31' },
  } as Figure['target'];
  const pace = (required: number | null, actual: number | null) =>
    ({ required, actual, horizon: '2026-12-31', months: 6 }) as Figure['pace'];

  it('turns points into whole facilities, up for what is needed and down for what was done', () => {
    const figure = { unit: 'percent', denominator: 1650, target, pace: pace(5.24, 2.5) } as const;
    expect(monthlyPaceOf(figure)).toEqual({
      counted: true,
      needed: 87,
      actual: 41,
      horizon: '2026-12-31',
      target: 100,
      months: 6,
    });
  });

  it('does not round an exact number up', () => {
    const figure = { unit: 'percent', denominator: 100, target, pace: pace(0.07 * 100, null) } as const;
    expect(monthlyPaceOf(figure)?.needed).toBe(7);
  });

  it('stays in points without parts, and says nothing when nothing is known', () => {
    const figure = { unit: 'percent', denominator: null, target, pace: pace(1.5, -0.2) } as const;
    expect(monthlyPaceOf(figure)).toMatchObject({ counted: false, needed: 1.5, actual: -0.2 });
    expect(monthlyPaceOf({ ...figure, pace: pace(null, null) })).toBeNull();
    expect(monthlyPaceOf({ ...figure, pace: null })).toBeNull();
  });
});

const group = (key: string, missing: number): IndicatorView['missingBy'][number] => ({
  dimension: 'province',
  key,
  label: { vi: key, en: key },
  missing,
  of: 100,
});
const keys = (groups: readonly { key: string }[] | undefined) => groups?.map(({ key }) => key);

describe('what is missing', () => {
  it('names the fewest groups that hold half', () => {
    const half = halfOf([group('a', 10), group('b', 30), group('c', 25), group('d', 5)]);
    expect(keys(half?.groups)).toEqual(['b', 'c']);
    expect(half).toMatchObject({ total: 70, held: 55 });
  });

  it('needs one group when one holds exactly half', () => {
    expect(keys(halfOf([group('a', 5), group('b', 3), group('c', 2)])?.groups)).toEqual(['a']);
  });

  it('says nothing when nothing is missing', () => {
    expect(halfOf([group('a', 0)])).toBeNull();
    expect(halfOf([])).toBeNull();
    expect(largestOf([group('a', 0)])).toEqual([]);
  });

  it('lets equal groups share the first place', () => {
    expect(keys(largestOf([group('a', 7), group('b', 7), group('c', 1)]))).toEqual(['a', 'b']);
  });

  it('stops as soon as there is enough, and takes all when there is not', () => {
    expect(fewestFor(6, [group('a', 5), group('b', 3)])).toMatchObject({ held: 8 });
    expect(keys(fewestFor(99, [group('a', 5), group('b', 0)]).groups)).toEqual(['a']);
  });
});

const place = (name: string, value: number | null) => ({
  place: { id: name, name: { vi: name, en: name } },
  value,
  target: { value: 80 } as Figure['target'],
});

describe('places', () => {
  it('shares the first and the last place among equals', () => {
    const facts = placeFactsOf([place('A', 90), place('B', 90), place('C', 40), place('D', null)]);
    expect(facts).toMatchObject({ known: 3, unknown: 1, reached: 2 });
    expect(facts.highest.map(({ place: { id } }) => id)).toEqual(['A', 'B']);
    expect(facts.lowest.map(({ place: { id } }) => id)).toEqual(['C']);
  });

  it('ranks nobody when there is one place, when all are equal, when none is known', () => {
    expect(placeFactsOf([place('A', 90)])).toMatchObject({ highest: [], lowest: [] });
    expect(placeFactsOf([place('A', 5), place('B', 5)])).toMatchObject({ highest: [], lowest: [] });
    expect(placeFactsOf([place('A', null)])).toMatchObject({ known: 0, unknown: 1, reached: null });
  });

  it('puts the unknown last and equals in the order of names', () => {
    const order = rankedPlaces(
      [place('Đà Nẵng', null), place('Cà Mau', 10), place('An Giang', 10), place('Huế', 0)],
      (a, b) => a.localeCompare(b),
    );
    expect(order.map(({ place: { id } }) => id)).toEqual(['An Giang', 'Cà Mau', 'Huế', 'Đà Nẵng']);
  });
});

describe('coverage', () => {
  it('adds up to the members', () => {
    expect(coverageOf({ members: 100, answered: 90, fresh: 60, carried: 30 })).toEqual({
      members: 100,
      fresh: 60,
      carried: 30,
      missing: 10,
    });
  });

  it('is unknown without members or answers', () => {
    expect(coverageOf({ members: 0, answered: 0, fresh: 0, carried: 0 })).toBeNull();
    expect(coverageOf({ members: null, answered: null, fresh: null, carried: null })).toBeNull();
  });
});
