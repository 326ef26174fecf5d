import { type Bench, defineRow, type Sample } from '../define';
import { timeOf } from '../samples';

/** Arrivals a second: a fixed pace, so that a slow answer can't slow down the asking. */
const pace = 20;
const crowd = 8;

export const row = defineRow({
  id: 'board',
  what: 'The board of indicators, signed in, drawn for every request',
  at: '13,650 facilities, 96 months',
  targets: {
    page: { of: 'ratio', unit: '×', atMost: 1.5 },
    crowd: { of: 'ratio', unit: '×', atMost: 1.5 },
  },
  async measure(bench) {
    const paced = await sides(bench, { rate: pace });
    const crowded = await sides(bench, { clients: crowd });
    const at = `${pace} a second`;
    return {
      page: {
        subject: timeOf(paced.subject, 95, `/indicators, ${at}`),
        yardstick: timeOf(paced.yardstick, 95, `the bare page, ${at}`),
        note: '',
      },
      crowd: {
        subject: timeOf(crowded.subject, 95, `/indicators, ${crowd} clients at once`),
        yardstick: timeOf(crowded.yardstick, 95, `the bare page, ${crowd} clients at once`),
        note: '',
      },
    };
  },
});

async function sides(bench: Bench, how: { rate?: number; clients?: number }) {
  const [{ webs }, bare, cookie] = await Promise.all([
    bench.portal(),
    bench.barePage(),
    bench.signIn('leadership'),
  ]);
  const board = { url: `${webs[0]?.url}/indicators`, headers: { cookie }, expect: '<table' };
  const page = { url: bare.url, expect: 'The database says' };
  return bench.alternate({
    subject: ({ seconds }): Promise<Sample> => bench.load({ name: 'board', request: board, ...how, seconds }),
    yardstick: ({ seconds }): Promise<Sample> =>
      bench.load({ name: 'bare page', request: page, ...how, seconds }),
  });
}
