import { indicators } from '../../catalogue';
import type { Definition, Measure } from '../define';
import { coverageMeasures } from './coverage';
import { measures } from './measures';

export { coverageMeasures, measures };

/** Everything that has a figure: the 72 indicators, then the coverage measures. */
export const definitions: readonly Definition[] = [...indicators, ...coverageMeasures];

const definitionById = new Map(definitions.map((one) => [one.id, one]));
const measureById = new Map(measures.map((one) => [one.id, one]));

export const definitionOf = (id: string): Definition | undefined => definitionById.get(id);
export const measureOf = (id: string): Measure | undefined => measureById.get(id);
