import type { View } from '@/components/indicators/view';
import { BoardInput, MeasureId } from '@/lib/indicators/schema';
import { civilDateOf } from '@/lib/procedures/fields/rules';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export interface Asked {
  view: View;
  input: BoardInput;
  /** Conditions that could not be read; they do not hold, and the page says so. */
  refused: readonly (keyof View)[];
  raw: Readonly<Record<string, string | undefined>>;
}

/** The view of an address; a condition that cannot be read is left out and named. */
export async function askedOf(params: SearchParams): Promise<Asked> {
  const raw = firstOf(await params);
  const given: Record<string, string | undefined> = { ...raw, asOf: raw.asOf && civilDateOf(raw.asOf) };
  const view: Record<string, string> = {};
  const refused: (keyof View)[] = [];
  for (const name of ['asOf', 'period', 'place', 'world', 'measure'] as const) {
    const value = given[name];
    if (value === undefined || value === '') continue;
    const schema = name === 'measure' ? MeasureId : BoardInput.shape[name];
    if (schema.safeParse(value).success) view[name] = value;
    else refused.push(name);
  }
  const { world, ...others } = view;
  const own = view.place === undefined ? world : worldOf(view.place);
  if (world !== undefined && own !== world) refused.push('world');
  const held = own === undefined || own === '34' ? others : { ...others, world: own };
  return { view: held, input: BoardInput.parse(held), refused, raw };
}

/** A place is of one world; another one asked beside it cannot hold. */
const worldOf = (place: string): string => place.slice(1, 3);

/** The first value of each parameter; a repeated one says nothing more. */
function firstOf(params: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
