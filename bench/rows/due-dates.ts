import { database, transaction } from '@/db/client';
import { findMovedOfAll, moveDueDates } from '@/lib/calendar/commands/recompute';
import { dateOf, dayNumberAt, weekdayOf } from '@/lib/kernel/calendar';
import { type Bench, defineRow, type Figure, type Weight } from '../define';

/** A day declared off beforehand, so that there is something to move; and made an ordinary day again afterwards. */
export const row = defineRow({
  id: 'due-dates',
  what: 'Due dates of all dossiers recomputed from their ledgers after the calendar changed',
  at: '1,000,000 dossiers',
  targets: {
    time: { of: 'subject', unit: 's', atMost: 60 },
    memory: { of: 'subject', unit: 'MB', atMost: 150 },
  },
  async measure(bench) {
    const day = nextWeekday(new Date());
    await declare(bench, day, 'off');
    const there = await bench.weigh(() => recompute(bench));
    await declare(bench, day, 'working');
    const back = await bench.weigh(() => recompute(bench));
    const [slower] = [there, back].sort((a, b) => b.weight.milliseconds - a.weight.milliseconds);
    if (slower === undefined) throw new Error('nothing was recomputed');
    const note = `${slower.result.read} dossiers judged, ${there.result.moved} due dates moved and ${back.result.moved} moved back; the slower of the two.`;
    const growth = slower.weight.rssPeak - slower.weight.rssBefore;
    return {
      time: { subject: secondsOf(slower), yardstick: null, note },
      memory: {
        subject: { value: growth, unit: 'MB', what: 'memory more than before, at the worst moment' },
        yardstick: null,
        note: '',
      },
    };
  },
});

/** What the job does, over every dossier ever received: the due date from the ledger, written where it differs. */
async function recompute({ log }: Bench): Promise<{ read: number; moved: number }> {
  const sum = { read: 0, moved: 0 };
  for await (const { read, moved } of findMovedOfAll(database())) {
    await transaction((tx) => moveDueDates(tx, moved));
    sum.read += read;
    sum.moved += moved.length;
    if (sum.read % 100_000 < read) log(`${sum.read} dossiers, ${sum.moved} moved`);
  }
  return sum;
}

function secondsOf({ weight, result }: { weight: Weight; result: { read: number } }): Figure {
  const seconds = weight.milliseconds / 1_000;
  return {
    value: seconds,
    unit: 's',
    what: 'one pass over all dossiers',
    detail: {
      rate: result.read / seconds,
      ...(weight.cpuApp === null ? {} : { cpuApp: weight.cpuApp / result.read }),
      ...(weight.cpuDb === null ? {} : { cpuDb: weight.cpuDb / result.read }),
    },
  };
}

function nextWeekday(from: Date): string {
  let day = dayNumberAt(from) + 3;
  while (weekdayOf(day) > 4) day += 1;
  return dateOf(day);
}

async function declare({ sql }: Bench, date: string, kind: 'off' | 'working'): Promise<void> {
  await sql`
    insert into calendar_days (date, kind, name_vi, name_en, status, source_ref, confidence, recorded_at, recorded_by)
    values (${date}, ${kind}, 'Ngày thử của phép đo', 'Trial day of the bench', 'official', 'bench', 'demo', now(), 'bench')`;
}
