import { packLocks } from '@/lib/indicators/cube/blocks/commands';
import { cubeReader } from '@/lib/indicators/cube/queries';
import { lockedMonths } from '@/lib/indicators/cube/rules';
import { measures } from '@/lib/indicators/measures/catalogue';
import { partsOf } from '@/lib/indicators/measures/rules';
import { boardMeasures } from '@/lib/indicators/queries/board';
import { type Bench, defineRow, type Figure, type Unit, type Weight } from '../define';

/** What a web process does after its start, before its first board; all others follow while it answers. */
export const row = defineRow({
  id: 'cube-load',
  what: 'The figures of the board from nothing, as a web process loads them when it starts',
  at: '13,650 facilities, 96 months',
  targets: {
    board: { of: 'subject', unit: 's', atMost: 10 },
    all: { of: 'subject', unit: 's', atMost: 60 },
    memory: { of: 'subject', unit: 'MB', atMost: 400 },
  },
  async measure(bench) {
    const packing = await bench.weigh(() => packLocks(bench.log));
    const bytes = await bench.weigh(() => readBytes(bench));
    const board = await bench.weigh(() => load(boardMeasures));
    const all = await bench.weigh(() => load(measures.map(({ id }) => id)));
    return {
      board: {
        subject: secondsOf(board, `${board.result} sums of ${boardMeasures.length} measures`),
        yardstick: secondsOf(bytes, 'the same columns read with one statement'),
        note: `Blocks of locks not packed before were packed first, in ${(packing.weight.milliseconds / 1000).toFixed(1)} s; they stay packed.`,
      },
      all: {
        subject: secondsOf(all, `${all.result} sums of all ${measures.length} measures`),
        yardstick: null,
        note: 'A process takes them in one by one after the board, while it answers.',
      },
      memory: {
        subject: figure(all.weight.rssPeak - all.weight.rssBefore, 'MB', 'more than before, all measures'),
        yardstick: null,
        note: '',
      },
    };
  },
});

/** A cube of its own: nothing of it was there before. */
async function load(ids: readonly string[]): Promise<number> {
  const wanted = measures.filter(({ id }) => ids.includes(id));
  const { cube, known, totals } = await cubeReader().read(undefined, wanted);
  let sums = 0;
  for (const measure of wanted)
    for (const month of lockedMonths(cube, `hospital-${measure.frequency}`, known.sequence)) {
      totals(measure, { month, dimension: '34' });
      sums += 1;
    }
  return sums;
}

async function readBytes({ sql }: Bench): Promise<number> {
  const parts = measures.filter(({ id }) => boardMeasures.some((one) => one === id)).flatMap(partsOf);
  const names = ['facility', 'month', 'locked at', 'sample', 'form hospital-month', ...parts];
  const rows = await sql<{ bytes: Buffer }[]>`
    select bytes from report_lock_columns where name in ${sql([...new Set(names)])}`;
  return rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

const figure = (value: number, unit: Unit, what: string): Figure => ({ value, unit, what });

const secondsOf = ({ weight }: { weight: Weight }, what: string): Figure =>
  figure(weight.milliseconds / 1000, 's', what);
