/**
 * Periods, rates and points of the index of Quyết định 766/QĐ-TTg.
 * Two decimals; a denominator of 0 is not applicable and earns or loses nothing [found: "show 0 or N/A"].
 * At the threshold or above the points are full; below, rate × maximum ÷ threshold: stated for some rows, a
 * convention for one, read so here for the others [derived]; a row without a threshold is measured against 100 %.
 */
import { type DayNumber, dateOf, dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import type { IndexGroup, IndexRow } from './schema';

export interface PeriodSpan {
  period: string;
  /** First and last civil day. */
  from: string;
  to: string;
  /** The same as instants; the end is the first moment after it. */
  begins: Date;
  ends: Date;
}

const two = (number: number) => String(number).padStart(2, '0');

function monthsOf(period: string): { year: number; first: number; count: number } {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return { year, first: 1, count: 12 };
  if (period[4] === 'Q') return { year, first: Number(period[5]) * 3 - 2, count: 3 };
  return { year, first: Number(period.slice(4)), count: 1 };
}

export function spanOf(period: string): PeriodSpan {
  const { year, first, count } = monthsOf(period);
  const begin = dayNumberOf(`${year}-${two(first)}-01`);
  const next = first + count;
  const end: DayNumber = dayNumberOf(next > 12 ? `${year + 1}-01-01` : `${year}-${two(next)}-01`);
  return {
    period,
    from: dateOf(begin),
    to: dateOf(end - 1),
    begins: instantAt(begin, 0),
    ends: instantAt(end, 0),
  };
}

export const monthOf = (date: string): string => date.slice(0, 4) + date.slice(5, 7);

export type PeriodKind = 'month' | 'quarter' | 'year';

export function kindOf(period: string): PeriodKind {
  if (period.length === 4) return 'year';
  return period[4] === 'Q' ? 'quarter' : 'month';
}

/** The last periods of a kind, newest first, none of them in the future. */
export function periodsOf(kind: PeriodKind, today: string, count: number): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: count }, (_, back) => {
    if (kind === 'year') return String(year - back);
    const step = kind === 'quarter' ? 3 : 1;
    const at = year * 12 + (month - 1) - back * step;
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
    return kind === 'quarter' ? `${y}Q${Math.ceil(m / 3)}` : `${y}${two(m)}`;
  });
}

export const rounded = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** Per cent with two decimals; null when there is nothing to divide by. */
export function rateOf(numerator: number, denominator: number, factor = 1): number | null {
  return denominator === 0 ? null : rounded((Math.max(0, numerator) / denominator) * factor * 100);
}

export interface Scoring {
  maxPoints: number | null;
  fullAt: number | null;
  proportionalBelow: 'stated' | 'convention' | 'none';
}

export function pointsOf(rate: number | null, { maxPoints, fullAt }: Scoring): number | null {
  if (rate === null || maxPoints === null) return null;
  const threshold = fullAt ?? 100;
  return rate >= threshold ? maxPoints : rounded((rate * maxPoints) / threshold);
}

export function pointRuleOf({ maxPoints, proportionalBelow }: Scoring): IndexRow['pointRule'] {
  if (maxPoints === null) return null;
  return proportionalBelow === 'none' ? 'derived' : proportionalBelow;
}

interface GroupHead {
  group: string;
  title: IndexGroup['title'];
  maxPoints: number;
}

/** Points of each group; what cannot be judged is kept apart from what was lost. */
export function groupsOf(heads: readonly GroupHead[], rows: readonly IndexRow[]): IndexGroup[] {
  return heads.map((head) => {
    const own = rows.filter(({ group, maxPoints }) => group === head.group && maxPoints !== null);
    return {
      ...head,
      points: rounded(own.reduce((sum, { points }) => sum + (points ?? 0), 0)),
      unknownPoints: rounded(
        own.reduce((sum, { points, maxPoints }) => sum + (points === null ? (maxPoints ?? 0) : 0), 0),
      ),
    };
  });
}

export function totalsOf(groups: readonly IndexGroup[], rows: readonly IndexRow[]) {
  const sum = (of: (group: IndexGroup) => number) => rounded(groups.reduce((all, one) => all + of(one), 0));
  return {
    points: sum(({ points }) => points),
    maxPoints: sum(({ maxPoints }) => maxPoints),
    unknownPoints: sum(({ unknownPoints }) => unknownPoints),
    unknownRows: rows.filter(({ maxPoints, points }) => maxPoints !== null && points === null).length,
  };
}
