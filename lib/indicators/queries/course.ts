import 'server-only';
import type { Totals } from '../cube/define';
import { formOf, lockedMonths } from '../cube/rules';
import type { Fact } from '../figures/define';
import { type Point, statusRule } from '../figures/rules';
import { measureOf } from '../measures/catalogue';
import type { Measure } from '../measures/define';
import { endOf, lastEndingBy, monthOf, monthsIn, periodIn } from '../periods/rules';
import type { Dimension } from '../registry/define';
import type { TrendPoint } from '../schema';
import type { Context } from './context';

/** Whose figure: the nation's, or one group's of a dimension. */
export type Group = { readonly dimension: Dimension; readonly at: number } | null;

/** What the locked reports say of a period. */
export interface Reported {
  readonly period: string;
  readonly totals: Totals;
  /** null: fewer answered than the rule asks for. */
  readonly value: number | null;
}

export interface Course {
  readonly measure: Measure | undefined;
  /** Periods with a lock up to the one looked at, oldest first. */
  readonly reported: readonly Reported[];
  /** The period the figure stands for. */
  readonly current: Reported | null;
}

/** The group of the context's own place; the nation's when it looks at the nation. */
export function groupOf({ place, world, reading }: Context): Group {
  return place === null ? null : { dimension: world, at: reading.registry.keys[world].indexOf(place.id) };
}

interface At {
  readonly month: number;
  readonly group: Group;
  /** Only inside another group. */
  readonly within?: Group;
  /** As known after this lock; absent: as the context knows. */
  readonly sequence?: number;
}

export function reportedIn(context: Context, measure: Measure, { group, within, ...at }: At): Reported {
  const sums = context.reading.totals(measure, {
    ...at,
    dimension: group?.dimension ?? context.world,
    ...(within == null ? {} : { within }),
  });
  const totals = group === null ? sums.all : (sums.groups[group.at] ?? sums.all);
  return { period: periodIn(measure.frequency, at.month), totals, value: shareOf(measure, totals) };
}

const isCovered = ({ answered, members }: Totals): boolean =>
  members > 0 && answered * 100 >= members * statusRule.coverage;

function shareOf({ kind }: Measure, totals: Totals): number | null {
  if (!isCovered(totals)) return null;
  if (kind === 'sum') return totals.numerator;
  const { numerator, denominator } = totals;
  return denominator === 0 ? null : (numerator / denominator) * 100;
}

/** What a measure did over the periods up to the one looked at. */
export function courseOf(context: Context, id: string, group: Group): Course {
  const measure = measureOf(id);
  if (measure === undefined || context.period === null) return { measure, reported: [], current: null };
  const { cube, known } = context.reading;
  const last = monthOf(lastEndingBy(measure.frequency, endOf(context.period)));
  const months = lockedMonths(cube, formOf(cube, measure)?.id ?? '', known.sequence);
  const reported = months
    .filter((month) => month <= last)
    .map((month) => reportedIn(context, measure, { month, group }));
  const wanted =
    reported.find(({ period }) => monthOf(period) === last) ??
    reportedIn(context, measure, { month: last, group });
  const answered = reported.findLast(({ value }) => value !== null);
  const current = context.chosen || wanted.value !== null ? wanted : (answered ?? wanted);
  return { measure, reported: reported.filter(({ period }) => period <= current.period), current };
}

/** Values of the closed periods of the rule's window that enough members answered anew. */
export function pointsOf({ measure, reported, current }: Course, today: string): Point[] {
  if (measure === undefined || current === null) return [];
  const from = monthOf(current.period) - statusRule.window[measure.frequency] * monthsIn[measure.frequency];
  return reported.flatMap(({ period, value, totals }) => {
    const month = monthOf(period);
    const isClosed = endOf(period) < today;
    return value !== null && !isProvisional(totals) && isClosed && month > from ? [{ month, value }] : [];
  });
}

const isProvisional = ({ fresh, members }: Totals): boolean => fresh * 100 < members * statusRule.coverage;

export function trendOf({ reported }: Course, facts: readonly Fact[]): TrendPoint[] {
  const locked = reported.map(
    (one): TrendPoint => ({
      period: one.period,
      endsOn: endOf(one.period),
      ...partsOf(one),
      provisional: isProvisional(one.totals),
      source: 'reports',
    }),
  );
  const told = facts.map(
    ({ asOf, value, numerator, denominator, provenance }): TrendPoint => ({
      period: asOf.slice(0, 7).replace('-', ''),
      endsOn: asOf,
      value,
      numerator,
      denominator,
      proven: null,
      provisional: false,
      source: provenance,
    }),
  );
  return [...told, ...locked].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
}

/** Parts of a figure; without a value there are none, so that nobody divides what too few have answered. */
export function partsOf({ value, totals }: Reported) {
  if (value === null) return { value, numerator: null, denominator: null, proven: null };
  const { numerator, denominator, proven } = totals;
  return { value, numerator, denominator: denominator === 0 ? null : denominator, proven };
}
