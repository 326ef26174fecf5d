import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { publicQuery, query } from '@/lib/kernel/query';
import { processCube } from '../cube/queries';
import { definitionOf, measures } from '../measures/catalogue';
import type { Board, BoardInput } from '../schema';
import { openContext } from './context';
import { groupOf, trendOf } from './course';
import { drawFigure } from './figure';

/** Electronic records, cashless payment, the three systems, paperless examination: the board's own order. */
export const boardMeasures = ['T54', 'T55', 'HIS', 'LIS', 'PACS', 'T53'] as const;

export const readBoard = query<BoardInput, Board>({
  action: 'indicator.read',
  run: ({ input }) => boardOf(input),
});

/** The same board for everybody: sums only, nothing of a person. */
export const readPublicBoard = publicQuery<BoardInput, Board>(({ input }) => boardOf(input));

/**
 * Draws the board once, so that its figures are there, then takes in what the other measures answer, one by one, and
 * leaves the process to those who ask for twice as long as each took.
 */
export async function warmBoard(): Promise<void> {
  await boardOf({ world: '34' });
  for (const measure of measures) {
    const began = performance.now();
    await processCube().read(undefined, [measure]);
    await pause(2 * (performance.now() - began));
  }
}

async function boardOf(input: BoardInput): Promise<Board> {
  const context = await openContext(input, { ids: boardMeasures });
  const { reading, place, world } = context;
  const named = ({ id, name }: { id: string; name: Board['places'][number]['name'] }) => ({ id, name });
  const rows = boardMeasures.flatMap((id) => {
    const definition = definitionOf(id);
    if (definition === undefined) return [];
    const { figure, course, facts } = drawFigure(context, definition, groupOf(context));
    return [{ ...figure, trend: trendOf(course, facts) }];
  });
  return {
    asOf: context.today,
    knownAt: context.knownAt,
    sequence: reading.known.sequence,
    period: context.period,
    periods: context.periods,
    place: place && named(place),
    places: reading.registry.places[world].map(named),
    world,
    rows,
  };
}
