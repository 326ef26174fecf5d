import 'server-only';
import type { Fact } from '../figures/define';
import { gapOf, isReached, statusRule, verdictOf } from '../figures/rules';
import { definitions } from '../measures/catalogue';
import type { Definition } from '../measures/define';
import { endOf } from '../periods/rules';
import type { Figure } from '../schema';
import type { Context } from './context';
import { type Course, courseOf, type Group, partsOf, pointsOf, type Reported } from './course';
import { type TargetRow, targetOf, targetViewOf } from './target';

export interface Drawn {
  readonly figure: Figure;
  readonly course: Course;
  readonly facts: readonly Fact[];
  readonly target: TargetRow | null;
}

/** One figure with everything that must stand beside it. */
export function drawFigure(context: Context, definition: Definition, group: Group): Drawn {
  const { id, title, unit } = definition;
  const course = courseOf(context, id, group);
  const facts = factsFor(context, definition, group);
  const target = targetOf(context, id);
  const said = saidOf(course, facts, context.today);
  const verdict = verdictOf({
    value: said.value,
    valueOn: said.asOf,
    target: target?.value ?? null,
    deadline: target?.deadline ?? null,
    successorDeadline: target?.successor?.deadline ?? null,
    today: context.today,
    points: said.provenance === 'reports' ? pointsOf(course, context.today) : [],
    atDeadline: atDeadlineOf(course, facts, target)?.value ?? null,
  });
  const figure: Figure = {
    measure: id,
    title,
    unit,
    place: placeOf(context, group),
    ...said,
    target: target && targetViewOf(target),
    ...verdict,
    gap: missingIn(definition, { ...said, target: target?.value ?? null }),
    sequence: context.reading.known.sequence,
  };
  return { figure, course, facts, target };
}

type Said = Pick<
  Figure,
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'proven'
  | 'period'
  | 'asOf'
  | 'members'
  | 'answered'
  | 'fresh'
  | 'carried'
  | 'provenance'
  | 'source'
  | 'sample'
>;

/** The best source there is: locked reports that enough members answered, else a dated value, else none. */
function saidOf({ current, measure }: Course, facts: readonly Fact[], today: string): Said {
  if (current !== null && current.value !== null) {
    const asked = measure?.kind === 'share' && measure.proof !== undefined;
    const { proven, ...parts } = partsOf(current);
    return {
      ...parts,
      proven: asked ? proven : null,
      period: current.period,
      asOf: endOf(current.period),
      ...coverageOf(current),
      provenance: 'reports',
      source: null,
      sample: current.totals.sample > 0,
    };
  }
  const fact = bestOf(facts, today);
  return {
    value: fact?.value ?? null,
    numerator: fact?.numerator ?? null,
    denominator: fact?.denominator ?? null,
    proven: null,
    period: null,
    asOf: fact?.asOf ?? null,
    ...coverageOf(fact === null ? current : null),
    provenance: fact?.provenance ?? 'none',
    source: fact?.source ?? null,
    sample: fact?.sample ?? false,
  };
}

const coverageOf = (reported: Reported | null) => ({
  members: reported?.totals.members ?? null,
  answered: reported?.totals.answered ?? null,
  fresh: reported?.totals.fresh ?? null,
  carried: reported?.totals.carried ?? null,
});

/** Best provenance first; of one provenance the latest. */
function bestOf(facts: readonly Fact[], by: string): Fact | null {
  const until = facts.filter(({ asOf, value }) => asOf <= by && value !== null);
  for (const provenance of ['computed', 'dossiers', 'entry', 'published'] as const) {
    const found = until.findLast((fact) => fact.provenance === provenance);
    if (found !== undefined) return found;
  }
  return null;
}

/** What was known for the deadline once it has passed: the last period that ends by it, else the last dated value. */
export function atDeadlineOf({ reported }: Course, facts: readonly Fact[], target: TargetRow | null) {
  const deadline = target?.deadline ?? null;
  if (deadline === null) return null;
  const report = reported.findLast(({ period, value }) => value !== null && endOf(period) <= deadline);
  if (report !== undefined) return { period: report.period, fact: null, ...partsOf(report) };
  const fact = bestOf(facts, deadline);
  if (fact === null) return null;
  const { value, numerator, denominator } = fact;
  return { period: null, fact, value, numerator, denominator };
}

interface Missing {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly target: number | null;
}

/** A share lacks members, a count lacks things. */
function missingIn({ unit }: Definition, parts: Missing): number | null {
  if (unit === 'percent' || unit === 'milestone') return gapOf(parts);
  const { value, target } = parts;
  if (unit === 'boolean' || value === null || target === null || isReached(value, target)) return null;
  return Math.ceil(target - value);
}

function placeOf({ reading }: Context, group: Group): Figure['place'] {
  if (group === null || (group.dimension !== '34' && group.dimension !== '63')) return null;
  const place = reading.registry.places[group.dimension][group.at];
  return place === undefined ? null : { id: place.id, name: place.name };
}

/**
 * Dated values speak of the nation, and of no period before their day; a province has only what its facilities
 * reported.
 */
function factsFor(context: Context, definition: Definition, group: Group): readonly Fact[] {
  if (group !== null) return [];
  if (definition.sources.includes('computed')) return [achievedOf(context)];
  const { chosen, period, today } = context;
  const until = chosen && period !== null ? endOf(period) : today;
  return (context.facts.get(definition.id) ?? []).filter(({ asOf }) => asOf <= until);
}

/**
 * T70: of the targets with a number, how many are achieved. Too many unknown ones make the whole unknown: what nobody
 * knows is neither achieved nor missed.
 */
function achievedOf(context: Context): Fact {
  const others = definitions
    .filter(({ sources }) => !sources.includes('computed'))
    .filter(({ id }) => (targetOf(context, id)?.value ?? null) !== null)
    .map((definition) => drawFigure(context, definition, null).figure);
  const known = others.filter(({ value }) => value !== null);
  const numerator = others.filter(({ status }) => status === 'achieved').length;
  const denominator = others.length;
  return {
    provenance: 'computed',
    value:
      known.length * 100 < denominator * statusRule.coverage || denominator === 0
        ? null
        : (numerator / denominator) * 100,
    numerator,
    denominator,
    asOf: context.today,
    source: null,
    sample: known.some(({ sample }) => sample),
    done: [],
  };
}
