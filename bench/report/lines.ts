import type { BenchRow, Figure, Measured, Target } from '../define';
import { verdictOf } from '../samples';

/** One line of `latest.json`: one target of one row. */
export interface Line {
  row: string;
  what: string;
  at: string;
  subject: Figure | null;
  yardstick: Figure | null;
  ratio: number | null;
  target: Target;
  met: boolean;
  /** Share of the bound that was used: above 1 is missed, and by how much. Null when nothing was measured. */
  used: number | null;
  note: string;
  /** How busy the machine was with other things: the worst round, and how many rounds were above half a processor. */
  foreign: { worst: number | null; disturbed: number; rounds: number; loadAverage: number };
}

type Conditions = readonly { loadAverage: number; foreign: number | null }[];

/** More than this many processors busy with something else disturb a round. */
const tolerated = 0.5;

const foreignOf = (rounds: Conditions): Line['foreign'] => ({
  worst: rounds.reduce<number | null>(
    (most, { foreign }) => (foreign === null ? most : Math.max(most ?? 0, foreign)),
    null,
  ),
  disturbed: rounds.filter(({ foreign }) => (foreign ?? 0) > tolerated).length,
  rounds: rounds.length,
  loadAverage: rounds[0]?.loadAverage ?? 0,
});

export function linesOf(
  row: BenchRow,
  measured: Readonly<Record<string, Measured>>,
  conditions: Conditions,
): Line[] {
  return Object.entries(row.targets).map(([name, target]) => {
    const found = measured[name];
    if (found === undefined) return missing(row, name, 'the row gave no figure for this target');
    const { subject, yardstick, note } = found;
    const { ratio, met, used } = verdictOf(target, subject, yardstick);
    const errors = subject.detail?.errors ?? 0;
    const failed = errors > 0 ? `${errors} of ${errors + (subject.detail?.requests ?? 0)} failed. ` : '';
    const told = { row: idOf(row, name), what: row.what, at: row.at, subject, yardstick, ratio, target };
    return {
      ...told,
      met: met && errors === 0,
      used: Number.isNaN(used) ? null : used,
      note: `${failed}${note}`,
      foreign: foreignOf(conditions),
    };
  });
}

/** A row that could not be measured is missed in every target and says why. */
export function missedLines(row: BenchRow, why: string): Line[] {
  return Object.keys(row.targets).map((name) => missing(row, name, `could not be measured: ${why}`));
}

function missing(row: BenchRow, name: string, note: string): Line {
  return {
    row: idOf(row, name),
    what: row.what,
    at: row.at,
    subject: null,
    yardstick: null,
    ratio: null,
    target: row.targets[name] ?? { of: 'subject', unit: 'count', atMost: 0 },
    met: false,
    used: null,
    note,
    foreign: foreignOf([]),
  };
}

const idOf = (row: BenchRow, name: string) => `${row.id}.${name}`;
