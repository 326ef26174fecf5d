import 'server-only';
import { countedFacts } from '../facts/commands';
import type { Fact } from '../figures/define';
import { percentOf } from '../figures/rules';
import { definitionOf } from '../measures/catalogue';
import { publishedValues } from '../measures/catalogue/published';
import type { ObservationRow, PointRow, Reference } from '../reference/queries';

export interface Moment {
  readonly today: string;
  readonly knownAt: Date;
  /** Count dossiers and registers too: dear, and no row of the board needs it. */
  readonly own: boolean;
}

/** Dated values beside the reports, per measure, oldest first. */
export type Facts = ReadonlyMap<string, readonly Fact[]>;

export async function readFacts(reference: Reference, moment: Moment): Promise<Facts> {
  const own = moment.own ? await readOwn(moment.today) : [];
  const all = [...publishedFacts(reference, moment.today), ...entriesOf(reference, moment), ...own];
  all.sort(([, a], [, b]) => (a.asOf < b.asOf ? -1 : 1));
  const byMeasure = Map.groupBy(all, ([measure]) => measure);
  return new Map([...byMeasure].map(([measure, list]) => [measure, list.map(([, fact]) => fact)]));
}

type Told = readonly [measure: string, fact: Fact];

/** Of each day the owner's last word; a correction is a later entry of the same day. */
function entriesOf({ entries }: Reference, { today, knownAt }: Moment): Told[] {
  const last = new Map(
    entries
      .filter(({ asOf, recordedAt }) => asOf <= today && recordedAt <= knownAt)
      .map((entry) => [`${entry.indicatorId} ${entry.asOf}`, entry]),
  );
  return [...last.values()].map(
    ({ indicatorId, value, numerator, denominator, asOf, done }): Told => [
      indicatorId,
      { provenance: 'entry', value, numerator, denominator, asOf, source: null, sample: false, done },
    ],
  );
}

/** What the portal's own dossiers and registers say on the day. */
async function readOwn(today: string): Promise<Told[]> {
  const found = await countedFacts(today);
  return Object.entries(found).flatMap(([indicator, fact]): Told[] => {
    if (fact === null || fact === undefined) return [];
    const { numerator, denominator, asOf, sample } = fact;
    const value = percentOf({ value: null, numerator, denominator });
    const parts = { value, numerator, denominator, asOf, sample };
    return [[indicator, { provenance: 'dossiers', ...parts, source: null, done: [] }]];
  });
}

function publishedFacts({ observations, points }: Reference, today: string): Told[] {
  return Object.entries(publishedValues).flatMap(([measure, ids]) => {
    const isShare = definitionOf(measure)?.unit === 'percent';
    const whole = observations.filter(({ id }) => ids.includes(id)).map((row) => wholeFact(row, isShare));
    const parts = points.filter(({ observationId }) => ids.includes(observationId)).map(pointFact);
    return [...whole, ...parts]
      .filter(({ value, asOf }) => value !== null && asOf <= today)
      .map((fact): Told => [measure, fact]);
  });
}

function published(row: Pick<ObservationRow, 'asOf' | 'sourceRef' | 'confidence'>) {
  const { asOf, sourceRef, confidence } = row;
  const source = { ref: sourceRef, confidence };
  return { provenance: 'published' as const, asOf, source, sample: false, done: [] };
}

/** Of a share the parts are counted anew; a percentage without parts is taken as it was printed. */
function wholeFact(row: ObservationRow, isShare: boolean): Fact {
  const { numerator, denominator } = row;
  const printed = row.unit === 'percent' ? row.value : null;
  const value = isShare ? percentOf({ value: printed, numerator, denominator }) : row.value;
  return { ...published(row), value, numerator, denominator };
}

function pointFact(row: PointRow): Fact {
  const { value: numerator, denominator } = row;
  const value = denominator === null ? null : percentOf({ value: null, numerator, denominator });
  return { ...published(row), value, numerator, denominator };
}
