import { type Bench, type Call, defineRow } from '../define';
import { costsOf, timeOf } from '../samples';

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
    history: { of: 'ratio', unit: '×', atMost: 1.2 },
  },
  async measure(bench) {
    const crowded = await sides(bench, { clients: crowd });
    const paced = await sides(bench, { rate: pace });
    const aged = await grown(bench);
    const at = `${pace} a second`;
    return {
      page: {
        subject: timeOf(paced.subject, 95, `/indicators, ${at}`),
        yardstick: timeOf(paced.yardstick, 95, `the bare page, ${at}`),
        note: `${costsOf(paced.subject, paced.yardstick)} Session, rights, the figures of this moment, chart and map are in the page.`,
      },
      crowd: {
        subject: timeOf(crowded.subject, 95, `/indicators, ${crowd} clients at once`),
        yardstick: timeOf(crowded.yardstick, 95, `the bare page, ${crowd} clients at once`),
        note: costsOf(crowded.subject, crowded.yardstick),
      },
      history: {
        subject: timeOf(aged.subject, 50, "/progress on the nation's data, one client"),
        yardstick: timeOf(
          aged.yardstick,
          50,
          "/progress on the demonstration's: 1,653 facilities, 12 months, one client",
        ),
        note: 'The same build beside itself: what is slower grows with the months and the facilities.',
      },
    };
  },
});

type How = { rate: number } | { clients: number };

async function sides(bench: Bench, how: How) {
  const [{ webs }, bare, cookie] = await Promise.all([
    bench.portal(),
    bench.barePage(),
    bench.signIn('leadership'),
  ]);
  const board = { url: `${webs[0]?.url}/indicators`, headers: { cookie }, expect: '<table' };
  return against(bench, how, [board, { url: bare.url, expect: 'The database says' }]);
}

/** The same board, open to everybody, on the nation's data and on the demonstration's. */
async function grown(bench: Bench) {
  const [{ webs }, demo] = await Promise.all([bench.portal(), bench.demoPortal()]);
  const boardOf = (url: string | undefined) => ({ url: `${url}/progress`, expect: '<table' });
  return against(bench, { clients: 1 }, [boardOf(webs[0]?.url), boardOf(demo.url)]);
}

function against(bench: Bench, how: How, [board, other]: readonly [Call, Call]) {
  return bench.alternate({
    subject: ({ seconds }) => bench.load({ name: 'board', request: board, ...how, seconds }),
    yardstick: ({ seconds }) => bench.load({ name: 'yardstick', request: other, ...how, seconds }),
  });
}
