import 'server-only';
import { civilDateAt, dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { type CubeReading, processCube } from '../cube/queries';
import { lockedMonths } from '../cube/rules';
import { measureOf } from '../measures/catalogue';
import { periodIn } from '../periods/rules';
import type { PlaceRow, WorldOf } from '../registry/define';
import type { BoardInput } from '../schema';
import { type Facts, readFacts } from './facts';

/** Where the reader stands: the day, what was known then, the place, the period. */
export interface Context {
  readonly reading: CubeReading;
  readonly today: string;
  readonly knownAt: Date;
  readonly world: WorldOf;
  readonly place: PlaceRow | null;
  /** Months with a locked monthly report, oldest first. */
  readonly periods: readonly string[];
  readonly period: string | null;
  /** The reader chose the period; else each figure takes the latest that is sufficiently answered. */
  readonly chosen: boolean;
  readonly facts: Facts;
}

const monthly = 'hospital-month';

interface Need {
  /** Count dossiers and registers too. */
  readonly own?: boolean;
  /** Whose figures will be asked for; all unless said. */
  readonly ids?: readonly string[];
}

export async function openContext(
  { place: id, asOf, period, world }: BoardInput,
  { own = false, ids }: Need = {},
): Promise<Context> {
  const wanted = ids?.flatMap((one) => measureOf(one) ?? []);
  const reading = await processCube().read(asOf, wanted);
  const knownAt = asOf === undefined ? now() : new Date(instantAt(dayNumberOf(asOf) + 1, 0).getTime() - 1);
  const today = civilDateAt(knownAt);
  const months = lockedMonths(reading.cube, monthly, reading.known.sequence);
  const periods = months.map((month) => periodIn('month', month));
  const place = id === undefined ? null : placeNamed(reading, id);
  return {
    reading,
    today,
    knownAt,
    world: place?.world ?? world,
    place,
    periods,
    period: period ?? periods.at(-1) ?? null,
    chosen: period !== undefined,
    facts: await readFacts(reading.reference, { today, knownAt, own }),
  };
}

function placeNamed({ registry }: CubeReading, id: string): PlaceRow {
  const found = [...registry.places['34'], ...registry.places['63']].find((place) => place.id === id);
  if (found === undefined) throw new DomainError('not_found', 'place');
  return found;
}
