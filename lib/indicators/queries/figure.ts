import 'server-only';
import type { Totals } from '../cube/define';
import { formOf, lockedMonths } from '../cube/rules';
import type { Fact } from '../figures/define';
import { gapOf, isReached, type Point, percentOf, statusRule, verdictOf } from '../figures/rules';
import { measureOf } from '../measures/catalogue';
import type { Definition, Measure } from '../measures/define';
import { endOf, lastEndingBy, monthOf, monthsIn, periodIn } from '../periods/rules';
import type { Dimension } from '../registry/define';
import type { Figure, TrendPoint } from '../schema';
import type { Context } from './context';
import { type TargetRow, targetView } from './target';

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

export function reportedIn(
  context: Context,
  measure: Measure,
  at: { month: number; group: Group; sequence?: number },
): Reported {
  const { group, month } = at;
  const sums = context.reading.totals(measure, {
    month,
    dimension: group?.dimension ?? context.world,
    ...(at.sequence === undefined ? {} : { sequence: at.sequence }),
  });
  const totals = group === null ? sums.all : (sums.groups[group.at] ?? sums.all);
  return { period: periodIn(measure.frequency, month), totals, value: valueOf(measure, totals) };
}

export const isCovered = ({ answered, members }: Totals): boolean =>
  members > 0 && answered * 100 >= members * statusRule.coverage;

function valueOf({ kind }: Measure, totals: Totals): number | null {
  if (!isCovered(totals)) return null;
  if (kind === 'sum') return totals.numerator;
  const { numerator, denominator } = totals;
  return denominator === 0 ? null : (numerator / denominator) * 100;
}

/** What a measure did over the periods up to the one looked at. */
export function courseOf(context: Context, id: string, group: Group): Course {
  const measure = measureOf(id);
  if (measure === undefined || context.period === null) return { measure, reported: [], current: null };
  const last = monthOf(lastEndingBy(measure.frequency, endOf(context.period)));
  const form = formOf(context.reading.cube, measure)?.id ?? '';
  const months = lockedMonths(context.reading.cube, form, context.reading.known.sequence).filter(
    (month) => month <= last,
  );
  const reported = months.map((month) => reportedIn(context, measure, { month, group }));
  const atPeriod =
    reported.at(-1)?.period === periodIn(measure.frequency, last)
      ? (reported.at(-1) ?? null)
      : reportedIn(context, measure, { month: last, group });
  const sufficient = reported.findLast(({ value }) => value !== null) ?? null;
  const open = !context.chosen && atPeriod?.value === null;
  return { measure, reported, current: open ? (sufficient ?? atPeriod) : atPeriod };
}

/** Values of the closed periods of the rule's window that enough members answered anew. */
function pointsOf({ measure, reported, current }: Course, today: string): Point[] {
  if (measure === undefined || current === null) return [];
  const to = monthOf(current.period);
  const from = to - statusRule.window[measure.frequency] * monthsIn[measure.frequency];
  return reported.flatMap(({ period, value, totals }) => {
    const month = monthOf(period);
    const counts =
      value !== null && !isProvisional(totals) && month > from && month <= to && endOf(period) < today;
    return counts ? [{ month, value }] : [];
  });
}

const isProvisional = ({ fresh, members }: Totals): boolean => fresh * 100 < members * statusRule.coverage;

export function trendOf(course: Course, facts: readonly Fact[]): TrendPoint[] {
  const { current } = course;
  const reported = course.reported
    .filter(({ period }) => current === null || period <= current.period)
    .map(
      (one): TrendPoint => ({ ...partsOf(one), ...trendDates(one), provisional: isProvisional(one.totals) }),
    );
  const told = facts.map(
    (fact): TrendPoint => ({
      period: fact.asOf.slice(0, 7).replace('-', ''),
      endsOn: fact.asOf,
      value: fact.value,
      numerator: fact.numerator,
      denominator: fact.denominator,
      proven: null,
      provisional: false,
      source: fact.provenance,
    }),
  );
  return [...told, ...reported].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
}

const trendDates = ({ period }: Reported) => ({ period, endsOn: endOf(period), source: 'reports' as const });

/** Parts of a figure; without a value there are none, so that nobody divides what too few have answered. */
function partsOf({ value, totals }: Reported) {
  if (value === null) return { value, numerator: null, denominator: null, proven: null };
  const { numerator, denominator, proven } = totals;
  return { value, numerator, denominator: denominator === 0 ? null : denominator, proven };
}

/** Facts stand for the nation; a province has only what its facilities reported. */
export function factsFor({ facts }: Context, id: string, group: Group): readonly Fact[] {
  return group === null ? (facts.get(id) ?? []) : [];
}

/** What was known for the deadline: the last period that ends by it, else the last dated value by it. */
export function atDeadlineOf(course: Course, facts: readonly Fact[], target: TargetRow | null) {
  const deadline = target?.deadline ?? null;
  if (deadline === null) return null;
  const report = course.reported.findLast(({ period, value }) => value !== null && endOf(period) <= deadline);
  if (report !== undefined) return { period: report.period, fact: null, ...partsOf(report) };
  const fact = latest(facts, deadline);
  return fact === null ? null : { period: null, fact, ...fact };
}

/** Best provenance first; of one provenance the latest. */
function latest(facts: readonly Fact[], by: string): Fact | null {
  const until = facts.filter(({ asOf, value }) => asOf <= by && value !== null);
  for (const provenance of ['dossiers', 'entry', 'published'] as const) {
    const found = until.findLast((fact) => fact.provenance === provenance);
    if (found !== undefined) return found;
  }
  return null;
}

export interface Drawn {
  readonly figure: Figure;
  readonly course: Course;
  readonly facts: readonly Fact[];
  readonly target: TargetRow | null;
}

/** One figure with everything that must stand beside it. */
export function drawFigure(context: Context, definition: Definition, group: Group): Drawn {
  const { id } = definition;
  const course = courseOf(context, id, group);
  const facts = factsFor(context, id, group);
  const target = targetView.rowOf(context, id);
  const { current, measure } = course;
  const reports = current !== null && current.value !== null ? current : null;
  const fact = reports === null ? latest(facts, context.today) : null;
  const value = reports?.value ?? fact?.value ?? null;
  const valueOn = reports === null ? (fact?.asOf ?? null) : endOf(reports.period);
  const verdict = verdictOf({
    value,
    valueOn,
    target: target?.value ?? null,
    deadline: target?.deadline ?? null,
    successorDeadline: target?.successor?.deadline ?? null,
    today: context.today,
    points: reports === null ? [] : pointsOf(course, context.today),
    atDeadline: atDeadlineOf(course, facts, target)?.value ?? null,
  });
  const parts = reports === null ? { ...noParts, ...pick(fact), value } : { ...partsOf(reports) };
  const asked = measure?.kind === 'share' && measure.proof !== undefined;
  const figure: Figure = {
    measure: id,
    title: definition.title,
    unit: definition.unit,
    place: placeOf(context, group),
    period: reports?.period ?? null,
    asOf: valueOn,
    ...parts,
    proven: asked && reports !== null ? parts.proven : null,
    ...coverageOf(fact === null ? current : null),
    target: target === null ? null : targetView.of(target),
    ...verdict,
    gap: missing(definition, { ...parts, target: target?.value ?? null }),
    provenance: reports === null ? (fact?.provenance ?? 'none') : 'reports',
    source: fact?.source ?? null,
    sample: reports === null ? (fact?.sample ?? false) : reports.totals.sample > 0,
    sequence: context.reading.known.sequence,
  };
  return { figure, course, facts, target };
}

const noParts = { numerator: null, denominator: null, proven: null };
const pick = (fact: Fact | null) => ({
  numerator: fact?.numerator ?? null,
  denominator: fact?.denominator ?? null,
});

const coverageOf = (reported: Reported | null) => ({
  members: reported?.totals.members ?? null,
  answered: reported?.totals.answered ?? null,
  fresh: reported?.totals.fresh ?? null,
  carried: reported?.totals.carried ?? null,
});

interface Missing {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
}

/** A share lacks members, a count lacks things. */
function missing({ unit }: Definition, parts: Missing): number | null {
  if (unit === 'percent' || unit === 'milestone') return gapOf(parts);
  const { value, target } = parts;
  if (unit === 'boolean' || value === null || target === null || isReached(value, target)) return null;
  return Math.ceil(target - value);
}

function placeOf(context: Context, group: Group): Figure['place'] {
  if (group === null || (group.dimension !== '34' && group.dimension !== '63')) return null;
  const place = context.reading.registry.places[group.dimension][group.at];
  return place === undefined ? null : { id: place.id, name: place.name };
}

export { percentOf };
