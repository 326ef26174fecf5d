import { type Bench, type Call, defineRow, type Figure, type Sample } from '../define';
import { detailOf, pooled } from '../samples';

const viewers = 500;
const crowds = 3;

export const row = defineRow({
  id: 'viewers',
  what: `${viewers} viewers open one board at once, one web process`,
  at: '13,650 facilities, 96 months',
  targets: {
    staff: { of: 'subject', unit: 's', atMost: 3 },
    public: { of: 'subject', unit: 's', atMost: 3 },
  },
  async measure(bench) {
    const [{ webs }, bare] = await Promise.all([bench.portal(), bench.barePage()]);
    const sessions: string[] = [];
    for (let n = 0; n < viewers; n++) sessions.push(await bench.signIn('leadership'));
    const staff = await crowd(bench, 'the staff board', (n) => ({
      url: `${webs[0]?.url}/indicators`,
      headers: { cookie: sessions[n % viewers] ?? '' },
      expect: '<table',
    }));
    const open = await crowd(bench, 'the public board', () => ({
      url: `${webs[0]?.url}/progress`,
      expect: '<table',
    }));
    const page = await crowd(bench, 'the bare page', () => ({ url: bare.url, expect: 'The database says' }));
    return {
      staff: {
        subject: slowest(staff, '/indicators, each viewer in a session of their own'),
        yardstick: slowest(page, 'the bare page'),
        note: 'From the first call to the last byte of the last page: the figures are in it. Scripts come later from the cache and are not counted.',
      },
      public: {
        subject: slowest(open, '/progress'),
        yardstick: slowest(page, 'the bare page'),
        note: '',
      },
    };
  },
});

/** All at once, each on a connection of its own; several times, and the slowest viewer of all counts. */
async function crowd(bench: Bench, name: string, request: (n: number) => Call): Promise<Sample> {
  await bench.load({ name: `${name}, warming up`, clients: 8, seconds: 3, request });
  const load = () => bench.load({ name, clients: viewers, times: viewers, request });
  const taken: Sample[] = [];
  for (let n = 0; n < (bench.quick ? 1 : crowds); n++) taken.push(await load());
  return pooled(taken);
}

const slowest = (sample: Sample, what: string): Figure => ({
  value: Math.max(...sample.times) / 1000,
  unit: 's',
  what: `slowest of ${viewers} at once, ${what}`,
  detail: detailOf(sample),
});
