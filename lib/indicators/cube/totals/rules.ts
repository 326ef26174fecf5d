/** Adds the answers of the members up: for the nation and for every group of a dimension, in one pass. */
import type { Measure } from '../../measures/define';
import { endOf, periodIn } from '../../periods/rules';
import type { Dimension } from '../../registry/define';
import type { Registry } from '../../registry/rules';
import type { Known, ProofRow, Totals } from '../define';
import { answersAt, type Cube } from '../rules';

export interface Summed {
  readonly all: Totals;
  readonly groups: readonly Totals[];
}

export interface Sources {
  readonly cube: Cube;
  readonly registry: Registry;
  readonly proofs: readonly ProofRow[];
  readonly known: Known;
}

const none = (): Totals => ({
  members: 0,
  answered: 0,
  fresh: 0,
  carried: 0,
  numerator: 0,
  denominator: 0,
  proven: 0,
  sample: 0,
});

export interface By {
  readonly month: number;
  readonly dimension: Dimension;
  /** Only the members of one group of another dimension. */
  readonly within?: { readonly dimension: Dimension; readonly at: number };
}

export function totalsOf(sources: Sources, measure: Measure, by: By): Summed {
  const { registry } = sources;
  const end = endOf(periodIn(measure.frequency, by.month));
  const snapshot = registry.at(end);
  const groupOf = snapshot.groups[by.dimension];
  const members = snapshot.members.get(measure.members.id) ?? new Uint8Array();
  const all = none();
  const groups = registry.keys[by.dimension].map(none);
  const only =
    by.within === undefined ? null : { ...by.within, column: snapshot.groups[by.within.dimension] };
  const add = adderOf(sources, measure, { month: by.month, end });
  for (let facility = 0; facility < members.length; facility += 1) {
    if (members[facility] !== 1 || (only !== null && only.column[facility] !== only.at)) continue;
    add(all, facility);
    const group = groups[groupOf[facility] ?? -1];
    if (group !== undefined) add(group, facility);
  }
  return { all, groups };
}

function adderOf(sources: Sources, measure: Measure, { month, end }: { month: number; end: string }) {
  const { cube, known } = sources;
  const values = cube.values.get(measure.id);
  const answers = answersAt(cube, measure, { month, sequence: known.sequence });
  const proven = provenBy(sources, measure, end);
  return (into: Totals, facility: number) => {
    into.members += 1;
    const lock = answers[facility] ?? 0;
    if (lock === 0 || values === undefined) return;
    const counted = values.numerator.get(lock);
    into.answered += 1;
    into.sample += cube.sample.get(lock);
    if (cube.month.get(lock) === month) into.fresh += 1;
    else into.carried += 1;
    into.numerator += counted;
    into.denominator += values.denominator === null ? 1 : values.denominator.get(lock);
    if (counted > 0 && proven.has(facility)) into.proven += 1;
  };
}

/** Facilities whose claim has an accepted written proof, given for the period or one before it and decided by then. */
export function provenBy(
  { proofs, known }: Pick<Sources, 'proofs' | 'known'>,
  measure: Measure,
  end: string,
): Set<number> {
  if (measure.kind !== 'share' || measure.proof === undefined) return new Set();
  const { proof } = measure;
  return new Set(
    proofs
      .filter(
        ({ element, decidedAt, periodId }) =>
          element === proof && decidedAt <= known.at && endOf(periodId) <= end,
      )
      .map(({ facility }) => facility),
  );
}
