import { get } from 'node:http';
import { createGunzip } from 'node:zlib';
import { type Bench, defineRow, type Sample } from '../define';
import { pooled, timeOf } from '../samples';

const wanted = 100_000;
const pace = 10;

export const row = defineRow({
  id: 'export',
  what: 'The officers’ list exported as CSV while other requests go on',
  at: '100,000 dossiers of 1,000,000',
  targets: {
    time: { of: 'subject', unit: 's', atMost: 60 },
    'first-byte': { of: 'subject', unit: 'ms', atMost: 1_000 },
    memory: { of: 'subject', unit: 'MB', atMost: 64 },
    others: { of: 'subject', unit: 'ms', atMost: 200 },
  },
  async measure(bench) {
    const { webs } = await bench.portal();
    const [web] = webs;
    if (web === undefined) throw new Error('no web process');
    const cookie = await bench.signIn('one-stop');
    const list = { url: `${web.url}/dossiers?view=unit`, headers: { cookie }, expect: '</main>' };
    const others = (name: string, seconds: number) =>
      bench.load({ name, request: list, rate: pace, seconds, pids: [web.pid] });
    const url = `${web.url}/dossiers/export?view=all&sort=submitted&order=desc`;
    await exported(url, cookie, 20_000);
    // As long as an export, so that the collector has come round: what lists alone need is no memory of the export's.
    const { result: calm, weight: before } = await bench.weigh(
      () => others('lists without an export', bench.quick ? 5 : 60),
      [web.pid],
    );
    const { result, weight } = await bench.weigh(() => during(bench, { url, cookie, others }), [web.pid]);
    const { lines, bytes, firstByte, milliseconds, meanwhile } = result;
    return {
      time: {
        subject: {
          value: milliseconds / 1_000,
          unit: 's',
          what: `${lines} lines received`,
          detail: { rate: lines / (milliseconds / 1_000), bytes },
        },
        yardstick: null,
        note:
          lines < wanted
            ? `Only ${lines} dossiers are there.`
            : 'Every line is logged as a read of personal data.',
      },
      'first-byte': {
        subject: { value: firstByte, unit: 'ms', what: 'first byte' },
        yardstick: null,
        note: '',
      },
      memory: {
        subject: {
          value: Math.max(0, weight.rssPeak - before.rssPeak),
          unit: 'MB',
          what: 'worst moment of the web process with the export above that without, the same lists drawn in both',
        },
        yardstick: null,
        note: `The export holds one piece at a time. The lists alone took the process from ${before.rssBefore.toFixed(0)} to ${before.rssPeak.toFixed(0)} MB.`,
      },
      others: {
        subject: timeOf(meanwhile, 99, `/dossiers meanwhile, ${pace} a second`),
        yardstick: timeOf(calm, 99, 'the same without an export'),
        note: 'One process does both: a list waits for the piece that is being written, never for the whole file.',
      },
    };
  },
});

interface Export {
  lines: number;
  bytes: number;
  firstByte: number;
  milliseconds: number;
}

/** Others ask for lists as long as the export lasts. */
async function during(
  { log }: Bench,
  {
    url,
    cookie,
    others,
  }: { url: string; cookie: string; others: (name: string, seconds: number) => Promise<Sample> },
): Promise<Export & { meanwhile: Sample }> {
  const running = { yes: true };
  const export100k = exported(url, cookie, wanted).finally(() => {
    running.yes = false;
  });
  const samples: Sample[] = [];
  while (running.yes) samples.push(await others('lists during an export', 5));
  const result = await export100k;
  log(`${result.lines} lines in ${(result.milliseconds / 1_000).toFixed(1)} s`);
  return { ...result, meanwhile: pooled(samples) };
}

/** Reads the file as a browser takes it, compressed, up to so many lines. */
function exported(url: string, cookie: string, most: number): Promise<Export> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
      const found: Export = { lines: 0, bytes: 0, firstByte: performance.now() - start, milliseconds: 0 };
      const end = () => {
        request.destroy();
        resolve({ ...found, milliseconds: performance.now() - start });
      };
      if (answer.statusCode !== 200)
        return reject(new Error(`the export was answered with ${answer.statusCode}`));
      answer.on('data', (piece: Buffer) => {
        found.bytes += piece.length;
      });
      const text = answer.headers['content-encoding'] === 'gzip' ? answer.pipe(createGunzip()) : answer;
      text.on('data', (piece: Buffer) => {
        for (const byte of piece) if (byte === 10) found.lines += 1;
        if (found.lines > most) end();
      });
      text.on('end', end).on('error', reject);
    });
    request.on('error', (cause) => reject(cause));
  });
}
